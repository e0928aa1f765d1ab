import { inspectFolder, openStore, restoreSnapshot, type Store } from "#desk";
import { errorText, translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf } from "../inputs.ts";
import { table } from "../table.ts";
import { readSecret, type Secret, secretOptions, unlockOf } from "./secrets.ts";

type Call = {
  readonly dir: string;
  readonly words: readonly string[];
  readonly unlock: Secret | undefined;
  readonly args: Arguments;
  readonly io: Io;
};

const BY = "";

/**
 * Opens the workspace alone for one piece of work, where what the page's handler does beside it is not wanted here: a snapshot
 * is read back with its counts and no line of its own, evidence is told hash by hash, a copy is made and not gone on with.
 */
async function withStore<T>(
  { dir, unlock }: Call,
  mode: "write" | "read",
  work: (store: Store) => Promise<Result<T>>,
): Promise<Result<T>> {
  const wish = { path: dir, mode, create: false, takeOver: false, unlock };
  const opened = await openStore({}, wish);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close({ force: true });
  }
}

/** Says one sentence, or the facts as JSON. */
function tell(call: Call, facts: object, sentence: string): Result<ExitCode> {
  if (call.args.has("json")) writeJson(call.io, facts);
  else call.io.out(`${sentence}\n`);
  return ok(0);
}

async function info(call: Call): Promise<Result<ExitCode>> {
  const look = await inspectFolder(call.dir);
  if (!look.ok) return look;
  const { kind, manifest, ways, holder, backups, backupDir, problem } = look.value;
  if (kind === "missing" || kind === "empty" || kind === "other")
    return err(problem ?? appError("store.no-workspace", { path: call.dir }));
  if (call.args.has("json")) {
    writeJson(call.io, { kind, id: manifest?.id, ways, holder, backups, backupDir, problem });
    return ok(problem === undefined ? 0 : 1);
  }
  const { lang } = call.args;
  if (problem !== undefined) call.io.out(`${errorText(lang, problem)}\n`);
  const held = holder === undefined ? "–" : `${holder.owner} ${holder.host} (${holder.pid})`;
  const closed = translate(
    lang,
    manifest?.encryption === undefined ? "encryption.off" : "encryption.on",
  );
  call.io.out(
    table([
      [translate(lang, "cli.workspace.id"), manifest?.id ?? "–"],
      [translate(lang, "cli.workspace.created"), manifest?.createdAt ?? "–"],
      [translate(lang, "encryption.title"), closed],
      [translate(lang, "cli.workspace.holder"), held],
      [translate(lang, "cli.workspace.backups"), String(backups.length)],
    ]),
  );
  return ok(problem === undefined ? 0 : 1);
}

async function backup(call: Call): Promise<Result<ExitCode>> {
  return await withStore(call, "write", async (store) => {
    const made = await store.backups.create(BY);
    if (!made.ok) return made;
    const report = await store.backups.mend(made.value.id);
    if (!report.ok) return report;
    const { id, documents } = made.value;
    const { checked, missing, damaged } = report.value;
    const sound = missing.length + damaged.length === 0;
    const facts = { id, documents, checked, missing, damaged };
    tell(call, facts, translate(call.args.lang, "cli.workspace.backup", { id, checked }));
    return ok(sound ? 0 : 1);
  });
}

async function listBackups(call: Call): Promise<Result<ExitCode>> {
  const look = await inspectFolder(call.dir);
  if (!look.ok) return look;
  const all = look.value.backups;
  if (call.args.has("json")) writeJson(call.io, all);
  else
    call.io.out(
      table(all.map(({ id, at, documents, bytes }) => [id, at, String(documents), String(bytes)])),
    );
  return ok(0);
}

async function verifyBackup(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const [id = ""] = call.words;
  return await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const handlers = await group("workspace");
    const report = handlers.ok ? await handlers.value.verifyBackup({ id }) : handlers;
    if (!report.ok) return report;
    const { checked, missing, damaged } = report.value;
    const files = [...missing, ...damaged];
    const { lang } = call.args;
    const sentence =
      files.length === 0
        ? translate(lang, "settings.backup.sound", { checked })
        : translate(lang, "settings.backup.broken", { files });
    tell(call, { id, checked, missing, damaged }, sentence);
    return ok(files.length === 0 ? 0 : 1);
  });
}

