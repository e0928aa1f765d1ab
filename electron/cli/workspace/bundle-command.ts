import { readFile } from "node:fs/promises";
import { openStore, type Store } from "#desk";
import { translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf } from "../inputs.ts";
import { writeNewFile } from "../outputs.ts";
import { table } from "../table.ts";
import { secretOptions, unlockOf } from "./secrets.ts";

type Call = {
  readonly word: string;
  readonly args: Arguments;
  readonly io: Io;
};

const BY = "";
const choices = ["mine", "theirs", "both"] as const;

async function exportOrder({ word, args, io }: Call): Promise<Result<ExitCode>> {
  const out = args.needed("out");
  if (!out.ok) return out;
  const bytes = await withDesk({ args, io, mode: "write" }, ({ call, offered }) =>
    offered(call("bundles", "export", { order: word })),
  );
  if (!bytes.ok) return bytes;
  const file = await writeNewFile(io, out.value, bytes.value);
  if (!file.ok) return file;
  io.out(`${translate(args.lang, "cli.written", { file: file.value })}\n`);
  return ok(0);
}

async function readBundle(io: Io, word: string): Promise<Result<Uint8Array>> {
  try {
    return ok(await readFile(placeOf(io, word)));
  } catch {
    return err(appError("file-unreadable", { fileName: word }));
  }
}

async function inspect(store: Store, { word, args, io }: Call): Promise<Result<ExitCode>> {
  const bytes = await readBundle(io, word);
  if (!bytes.ok) return bytes;
  const preview = await store.bundles.inspect(bytes.value);
  if (!preview.ok) return preview;
  if (args.has("json")) writeJson(io, preview.value);
  else
    io.out(
      table(
        preview.value.documents.map(({ collection, id, state, theirs, mine }) => [
          translateData(args.lang, `bundle.state.${state}`),
          `${collection}/${id}`,
          theirs.savedAt,
          mine?.savedAt ?? "",
        ]),
      ),
    );
  const { notTaken } = preview.value;
  if (notTaken.length > 0 && !args.has("json"))
    io.out(
      `${translate(args.lang, "bundle.notTaken", { count: notTaken.length, names: notTaken })}\n`,
    );
  const contested = preview.value.documents.some(
    ({ state }) => state !== "new" && state !== "same",
  );
  return ok(contested ? 1 : 0);
}

async function take(store: Store, { word, args, io }: Call): Promise<Result<ExitCode>> {
  const asked = args.text("take") ?? "mine";
  const otherwise = choices.find((one) => one === asked);
  if (otherwise === undefined)
    return err(appError("cli-choice", { option: "take", value: asked, known: [...choices] }));
  const bytes = await readBundle(io, word);
  if (!bytes.ok) return bytes;
  const done = await store.bundles.import(bytes.value, { by: BY, otherwise });
  if (!done.ok) return done;
  const { saved, evidence } = done.value;
  if (args.has("json")) writeJson(io, done.value);
  else io.out(`${translate(args.lang, "bundle.taken", { saved: saved.length, evidence })}\n`);
  return ok(0);
}

/**
 * The page shows a bundle and lets a person choose document by document; the terminal writes out what the store found, and
 * takes all of it by one rule. For that it asks the store, as the desk's own handlers do.
 */
async function withStore(
  mode: "write" | "read",
  call: Call,
  work: (store: Store, call: Call) => Promise<Result<ExitCode>>,
): Promise<Result<ExitCode>> {
  const dir = call.args.needed("workspace");
  if (!dir.ok) return dir;
  const unlock = await unlockOf(call.args, call.io);
  if (!unlock.ok) return unlock;
  const wish = { path: placeOf(call.io, dir.value), mode, create: false, takeOver: false };
  const opened = await openStore({}, { ...wish, unlock: unlock.value });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value, call);
  } finally {
    await opened.value.close({ force: true });
  }
}

const actions: Readonly<Record<string, (call: Call) => Promise<Result<ExitCode>>>> = {
  // An export is written into the journal, so it needs the workspace for writing.
  export: exportOrder,
  inspect: (call) => withStore("read", call, inspect),
  import: (call) => withStore("write", call, take),
};

/** `bundle export|inspect|import`: a whole order with its evidence as one file, in a terminal. */
export const bundleCommand: Command = {
  name: "bundle",
  help: "cli.help.bundle",
  options: {
    workspace: { type: "string" },
    out: { type: "string" },
    take: { type: "string" },
    json: { type: "boolean" },
    ...secretOptions,
  },
  run: async (args, io) => {
    const words = args.words(2);
    if (!words.ok) return words;
    const [name = "", word = ""] = words.value;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) {
      const params = { command: "bundle", value: name.slice(0, 40) };
      return err(appError("cli-action", { ...params, known: Object.keys(actions) }));
    }
    return await action({ word, args, io });
  },
};
