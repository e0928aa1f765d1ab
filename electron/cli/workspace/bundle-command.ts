import { readFile } from "node:fs/promises";
import { type OpenedStore, openStore, orderBundle, type Unlock } from "#desk";
import { translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { writeNewFile } from "../outputs.ts";
import { table } from "../table.ts";
import { secretOptions, unlockOf } from "./secrets.ts";

type Call = {
  readonly opened: OpenedStore;
  readonly word: string;
  readonly args: Arguments;
  readonly io: Io;
};

const BY = "";
const choices = ["mine", "theirs", "both"] as const;

async function exportOrder({ opened, word, args, io }: Call): Promise<Result<ExitCode>> {
  const out = args.needed("out");
  if (!out.ok) return out;
  const bundle = await orderBundle(opened, word);
  if (!bundle.ok) return bundle;
  const file = await writeNewFile(io, out.value, bundle.value.bytes);
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

async function inspect({ opened, word, args, io }: Call): Promise<Result<ExitCode>> {
  const bytes = await readBundle(io, word);
  if (!bytes.ok) return bytes;
  const preview = await opened.store.bundles.inspect(bytes.value);
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

async function take({ opened, word, args, io }: Call): Promise<Result<ExitCode>> {
  const asked = args.text("take") ?? "mine";
  const otherwise = choices.find((one) => one === asked);
  if (otherwise === undefined)
    return err(appError("cli-choice", { option: "take", value: asked, known: [...choices] }));
  const bytes = await readBundle(io, word);
  if (!bytes.ok) return bytes;
  const done = await opened.store.bundles.import(bytes.value, { by: BY, otherwise });
  if (!done.ok) return done;
  const { saved, evidence } = done.value;
  if (args.has("json")) writeJson(io, done.value);
  else io.out(`${translate(args.lang, "bundle.taken", { saved: saved.length, evidence })}\n`);
  return ok(0);
}

type Action = {
  readonly mode: "write" | "read";
  readonly run: (call: Call) => Promise<Result<ExitCode>>;
};

const actions: Readonly<Record<string, Action>> = {
  // An export is written into the journal, so it needs the workspace for writing.
  export: { mode: "write", run: exportOrder },
  inspect: { mode: "read", run: inspect },
  import: { mode: "write", run: take },
};

async function run(
  action: Action,
  place: { readonly dir: string; readonly unlock: Unlock | undefined },
  call: Omit<Call, "opened">,
): Promise<Result<ExitCode>> {
  const wish = { path: place.dir, mode: action.mode, create: false, takeOver: false };
  const opened = await openStore({}, { ...wish, unlock: place.unlock });
  if (!opened.ok) return opened;
  try {
    return await action.run({ ...call, opened: opened.value });
  } finally {
    await opened.value.port.close();
  }
}

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
    const dir = args.needed("workspace");
    if (!dir.ok) return dir;
    const unlock = await unlockOf(args, io);
    if (!unlock.ok) return unlock;
    const place = { dir: placeOf(io, dir.value), unlock: unlock.value };
    return await run(action, place, { word, args, io });
  },
};