async function restore(call: Call): Promise<Result<ExitCode>> {
  const [id = ""] = call.words;
  const into = call.args.needed("into");
  if (!into.ok) return into;
  const target = placeOf(call.io, into.value);
  const restored = await restoreSnapshot({ from: call.dir, id, target });
  if (!restored.ok) return restored;
  const facts = { path: target, documents: restored.value.documents };
  return tell(call, facts, translate(call.args.lang, "start.restore.done", { path: target }));
}

async function restoreOne(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const [id = "", document = ""] = call.words;
  return await withDesk({ args, io, mode: "write" }, async ({ group }) => {
    const handlers = await group("workspace");
    const done = handlers.ok ? await handlers.value.restoreBackup({ id, document }) : handlers;
    if (!done.ok) return done;
    const { changed, failed } = done.value;
    tell(
      call,
      done.value,
      translate(call.args.lang, "cli.workspace.restored", { count: changed.length, id: document }),
    );
    return ok(failed.length === 0 ? 0 : 1);
  });
}

function evidence(dryRun: boolean) {
  return async (call: Call): Promise<Result<ExitCode>> =>
    await withStore(call, dryRun ? "read" : "write", async (store) => {
      const done = await store.collectEvidence({ by: BY, dryRun });
      if (!done.ok) return done;
      const { removed, bytes, kept } = done.value;
      const params = { files: removed.length, size: `${bytes} B`, kept };
      const key = dryRun ? ("unused.found" as const) : ("unused.collected" as const);
      return tell(call, done.value, translate(call.args.lang, key, params));
    });
}

async function encrypt(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const into = args.needed("into");
  const file = args.needed("new-passphrase-file");
  if (!into.ok) return into;
  if (!file.ok) return file;
  const passphrase = await readSecret(io, file.value);
  if (!passphrase.ok) return passphrase;
  const dir = placeOf(io, into.value);
  return await withStore(call, "write", async (store) => {
    const made = await store.copyEncrypted({ dir, by: BY, passphrase: passphrase.value });
    if (!made.ok) return made;
    const { documents, recoveryCode = "" } = made.value;
    const sentence = translate(args.lang, "cli.workspace.encrypted", {
      path: dir,
      documents,
      code: recoveryCode,
    });
    return tell(call, { path: dir, documents, recoveryCode }, sentence);
  });
}

async function plainCopy(call: Call): Promise<Result<ExitCode>> {
  const into = call.args.needed("into");
  if (!into.ok) return into;
  const dir = placeOf(call.io, into.value);
  return await withStore(call, "write", async (store) => {
    const made = await store.copyPlain({ dir, by: BY });
    if (!made.ok) return made;
    const facts = { path: dir, documents: made.value.documents };
    return tell(call, facts, translate(call.args.lang, "encryption.plain.done", facts));
  });
}

type Action = { readonly words: number; readonly run: (call: Call) => Promise<Result<ExitCode>> };

const actions: Readonly<Record<string, Action>> = {
  info: { words: 0, run: info },
  backup: { words: 0, run: backup },
  backups: { words: 0, run: listBackups },
  "verify-backup": { words: 1, run: verifyBackup },
  restore: { words: 1, run: restore },
  "restore-one": { words: 2, run: restoreOne },
  "unused-evidence": { words: 0, run: evidence(true) },
  "collect-evidence": { words: 0, run: evidence(false) },
  encrypt: { words: 0, run: encrypt },
  "copy-plain": { words: 0, run: plainCopy },
};

/** `workspace ACTION --workspace DIR`: the folder itself in a terminal: backups, encryption, clearing away evidence. */
export const workspaceCommand: Command = {
  name: "workspace",
  help: "cli.help.workspace",
  options: {
    workspace: { type: "string" },
    into: { type: "string" },
    "new-passphrase-file": { type: "string" },
    json: { type: "boolean" },
    ...secretOptions,
  },
  run: async (args, io) => {
    const [name = ""] = args.positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) {
      const params = { command: "workspace", value: name.slice(0, 40) };
      return err(appError("cli-action", { ...params, known: Object.keys(actions) }));
    }
    const words = args.words(action.words + 1);
    if (!words.ok) return words;
    const dir = args.needed("workspace");
    if (!dir.ok) return dir;
    const unlock = await unlockOf(args, io);
    if (!unlock.ok) return unlock;
    return await action.run({
      dir: placeOf(io, dir.value),
      words: words.value.slice(1),
      unlock: unlock.value,
      args,
      io,
    });
  },
};
