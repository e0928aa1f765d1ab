import { type PacketVerification, type Place, verifyPacket } from "#node/packets";
import { runCheck } from "#shared/check";
import type { Verification } from "#shared/ipc";
import { canonicalJson, ok, type Result } from "#shared/kernel";
import type { SetContent } from "#shared/papers";
import { disagreements } from "./packet-agreement.ts";
import { contentIn } from "./packet-content.ts";
import { digest, type PacketPlaces, type Typesetting } from "./typesetting.ts";

type Ground = Pick<PacketPlaces, "version" | "packs" | "lists"> & {
  readonly typesetting: Typesetting;
};
type Papers = Pick<Verification, "recomputed" | "recomputedDetail">;
type Report = Pick<Verification, "report" | "reportDetail">;

/** Sets the papers again from the packet's own content and compares them, where this program can. */
async function setAgain(
  typesetting: Typesetting,
  content: Result<SetContent>,
  found: PacketVerification,
): Promise<Papers> {
  if (!content.ok) {
    const { code, params } = content.error;
    return code === "packet-content-older"
      ? { recomputed: "not-comparable", recomputedDetail: [String(params["made"])] }
      : { recomputed: "not-possible", recomputedDetail: [code] };
  }
  const engine = await typesetting.engine();
  const made = found.info.get("Typesetter") ?? "";
  if (made !== engine)
    return { recomputed: "not-comparable", recomputedDetail: [`typesetter ${made.slice(0, 16)}`] };
  const signal = new AbortController().signal;
  const papers = await typesetting.papers(content.value, signal, () => undefined);
  if (!papers.ok) return { recomputed: "not-possible", recomputedDetail: [papers.error.code] };
  const differs = papers.value.files.filter(
    (file) =>
      file.content instanceof Uint8Array &&
      found.digests.get(`data/${file.path}`) !== digest(file.content),
  );
  return {
    recomputed: differs.length === 0 ? "same" : "differs",
    recomputedDetail: differs.map((file) => file.path),
  };
}

/** What the report was made with and this program has not: versions, packs and lists by name. */
async function missingFor(
  { version, packs, lists }: Ground,
  report: Extract<SetContent, { set: "internal-record" }>["report"],
  madeWith: string,
) {
  const shelf = lists === undefined ? undefined : await lists();
  const have = new Map((shelf?.ok === true ? shelf.value : []).map((list) => [list.sha256, list]));
  const programs = new Map((await packs()).map((program) => [program.sha256, program]));
  const missing = [
    ...(madeWith === `h200-desk ${version}` ? [] : [madeWith]),
    ...report.packs
      .filter((pack) => !programs.has(pack.sha256))
      .map((pack) => `${pack.id} ${pack.version}`),
    ...report.lists
      .filter((list) => !have.has(list.sha256))
      .map((list) => `${list.id} ${list.date}`),
  ];
  return {
    missing,
    packs: report.packs.flatMap(({ sha256 }) => programs.get(sha256) ?? []),
    lists: report.lists.flatMap(({ sha256 }) => have.get(sha256) ?? []),
  };
}

/** Makes the report of an internal record again from its own dossier, packs, lists and day. */
async function checkAgain(
  ground: Ground,
  content: Result<SetContent>,
  found: PacketVerification,
): Promise<Report> {
  if (!content.ok || content.value.set !== "internal-record") return {};
  const { report, dossier } = content.value;
  const made = await missingFor(ground, report, found.info.get("Made-With") ?? "");
  if (made.missing.length > 0) return { report: "not-comparable", reportDetail: made.missing };
  const again = runCheck({
    dossier,
    packs: made.packs,
    lists: made.lists,
    asOf: report.asOf,
    reading: report.reading,
  });
  if (!again.ok) return { report: "not-possible", reportDetail: [again.error.code] };
  const same = canonicalJson(again.value) === canonicalJson(report);
  return { report: same ? "same" : "differs", reportDetail: [] };
}

/**
 * Looks at a packet with nothing but the packet: every byte, then the signature, then, where this program can, the papers
 * and the report once more.
 */
export async function verifyPlace(ground: Ground, place: Place): Promise<Result<Verification>> {
  const checked = await verifyPacket(place);
  if (!checked.ok) return checked;
  const { signature, info } = checked.value;
  const set = info.get("Packet-Set") ?? "";
  const content = await contentIn(place, set);
  const differences = [...checked.value.differences, ...disagreements(checked.value, content)];
  const papers = await setAgain(ground.typesetting, content, checked.value);
  const report = await checkAgain(ground, content, checked.value);
  const made = info.get("Made-With");
  return ok({
    set,
    integrity: differences.length === 0 ? "intact" : "broken",
    differences: differences.map((difference) => ({ ...difference })),
    signature: signature.state,
    ...(signature.state === "valid"
      ? { signer: `${signature.signer} (${signature.fingerprint})`, signedOn: signature.date }
      : {}),
    ...(made === undefined ? {} : { madeWith: made }),
    ...papers,
    ...report,
  });
}
