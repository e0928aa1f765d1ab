import { decodeText, parseStrictJson } from "#node/input";
import {
  type Act,
  type ActFile,
  type ActStatement,
  type ActsState,
  actHash,
  actSchema,
  type Entrants,
  readActs,
  refusalOf,
  statementText,
  type VerifiedAct,
} from "#shared/acts";
import { appError, canonicalJson, err, ok, type Result } from "#shared/kernel";
import { type Signer, verifySignature } from "../reviews/person-keys.ts";
import type { ClockAndIds, DeskWorkspace } from "../workspace/desk-workspace.ts";

type Place = { readonly collection: string; readonly id: string };
/** An act before it is signed: its kind, what it is about, what is decided, and why where somebody said so. */
export type ActDraft<K extends ActStatement["kind"] = ActStatement["kind"]> = K extends unknown
  ? Pick<Extract<ActStatement, { kind: K }>, "kind" | "subject" | "payload"> & {
      readonly reason?: string;
    }
  : never;

/** The signed acts of a workspace: read and verified each time, added one after another, never changed. */
export type ActStore = {
  /** All acts that count, who is known by them, and what is wrong with the rest. */
  read(): Promise<Result<ActsState>>;
  /** Who put each look-up in, by the hash of what it says, as the journal tells. */
  entrants(): Promise<Result<Entrants>>;
  /**
   * Signs an act with unlocked keys, files it and journals its hash. Refused when the rules do not allow it now. `about` is
   * the document that the journal's line names.
   */
  sign(draft: ActDraft, signers: readonly Signer[], about: Place): Promise<Result<VerifiedAct>>;
};

const FOLDER = "acts";
const nameOf = (seq: number, sha256: string) =>
  `${String(seq).padStart(6, "0")}-${sha256.slice(0, 16)}.json`;

/** Verifying costs; what was found good once, byte for byte, is good. */
function rememberingVerifier() {
  const good = new Set<string>();
  return (publicKey: string, text: string, signature: string): boolean => {
    const key = `${publicKey}${signature}${text}`;
    if (good.has(key)) return true;
    const fits = verifySignature(publicKey, Buffer.from(text, "utf8"), signature);
    if (fits) good.add(key);
    return fits;
  };
}

/** Opens the acts of a workspace. */
export function createActStore(
  { files, journal }: Pick<DeskWorkspace, "files" | "journal">,
  clockAndIds: ClockAndIds,
): ActStore {
  const verify = rememberingVerifier();
  const parsed = new Map<string, { readonly text: string; readonly value: unknown }>();
  let turn: Promise<unknown> = Promise.resolve();

  async function readFile(name: string): Promise<ActFile> {
    const bytes = await files.read(FOLDER, name);
    const text = bytes.ok ? decodeText(bytes.value, name, { mark: "refuse" }) : bytes;
    if (!text.ok) return { name, value: undefined };
    const before = parsed.get(name);
    // The same characters are the same value, which need not be looked at again.
    if (before?.text === text.value) return { name, value: before.value };
    const json = parseStrictJson(text.value, name);
    const value = json.ok ? json.value : undefined;
    parsed.set(name, { text: text.value, value });
    return { name, value };
  }

  async function read(): Promise<Result<ActsState>> {
    const names = await files.list(FOLDER);
    if (!names.ok) return names;
    const told = await journal.told("act.sign");
    if (!told.ok) return told;
    const kept: ActFile[] = [];
    for (const name of names.value) kept.push(await readFile(name));
    const hashes = told.value.flatMap(({ detail: { sha256 } }) =>
      typeof sha256 === "string" ? [sha256] : [],
    );
    const state = readActs(kept, hashes, verify);
    for (const name of state.strays)
      files.report(FOLDER, name, appError("act-stray", { file: name }));
    return ok(state);
  }

  async function entrants(): Promise<Result<Entrants>> {
    const told = await journal.told("law.lookup");
    if (!told.ok) return told;
    const found = new Map<string, string>();
    // Whoever put it in first: those who took it over into other drafts found nothing.
    for (const { detail } of told.value) {
      const { sha256, by } = detail;
      if (typeof sha256 !== "string" || typeof by !== "string" || by === "") continue;
      if (!found.has(sha256)) found.set(sha256, by);
    }
    return ok(found);
  }

  async function signNow(
    draft: ActDraft,
    signers: readonly Signer[],
    about: Place,
  ): Promise<Result<VerifiedAct>> {
    const state = await read();
    if (!state.ok) return state;
    const [problem] = state.value.problems;
    if (problem !== undefined) return err(appError("seal-acts-broken", { why: problem.code }));
    const statement = {
      ...draft,
      schema: "h200-desk/act@1",
      id: clockAndIds.newId("act"),
      signers: signers.map(({ person, publicKey }) => ({ person, publicKey })),
      at: clockAndIds.now(),
      day: clockAndIds.today(),
    } as ActStatement;
    const refused = refusalOf(statement, state.value.register);
    if (refused !== undefined) return err(refused);
    const text = Buffer.from(statementText(statement), "utf8");
    const { last } = state.value;
    const act: Act = {
      statement,
      signatures: signers.map(({ sign }) => sign(text)),
      seq: last.seq + 1,
      prev: last.sha256,
    };
    const whole = actSchema.safeParse(act);
    if (!whole.success) return err(appError("act-subject", { kind: draft.kind }));
    const sha256 = actHash(act);
    // The file first: one that the journal does not know yet is a stray and counts for nothing.
    const bytes = Buffer.from(`${canonicalJson(act)}\n`, "utf8");
    const written = await files.write(FOLDER, nameOf(act.seq, sha256), bytes);
    if (!written.ok) return written;
    const recorded = await journal.record("act.sign", about, {
      kind: draft.kind,
      act: statement.id,
      person: statement.signers[0]?.person ?? "",
      sha256,
    });
    if (!recorded.ok) return recorded;
    return ok({ statement, signatures: act.signatures, seq: act.seq, sha256 });
  }

  return {
    read,
    entrants,
    sign: (draft, signers, about) => {
      const mine = turn.then(() => signNow(draft, signers, about));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}
