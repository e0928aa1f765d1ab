import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { builtInPrograms, comparePacks, compilePack } from "#desk";
import { readInput } from "#node/input";
import {
  hashOfPack,
  type PackFiles,
  packBundleBytes,
  packSignatureHolds,
  readPackFolder,
  reviewPack,
  signPackFiles,
} from "#node/packs";
import { packRefusalText, translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { diagnose, type Program } from "#shared/rules";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf, renamed } from "../inputs.ts";
import { table } from "../table.ts";

async function readFolder(io: Io, folder: string): Promise<Result<PackFiles>> {
  return await readPackFolder(placeOf(io, folder));
}

async function readProgram(io: Io, folder: string): Promise<Result<Program>> {
  const files = await readFolder(io, folder);
  if (!files.ok) return files;
  const program = compilePack(files.value);
  return program.ok ? program : renamed(program.error, folder);
}

async function check(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [folder = ""] = args.positionals.slice(1);
  const files = await readFolder(io, folder);
  if (!files.ok) return files;
  const { program, refusals, cases } = reviewPack(files.value, { held: [], trusted: [] });
  const accepted = program !== undefined && refusals.length === 0;
  const about =
    program === undefined
      ? undefined
      : {
          id: program.pack.id,
          version: program.pack.version,
          sha256: program.sha256,
          rules: program.pack.rules.length,
          cases: cases.run,
        };
  const problems = refusals.map((one) => (one.kind === "compiler" ? one.error : one));
  const remarks = accepted ? diagnose(program).filter(({ code }) => code !== "unused-source") : [];
  if (args.has("json")) writeJson(io, { accepted, ...about, problems, remarks });
  else if (accepted && about !== undefined) {
    io.out(`${translate(args.lang, "cli.pack.good", { ...about })}\n`);
    for (const { code, id, params } of remarks)
      io.out(`${translateData(args.lang, `pack.diagnostic.${code}`, { id, ...params })}\n`);
  } else {
    for (const refusal of refusals) io.out(`${packRefusalText(args.lang, refusal)}\n`);
    io.out(`${translate(args.lang, "cli.pack.refused", { count: refusals.length })}\n`);
  }
  return ok(accepted ? 0 : 1);
}

async function diff(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, before = "", after = ""] = args.positionals;
  const old = await readProgram(io, before);
  if (!old.ok) return old;
  const fresh = await readProgram(io, after);
  if (!fresh.ok) return fresh;
  const changes = comparePacks(old.value, fresh.value);
  if (args.has("json")) writeJson(io, changes);
  else {
    io.out(
      table(
        changes.map(({ kind, id, change, fields }) => [
          translateData(args.lang, `pack.change.${change}`),
          kind,
          id,
          fields.map((field) => field.path).join(", "),
        ]),
      ),
    );
    io.out(`${translate(args.lang, "cli.pack.changes", { count: changes.length })}\n`);
  }
  return ok(0);
}

/** Signs the pack's hash with an Ed25519 key in PEM form and lays the signature beside it. */
async function signPack(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, folder = ""] = args.positionals;
  const keyFile = args.needed("key");
  if (!keyFile.ok) return keyFile;
  const program = await readProgram(io, folder);
  if (!program.ok) return program;
  const pem = await readInput(placeOf(io, keyFile.value), 20_000);
  if (!pem.ok) return renamed(pem.error, keyFile.value);
  const files = await readFolder(io, folder);
  if (!files.ok) return files;
  const signed = signPackFiles(files.value, Buffer.from(pem.value).toString("utf8"));
  if (!signed.ok) return err(appError("cli-key", { file: keyFile.value }));
  const signature = signed.value;
  const target = join(placeOf(io, folder), "signature.json");
  await writeFile(target, `${JSON.stringify(signature, null, 2)}\n`);
  io.out(
    `${translate(args.lang, "cli.pack.signed", { file: target, key: signature.publicKey })}\n`,
  );
  return ok(0);
}

async function verify(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, folder = ""] = args.positionals;
  const files = await readFolder(io, folder);
  if (!files.ok) return files;
  const sha256 = hashOfPack(files.value.input);
  const { signature } = files.value;
  const signed = packSignatureHolds(files.value) ? "valid" : "broken";
  const state = signature === undefined ? "none" : signed;
  const publicKey = signature?.publicKey ?? "-";
  if (args.has("json")) writeJson(io, { sha256, signature: state, publicKey });
  else
    io.out(`${translateData(args.lang, `cli.pack.signature.${state}`, { sha256, publicKey })}\n`);
  return ok(state === "valid" ? 0 : 1);
}

