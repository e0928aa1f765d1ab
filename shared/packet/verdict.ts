import type { KeyStanding } from "./known-keys.ts";

/** Whether content, reports and papers are what this program makes of the content; `text-only` is less than `same`. */
export type Consistency = "same" | "differs" | "text-only";

/** Who stands behind a packet. A draft has nobody; a signature counts when its key is known here. */
export type Vouched = "known-key" | "unknown-key" | "nobody";

/** What the content says a packet is; `unknown` where no content can be read. */
type PacketState = "draft" | "sealed" | "unknown";

/** Something that is wrong with a packet: a code of the catalogue (`verify.reason.…`) and the file it is about. */
type Problem = { readonly code: string; readonly path: string };

/** Who signed, as the signed bytes say; formats before the second say neither role nor time. */
export type VerifiedSigner = {
  readonly name: string;
  readonly role: string | null;
  readonly fingerprint: string;
  readonly signedAt: string | null;
};

/** The answer of `packet verify --json`: three questions, the signer, and what is wrong. */
export type VerifyAnswer = {
  readonly schema: "h200-desk/verify@1";
  readonly intact: boolean;
  readonly consistent: Consistency;
  readonly vouched: Vouched;
  readonly signer: VerifiedSigner | null;
  readonly state: PacketState;
  readonly problems: readonly Problem[];
};

/** The one sentence that a packet gets (`verify.verdict.…`). */
export const verdicts = [
  "draft",
  "sealed",
  "sealed-text",
  "altered",
  "differs",
  "draft-text",
  "unsigned",
  "key-unknown",
  "key-other-name",
  "key-other-role",
  "key-not-valid-then",
  "signed-in-future",
  "key-revoked",
] as const;
export type Verdict = (typeof verdicts)[number];

const standings: ReadonlySet<string> = new Set<KeyStanding>([
  "key-unknown",
  "key-other-name",
  "key-other-role",
  "key-not-valid-then",
  "signed-in-future",
  "key-revoked",
]);

type Asked = Pick<VerifyAnswer, "intact" | "consistent" | "vouched" | "state" | "problems">;

function sealedVerdict({ consistent, vouched, problems }: Asked): Verdict {
  if (vouched === "nobody") return "unsigned";
  if (vouched === "unknown-key") {
    const standing = problems.find(({ code }) => standings.has(code))?.code;
    return verdicts.find((verdict) => verdict === standing) ?? "key-unknown";
  }
  return consistent === "same" ? "sealed" : "sealed-text";
}

/**
 * The one verdict: the worst that was found decides. Only a whole draft that is the same when made again, and a whole sealed
 * packet under a known key, get a verdict that `isAccepted` takes.
 */
export function verdictOf(found: Asked): Verdict {
  if (!found.intact || found.state === "unknown") return "altered";
  if (found.consistent === "differs") return "differs";
  if (found.state === "sealed") return sealedVerdict(found);
  return found.consistent === "same" ? "draft" : "draft-text";
}

const accepted: ReadonlySet<Verdict> = new Set(["draft", "sealed", "sealed-text"]);

/** Whether a verdict is one that `packet verify` ends with 0. */
export function isAccepted(verdict: Verdict): boolean {
  return accepted.has(verdict);
}
