import type { EditionContent } from "#node/editions";
import {
  type Difference,
  type PacketVerification,
  type Place,
  SIGNATURE_FILE,
  tidy,
  verifyPacket,
} from "#node/packets";
import type { Verification } from "#shared/ipc";
import { type AppError, ok, type Result, visibleText } from "#shared/kernel";
import {
  type Consistency,
  isAccepted,
  type KnownKeys,
  keyStanding,
  type VerifiedSigner,
  type VerifyAnswer,
  type Vouched,
  verdictOf,
} from "#shared/packet";
import { type PlacedDocument, setNames } from "#shared/papers";
import type { VerifyWish } from "../packet-builder/packet-request.ts";
import { digest, type PacketPlaces, type Typesetting } from "../packet-builder/typesetting.ts";
import { copiesFound } from "./copies-found.ts";
import { editionIn } from "./packet-content.ts";
import { type Held, packetProblems } from "./packet-problems.ts";
import { papersAgain } from "./papers-again.ts";

type Ground = Pick<PacketPlaces, "version" | "packs" | "lists"> & {
  readonly typesetting: Typesetting;
};

/** How far content and papers come out the same, what speaks against it, and what could not be made again. */
type Agreement = {
  readonly consistent: Consistency;
  readonly problems: readonly Difference[];
  readonly unrepeated: readonly string[];
};

/** The file that holds the content: the one that is there; of several, the one that the front of the packet names. */
function contentPath(found: PacketVerification): string {
  const there = setNames.map((set) => `data/${set}.json`).filter((path) => found.digests.has(path));
  const named = `data/${found.info.get("Packet-Set") ?? ""}.json`;
  return there.find((path) => path === named) ?? there[0] ?? named;
}

function contentProblem(path: string, { code, params }: AppError): Difference {
  const about = typeof params["made"] === "string" ? params["made"] : code;
  if (code === "packet-content-too-large")
    return { kind: "too-large", path, reason: "content-too-large" };
  if (code === "packet-content-older")
    return { kind: "malformed", path, reason: "content-unknown", about };
  return { kind: "malformed", path, reason: "content-unreadable", about };
}

/** The papers that follow from a content; a content may fit its schema and still make none. */
function documentsIn(
  content: EditionContent,
  fingerprint: string,
): readonly PlacedDocument[] | undefined | "none" {
  try {
    return content.documents?.(fingerprint);
  } catch {
    return "none";
  }
}

/** Makes the derived parts of the content again, where their packs and lists are here. */
async function contentAgain(
  { version, packs, lists }: Ground,
  { content }: Held,
): Promise<{ readonly problems: readonly Difference[]; readonly unrepeated: readonly string[] }> {
  const path = `data/${content.set}.json`;
  const shelf = lists === undefined ? undefined : await lists();
  try {
    const { differs, missing } = content.again({
      madeWith: `h200-desk ${version}`,
      packs: await packs(),
      lists: shelf?.ok === true ? shelf.value : [],
    });
    const problems = differs.map((about): Difference => {
      const reason = about === "report" ? "check-differs" : "content-differs";
      return { kind: "changed", path, reason, about };
    });
    return { problems, unrepeated: missing };
  } catch {
    return {
      problems: [{ kind: "malformed", path, reason: "content-unreadable", about: "internal" }],
      unrepeated: [],
    };
  }
}

async function agreementOf(ground: Ground, place: Place, held: Held): Promise<Agreement> {
  const papers = await papersAgain(ground.typesetting, place, held);
  const content = await contentAgain(ground, held);
  const problems = [...papers.problems, ...content.problems];
  if (content.problems.length > 0) return { consistent: "differs", problems, unrepeated: [] };
  const less = content.unrepeated.length > 0 && papers.consistent === "same";
  return {
    consistent: less ? "text-only" : papers.consistent,
    problems,
    unrepeated: content.unrepeated,
  };
}

function signerOf({ signature }: PacketVerification): VerifiedSigner | null {
  if (signature.state !== "valid") return null;
  const { name, fingerprint, binds } = signature;
  return {
    name: visibleText(name),
    role: binds === undefined ? null : visibleText(binds.role),
    fingerprint,
    signedAt: binds?.signedAt ?? null,
  };
}

/** Who stands behind a packet: its signature, as far as its key, name, role and time are known here. */
function vouching(
  { signature }: PacketVerification,
  known: KnownKeys,
  today: string,
): { readonly vouched: Vouched; readonly problems: readonly Difference[] } {
  if (signature.state !== "valid") return { vouched: "nobody", problems: [] };
  const { name, fingerprint, binds } = signature;
  const claim = { name, fingerprint, role: binds?.role ?? null, signedAt: binds?.signedAt ?? null };
  const standing = keyStanding(known, claim, today);
  if (standing === "known") return { vouched: "known-key", problems: [] };
  const problem: Difference = { kind: "changed", path: SIGNATURE_FILE, reason: standing };
  return { vouched: "unknown-key", problems: [problem] };
}