/** Joins a folder into the one file that the desk's window takes in. */
async function bundle(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, folder = ""] = args.positionals;
  const out = args.needed("out");
  if (!out.ok) return out;
  const program = await readProgram(io, folder);
  if (!program.ok) return program;
  const files = await readFolder(io, folder);
  if (!files.ok) return files;
  const bytes = packBundleBytes(files.value);
  const target = placeOf(io, out.value);
  try {
    await writeFile(target, bytes);
  } catch (fault) {
    const reason = fault instanceof Error && "code" in fault ? String(fault.code) : "-";
    return err(appError("cli-out", { file: out.value, reason }));
  }
  io.out(
    `${translate(args.lang, "cli.pack.bundled", { file: target, bytes: bytes.byteLength })}\n`,
  );
  return ok(0);
}

const outcomes = {
  imported: "cli.pack.imported",
  refused: "cli.pack.refusedImport",
  ask: "cli.pack.notImported",
} as const;

async function importPack(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, folder = ""] = args.positionals;
  const dir = args.needed("workspace");
  if (!dir.ok) return dir;
  const files = await readFolder(io, folder);
  if (!files.ok) return files;
  return await withDesk({ args, io, mode: "write" }, async ({ group, hand }) => {
    const grant = hand(folder, packBundleBytes(files.value));
    if (!grant.ok) return grant;
    const packs = await group("packs");
    if (!packs.ok) return packs;
    const about = { fileName: folder, grant: grant.value, acceptUnsigned: args.has("unsigned") };
    const taken = await packs.value.import(about);
    if (!taken.ok) return taken;
    const { state, id, version, warnings, problems } = taken.value;
    for (const refusal of problems) io.out(`${packRefusalText(args.lang, refusal)}\n`);
    for (const warning of warnings) io.out(`${translate(args.lang, `pack.warning.${warning}`)}\n`);
    io.out(`${translate(args.lang, outcomes[state], { id, version })}\n`);
    return ok(state === "imported" ? 0 : 1);
  });
}

type Listed = {
  readonly track: string;
  readonly id: string;
  readonly version: string;
  readonly issued: string;
  readonly rules: number;
  readonly sha256: string;
  readonly active: boolean;
};

const listed = ({ pack, sha256 }: Program): Listed => ({
  track: pack.track,
  id: pack.id,
  version: pack.version,
  issued: pack.issued,
  rules: pack.rules.length,
  sha256,
  active: true,
});

/** The packs of a workspace, or those that are delivered where none is named. */
async function packsOf(args: Arguments, io: Io): Promise<Result<readonly Listed[]>> {
  if (args.text("workspace") === undefined) {
    const own = builtInPrograms();
    return own.ok ? ok(own.value.map(({ program }) => listed(program))) : own;
  }
  return await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const packs = await group("packs");
    const all = packs.ok ? await packs.value.list({}) : packs;
    if (!all.ok) return all;
    return ok(
      all.value.map(({ track, id, version, issued, rules, sha256, active }) => {
        return { track, id, version, issued, rules, sha256, active };
      }),
    );
  });
}

async function list(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const packs = await packsOf(args, io);
  if (!packs.ok) return packs;
  if (args.has("json")) writeJson(io, packs.value);
  else
    io.out(
      table(
        packs.value.map((pack) => [
          pack.active ? "*" : " ",
          translateData(args.lang, `track.${pack.track}`),
          pack.id,
          pack.version,
          pack.issued,
          String(pack.rules),
          pack.sha256.slice(0, 16),
        ]),
      ),
    );
  return ok(0);
}

const actions: Readonly<
  Record<
    string,
    { readonly words: number; readonly run: (args: Arguments, io: Io) => Promise<Result<ExitCode>> }
  >
> = {
  check: { words: 2, run: check },
  diff: { words: 3, run: diff },
  sign: { words: 2, run: signPack },
  verify: { words: 2, run: verify },
  bundle: { words: 2, run: bundle },
  import: { words: 2, run: importPack },
  list: { words: 1, run: list },
};

/** `pack check|diff|sign|verify|bundle|import|list`: the law as data, looked through before it is used. */
export const packCommand: Command = {
  name: "pack",
  help: "cli.help.pack",
  options: {
    key: { type: "string" },
    out: { type: "string" },
    workspace: { type: "string" },
    unsigned: { type: "boolean" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const [name = ""] = args.positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined)
      return err(
        appError(name === "" ? "cli-action-missing" : "cli-action", {
          command: "pack",
          value: name.slice(0, 40),
          known: Object.keys(actions),
        }),
      );
    const words = args.words(action.words);
    return words.ok ? await action.run(args, io) : words;
  },
};
