import { type AppError, appError } from "#shared/kernel";
import { type Act, type ActStatement, actHash, actSchema, NO_ACT, statementText } from "./act.ts";
import { refusalOf } from "./refusal.ts";
import { Register } from "./register.ts";

/** Whether an Ed25519 signature (hexadecimal) by a raw public key fits a text. Never throws. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean;

/** An act whose signatures, place in the chain and right to be there were verified. */
export type VerifiedAct = {
  readonly statement: ActStatement;
  readonly signatures: readonly string[];
  readonly seq: number;
  readonly sha256: string;
};

/** What reading the acts of a workspace came to. */
export type ActsState = {
  readonly acts: readonly VerifiedAct[];
  readonly register: Register;
  /** Set when the acts are not whole: then nothing is sealed on them. */
  readonly problems: readonly AppError[];
  /** Files that are no act the journal knows; they count for nothing and harm nothing. */
  readonly strays: readonly string[];
  /** The act that the next one follows. */
  readonly last: { readonly seq: number; readonly sha256: string };
};

/** A file that claims to be an act: its name, and its content where it could be read. */
export type ActFile = { readonly name: string; readonly value: unknown };

type Candidate = { readonly act: Act; readonly sha256: string };

/** Values that were looked at before; whoever gives the same value again gives the same content. */
const lookedAt = new WeakMap<object, Candidate | "none">();

/** A value as an act with its hash, or nothing when it is none. */
function candidateOf(value: unknown): Candidate | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const before = lookedAt.get(value);
  if (before !== undefined) return before === "none" ? undefined : before;
  const parsed = actSchema.safeParse(value);
  const candidate = parsed.success ? { act: parsed.data, sha256: actHash(parsed.data) } : undefined;
  lookedAt.set(value, candidate ?? "none");
  return candidate;
}

function signed({ statement, signatures }: Act, verify: VerifySignature): boolean {
  const { signers } = statement;
  if (signers.length !== signatures.length) return false;
  const text = statementText(statement);
  return signers.every(({ publicKey }, index) => verify(publicKey, text, signatures[index] ?? ""));
}

/** Why an act that the journal recorded does not count. What was signed once was meant once: filed again it would be the newest word. */
function refusalOnReading(
  act: Act,
  {
    verify,
    register,
    ids,
  }: { verify: VerifySignature; register: Register; ids: ReadonlySet<string> },
): AppError | undefined {
  const { id } = act.statement;
  if (!signed(act, verify)) return appError("act-signature", { id });
  return ids.has(id) ? appError("act-twice", { id }) : refusalOf(act.statement, register);
}

/**
 * Reads acts from what was kept. An act counts when the journal recorded its hash, every signature fits, it follows the one
 * before it and the rules allow it. `journaled` are the hashes in the journal's order; one that is there and not here is told.
 */
export function readActs(
  files: readonly ActFile[],
  journaled: readonly string[],
  verify: VerifySignature,
): ActsState {
  const known = new Set(journaled);
  const found = new Map<string, Candidate>();
  const strays: string[] = [];
  for (const { name, value } of files) {
    const candidate = candidateOf(value);
    if (candidate !== undefined && known.has(candidate.sha256))
      found.set(candidate.sha256, candidate);
    else strays.push(name);
  }
  const problems: AppError[] = [];
  const register = new Register();
  const acts: VerifiedAct[] = [];
  const ids = new Set<string>();
  let last = { seq: 0, sha256: NO_ACT };
  for (const sha256 of known) {
    const candidate = found.get(sha256);
    if (candidate === undefined) {
      problems.push(appError("act-missing", { sha256: sha256.slice(0, 16) }));
      continue;
    }
    const { act } = candidate;
    const { statement, signatures, seq } = act;
    const follows = seq === last.seq + 1 && act.prev === last.sha256;
    if (!follows) problems.push(appError("act-chain", { id: statement.id }));
    const refused = refusalOnReading(act, { verify, register, ids });
    last = { seq, sha256 };
    if (refused !== undefined) {
      problems.push(appError("act-refused", { id: statement.id, why: refused.code }));
      continue;
    }
    register.take(statement);
    ids.add(statement.id);
    acts.push({ statement, signatures, seq, sha256 });
  }
  return { acts, register, problems, strays, last };
}

/** The acts of one kind, oldest first. */
export function actsOf<K extends ActStatement["kind"]>(
  state: Pick<ActsState, "acts">,
  kind: K,
): readonly (VerifiedAct & { readonly statement: Extract<ActStatement, { kind: K }> })[] {
  return state.acts.filter(
    (one): one is VerifiedAct & { readonly statement: Extract<ActStatement, { kind: K }> } =>
      one.statement.kind === kind,
  );
}