/**
 * Formats before the third do not say which evidence was enclosed. A signature over the manifests does: under a key that is known
 * here, what is not there was not there when it was sealed.
 */
function wasNeverThere(held: Held, vouched: Vouched): boolean {
  return !held.content.saysEnclosed && vouched === "known-key";
}

async function heldOf(place: Place, found: PacketVerification): Promise<Result<Held, Difference>> {
  const path = contentPath(found);
  const fingerprint = found.digests.get(path);
  if (fingerprint === undefined)
    return { ok: false, error: { kind: "missing", path, reason: "always-there" } };
  const content = await editionIn(place, path, found.sizes.get(path) ?? 0);
  if (!content.ok) return { ok: false, error: contentProblem(path, content.error) };
  const documents = documentsIn(content.value, fingerprint);
  if (documents === "none")
    return { ok: false, error: { kind: "malformed", path, reason: "content-unreadable" } };
  return { ok: true, value: { found, content: content.value, fingerprint, documents } };
}

/** The answer where there is no content to hold anything against. */
function answerWithout(found: PacketVerification, fault: Difference): Verification {
  const asked = {
    intact: false,
    consistent: "differs",
    vouched: "nobody",
    state: "unknown",
  } as const;
  const problems = tidy([...found.differences, fault]);
  return shown(found, { ...asked, signer: signerOf(found), problems }, "");
}

type Told = Omit<VerifyAnswer, "schema" | "problems"> & {
  readonly problems: readonly Difference[];
};

function codeOf({ kind, reason }: Difference): string {
  return reason ?? kind;
}

function shown(
  { info }: PacketVerification,
  { problems, ...told }: Told,
  set: string,
): Verification {
  const coded = problems.map((item) => ({ ...item, code: codeOf(item) }));
  const made = info.get("Made-With");
  return {
    schema: "h200-desk/verify@1",
    ...told,
    problems: coded.map(({ code, path, kind, about }) => ({
      code,
      path,
      kind,
      ...(about === undefined ? {} : { about }),
    })),
    notes: [],
    copies: [],
    set,
    verdict: verdictOf({ ...told, problems: coded }),
    ...(made === undefined ? {} : { madeWith: visibleText(made).slice(0, 100) }),
  };
}

/**
 * Looks at a packet with nothing but the packet and the keys that are known here: every byte and name, whether exactly the files
 * that the content names are there, whether content, report and papers come out the same when made again, and who vouches.
 */
export async function verifyPlace(
  ground: Ground,
  place: Place,
  { known, today, copies = [] }: VerifyWish,
): Promise<Result<Verification>> {
  const checked = await verifyPacket(place);
  if (!checked.ok) return checked;
  const found = checked.value;
  const held = await heldOf(place, found);
  if (!held.ok) return ok(answerWithout(found, held.error));
  const { content } = held.value;
  const own = `data/${content.set}.json`;
  const { vouched, problems: keys } = vouching(found, known, today);
  const lenient = wasNeverThere(held.value, vouched);
  const wrong = [...found.differences, ...packetProblems(held.value)].filter(
    ({ reason }) => !(lenient && reason === "enclosed-missing"),
  );
  const canonical = content.text();
  const { fingerprint } = held.value;
  if (digest(Buffer.from(canonical)) !== fingerprint)
    wrong.push({ kind: "malformed", path: own, reason: "other-writing" });
  const agreement = await agreementOf(ground, place, held.value);
  const told = {
    intact: wrong.length === 0,
    consistent: agreement.consistent,
    vouched,
    signer: signerOf(found),
    state: content.draft ? ("draft" as const) : ("sealed" as const),
  };
  const unrepeated = agreement.unrepeated.map(
    (about): Difference => ({ kind: "changed", path: own, reason: "check-not-repeated", about }),
  );
  const problems = [...wrong, ...agreement.problems, ...keys];
  const accepted = isAccepted(verdictOf({ ...told, problems: [] }));
  const answer = shown(
    found,
    { ...told, problems: tidy(accepted ? problems : [...problems, ...unrepeated]) },
    content.set,
  );
  const notes = unrepeated.flatMap(({ about = "" }) => (accepted ? [visibleText(about)] : []));
  return ok({ ...answer, notes, copies: await copiesFound(place, copies) });
}
