import { type Difference, type PacketVerification, safeName } from "#node/packets";
import type { Result } from "#shared/kernel";
import { evidenceOf, type SetContent, setNames } from "#shared/papers";

/** Names in a packet that no two papers share, whatever they were called before. */
function distinctNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let next = name;
    for (let count = 2; used.has(next.toLowerCase()); count += 1)
      next = `${stem}-${count}${ending}`;
    used.add(next.toLowerCase());
    return next;
  });
}

/** Where each paper of the evidence lies in a packet of this content, in the order of the content's index. */
export function evidencePaths(content: SetContent): readonly string[] {
  return distinctNames(evidenceOf(content).map((item) => safeName(item.fileName))).map(
    (name) => `evidence/${name}`,
  );
}

/** The paper at a path is the one that the content names there; one under an unknown name is at least one that it names. */
function evidenceDifferences(
  found: PacketVerification,
  content: SetContent,
): readonly Difference[] {
  const items = evidenceOf(content);
  const paths = evidencePaths(content);
  const named = new Map(items.map(({ sha256 }, index) => [`data/${paths[index] ?? ""}`, sha256]));
  const known = new Set(items.map(({ sha256 }) => sha256));
  const file = `data/${content.set}.json`;
  return [...found.digests]
    .filter(([path]) => path.startsWith("data/evidence/"))
    .filter(([path, sha256]) => (named.get(path) ?? (known.has(sha256) ? sha256 : "")) !== sha256)
    .map(([path]) => ({ kind: "changed", path, reason: "not-as-in-content", about: file }));
}

/**
 * What in a packet does not go together although every manifest was made to fit: the content is not the one that the bag
 * names, belongs to another set, or names other bytes for a paper of its evidence. A draft bears no signature, so nothing else
 * would tell of evidence exchanged under its own name.
 */
export function disagreements(
  found: PacketVerification,
  content: Result<SetContent>,
): readonly Difference[] {
  const set = found.info.get("Packet-Set") ?? "";
  const own = `data/${set}.json`;
  const stated = found.info.get("Content-SHA256");
  const differences: Difference[] = setNames
    .map((name) => `data/${name}.json`)
    .filter((path) => path !== own && set !== "internal-record" && found.digests.has(path))
    .map((path) => ({ kind: "added", path, reason: "other-set", about: "bag-info.txt" }));
  const digest = found.digests.get(own);
  if (stated !== undefined && digest === undefined)
    differences.push({ kind: "missing", path: own, reason: "always-there" });
  else if (stated !== undefined && digest !== stated)
    differences.push({ kind: "changed", path: own, reason: "differs-from", about: "bag-info.txt" });
  if (content.ok && content.value.set !== set)
    differences.push({ kind: "changed", path: own, reason: "other-set", about: "bag-info.txt" });
  if (content.ok) differences.push(...evidenceDifferences(found, content.value));
  const told = new Set(found.differences.map(({ path }) => path));
  return differences.filter(({ path }) => !told.has(path));
}
