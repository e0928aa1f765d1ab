import type { EditionContent } from "#node/editions";
import {
  type Difference,
  keyFingerprint,
  type PacketVerification,
  type Reason,
  SIGNATURE_FILE,
} from "#node/packets";
import type { PlacedDocument } from "#shared/papers";
import { bagInfoOf } from "../packet-builder/bag-info.ts";

const INFO = "bag-info.txt";

/** What a packet is held against: what the bag showed, its content, and the papers that follow from it. */
export type Held = {
  readonly found: PacketVerification;
  readonly content: EditionContent;
  /** SHA-256 of the content's file. */
  readonly fingerprint: string;
  /** Nothing where papers of this format cannot be made again. */
  readonly documents: readonly PlacedDocument[] | undefined;
};

/** Papers of a format that cannot make them again: every PDF in their folder, and each has to name the content. */
const OLD_PAPER = /^data\/papers\/[0-9a-z-]+\.pdf$/;

/** Where the papers of a packet lie. */
export function paperPaths({ found, documents }: Held): readonly string[] {
  return documents === undefined
    ? [...found.digests.keys()].filter((path) => OLD_PAPER.test(path))
    : documents.map(({ path }) => `data/${path}`);
}

function problem(
  kind: Difference["kind"],
  path: string,
  reason: Reason,
  about?: string,
): Difference {
  return { kind, path, reason, ...(about === undefined ? {} : { about }) };
}

/** Exactly the content, its papers and the evidence that it says is enclosed: nothing less, nothing more, nothing else. */
function fileProblems(held: Held): readonly Difference[] {
  const { found, content } = held;
  const own = `data/${content.set}.json`;
  const papers = new Set(paperPaths(held));
  const evidence = new Map(content.evidence.map(({ path, sha256 }) => [`data/${path}`, sha256]));
  const problems: Difference[] = [];
  for (const [path, sha256] of found.digests) {
    if (!path.startsWith("data/") || path === own || papers.has(path)) continue;
    const named = evidence.get(path);
    if (named === undefined) problems.push(problem("added", path, "not-named", own));
    else if (named !== sha256) problems.push(problem("changed", path, "not-as-in-content", own));
  }
  for (const path of papers)
    if (!found.digests.has(path)) problems.push(problem("missing", path, "paper-missing", own));
  for (const path of evidence.keys())
    if (!found.digests.has(path)) problems.push(problem("missing", path, "enclosed-missing", own));
  return problems;
}

/** Every line of `bag-info.txt` follows from the content, in order; only the typesetter is looked at elsewhere. */
function infoProblems({ found, content, fingerprint }: Held): readonly Difference[] {
  const stated = found.info;
  const expected = bagInfoOf({
    ...content,
    fingerprint,
    madeWith: content.madeWith ?? stated.get("Made-With") ?? "",
    typesetter: stated.get("Typesetter") ?? "",
  });
  const problems: Difference[] = [];
  const lines = found.lines.filter(([label]) => label !== "Payload-Oxum");
  for (const [index, [label, value]] of expected.entries()) {
    const [is, says] = lines[index] ?? [];
    if (is === label && says === value) continue;
    problems.push(
      problem(
        "changed",
        INFO,
        label === "Packet-State" ? "state-differs" : "not-of-content",
        label,
      ),
    );
  }
  const [surplus] = lines.slice(expected.length);
  if (surplus !== undefined) problems.push(problem("added", INFO, "not-of-content", surplus[0]));
  if (found.lines.length !== lines.length + 1)
    problems.push(problem("malformed", INFO, "not-of-content", "Payload-Oxum"));
  return problems;
}

/** Whether a signature is by the key, under the name and role, at the time and over the content that the content states. */
function bound({ found, content, fingerprint }: Held): boolean {
  const { signature } = found;
  const { sealer } = content;
  if (signature.state !== "valid") return false;
  // The first format names nobody; its signature says who it was, and is one of the first format too.
  if (sealer === undefined) return signature.binds === undefined;
  const hand = signature.name === sealer.by && signature.publicKey === sealer.publicKey;
  const { binds } = signature;
  if (sealer.role === undefined) return hand && binds === undefined;
  return (
    hand &&
    binds !== undefined &&
    binds.role === sealer.role &&
    binds.signedAt === sealer.signedAt &&
    binds.set === content.set &&
    binds.content === fingerprint
  );
}

function signatureProblems(held: Held): readonly Difference[] {
  const { found, content } = held;
  const own = `data/${content.set}.json`;
  const there = found.digests.has(SIGNATURE_FILE) || found.signature.state !== "none";
  const { sealer } = content;
  if (content.draft)
    return there ? [problem("added", SIGNATURE_FILE, "signature-on-draft", own)] : [];
  const problems: Difference[] = [];
  if (sealer !== undefined && sealer.keyFingerprint !== keyFingerprint(sealer.publicKey))
    problems.push(problem("changed", own, "signer-differs", "keyFingerprint"));
  if (!there) problems.push(problem("missing", SIGNATURE_FILE, "signature-missing"));
  // A signature that does not hold was told with the reason why.
  else if (found.signature.state === "valid" && !bound(held))
    problems.push(problem("changed", SIGNATURE_FILE, "signer-differs", own));
  return problems;
}

/**
 * What in a packet does not go together although every manifest was made to fit: files that the content does not name, or names
 * and are not there, another state, another signer, or a front that says other things than the content.
 */
export function packetProblems(held: Held): readonly Difference[] {
  return [...fileProblems(held), ...infoProblems(held), ...signatureProblems(held)];
}
