import { readFile } from "node:fs/promises";
import { parseStrictJson } from "#node/input";
import { valueText } from "#shared/check";
import { type Lang, translate, translateData } from "#shared/i18n";
import { foundSchema, type LookupPreview, type LookupRow } from "#shared/ipc";
import { appError, err, isCivilDate, ok, type Result, shapeProblem } from "#shared/kernel";
import { tracks } from "#shared/rules";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { table } from "../table.ts";
import { readSecret, secretOptions } from "../workspace/secrets.ts";
import { withDesk } from "./with-desk.ts";

type Call = { readonly args: Arguments; readonly io: Io };

/** The day asked, where one was named. */
function dayOf({ args }: Call): Result<{ readonly asOf?: string }> {
  const day = args.text("as-of");
  if (day === undefined) return ok({});
  return isCivilDate(day)
    ? ok({ asOf: day })
    : err(appError("cli-day", { value: day.slice(0, 40) }));
}

async function readFound({ args, io }: Call) {
  const file = args.needed("file");
  if (!file.ok) return file;
  let text: string;
  try {
    text = await readFile(placeOf(io, file.value), "utf8");
  } catch {
    return err(appError("file-unreadable", { fileName: file.value }));
  }
  const json = parseStrictJson(text, file.value);
  if (!json.ok) return json;
  const parsed = foundSchema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const { problem } = shapeProblem(issue);
  const at = issue?.path.map(String).join(".") || "(top)";
  return err(appError("lookup-file", { file: file.value, at, problem: String(problem) }));
}

function foundText(lang: Lang, { entry }: LookupRow): string {
  const state = translateData(lang, `parameter.state.${entry.state}`);
  const said = entry.value ?? entry.instead;
  return `${said === undefined ? state : `${state}: ${valueText(lang, said)}`} (${entry.from}${entry.to === undefined ? "" : ` – ${entry.to}`})`;
}

function confirmationText(lang: Lang, { orders, contradicts }: LookupRow): string {
  const said = orders.map(({ confirmed }) =>
    confirmed === undefined
      ? translate(lang, "lookup.unconfirmed")
      : translate(lang, "lookup.confirmed", { ...confirmed }),
  );
  const words = [...new Set(said)];
  return [...words, ...(contradicts ? [translate(lang, "lookup.contradiction")] : [])].join(" · ");
}

const heads = ["entry", "parameter", "found", "seen", "state", "orders"] as const;

async function list(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const { lang } = args;
  const day = dayOf(call);
  if (!day.ok) return day;
  const rows = await withDesk({ args, io, mode: "read" }, ({ call: ask }) =>
    ask<LookupRow[]>("lookups", "list", day.value),
  );
  if (!rows.ok) return rows;
  if (args.has("json")) writeJson(io, rows.value);
  else if (rows.value.length === 0) io.out(`${translate(lang, "cli.lookup.none")}\n`);
  else
    io.out(
      table([
        heads.map((name) => translate(lang, `cli.lookup.head.${name}`)),
        ...rows.value.map((row) => [
          row.entry.id,
          row.title?.[lang] ?? row.entry.parameter,
          `${foundText(lang, row)} ${row.entry.citation}`,
          [row.entry.seenOn, row.name].filter(Boolean).join(" "),
          confirmationText(lang, row),
          row.orders.map(({ title }) => title).join(lang === "zh" ? "；" : "; "),
        ]),
      ]),
    );
  return ok(0);
}

function writePreview({ args, io }: Call, preview: LookupPreview): void {
  const { lang } = args;
  const { asOf, text, contradicts } = preview;
  const state = translateData(lang, `parameter.state.${text.state}`);
  const said =
    text.value === undefined || text.state !== "in-force"
      ? state
      : `${state}: ${valueText(lang, text.value)}`;
  const key = contradicts ? "lookup.contradicts" : "lookup.agrees";
  io.out(`${translate(lang, key, { asOf, text: said })}\n\n`);
  const sides = ["now", "entered", "confirmed"] as const;
  io.out(
    table([
      ["", ...sides.map((side) => translate(lang, `lookup.preview.${side}`))],
      ...tracks.map((track) => [
        translate(lang, `track.${track}`),
        ...sides.map((side) => {
          const { lane, atBest, atWorst } = preview[side][track];
          const range = translate(lang, "lookup.preview.range", {
            best: translate(lang, `lane.${atBest}`),
            worst: translate(lang, `lane.${atWorst}`),
          });
          const own = translate(lang, `lane.${lane}`);
          return atBest === atWorst ? own : `${own} (${range})`;
        }),
      ]),
    ]),
  );
}

async function weigh(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const order = args.needed("order");
  const day = dayOf(call);
  const found = await readFound(call);
  if (!order.ok) return order;
  if (!day.ok) return day;
  if (!found.ok) return found;
  const input = { order: order.value, found: found.value, ...day.value };
  const answer = await withDesk({ args, io, mode: "read" }, ({ call: ask }) =>
    ask<LookupPreview>("lookups", "preview", input),
  );
  if (!answer.ok) return answer;
  if (args.has("json")) writeJson(io, answer.value);
  else writePreview(call, answer.value);
  return ok(0);
}

/** Who puts an entry in, where they say so: only what somebody with an unlocked key put in can be confirmed by a second person. */
async function readSignIn({
  args,
  io,
}: Call): Promise<Result<{ person: string; passphrase: string } | undefined>> {
  const person = args.text("person");
  if (person === undefined) return ok(undefined);
  const file = args.needed("key-passphrase-file");
  if (!file.ok) return file;
  const passphrase = await readSecret(io, file.value);
  return passphrase.ok ? ok({ person, passphrase: passphrase.value }) : passphrase;
}

async function add(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const order = args.needed("order");
  const found = await readFound(call);
  if (!order.ok) return order;
  if (!found.ok) return found;
  const signIn = await readSignIn(call);
  if (!signIn.ok) return signIn;
  const input = { order: order.value, found: found.value, also: args.all("also") };
  const added = await withDesk({ args, io, mode: "write" }, async ({ call: ask }) => {
    const unlocked =
      signIn.value === undefined ? ok({}) : await ask("persons", "unlock", signIn.value);
    return unlocked.ok ? await ask<{ id: string }>("check", "lookUp", input) : unlocked;
  });
  if (!added.ok) return added;
  if (args.has("json")) writeJson(io, added.value);
  else io.out(`${translate(args.lang, "cli.lookup.added", { id: added.value.id })}\n`);
  return ok(0);
}

type Signing = { readonly order: string; readonly id: string; readonly person: string };

async function readSigning({ args, io }: Call): Promise<Result<Signing & { passphrase: string }>> {
  const found: string[] = [];
  for (const name of ["order", "id", "person", "key-passphrase-file"]) {
    const value = args.needed(name);
    if (!value.ok) return value;
    found.push(value.value);
  }
  const [order = "", id = "", person = "", file = ""] = found;
  const passphrase = await readSecret(io, file);
  return passphrase.ok ? ok({ order, id, person, passphrase: passphrase.value }) : passphrase;
}

async function confirm(call: Call): Promise<Result<ExitCode>> {
  const { args, io } = call;
  const signing = await readSigning(call);
  if (!signing.ok) return signing;
  const reason = args.text("reason");
  const said = reason === undefined ? {} : { reason };
  const input = { ...signing.value, holds: !args.has("withdraw"), ...said };
  const signed = await withDesk({ args, io, mode: "write" }, ({ call: ask }) =>
    ask<{ orders: string[] }>("lookups", "confirm", input),
  );
  if (!signed.ok) return signed;
  const { orders } = signed.value;
  if (args.has("json")) writeJson(io, signed.value);
  else io.out(`${translate(args.lang, "lookup.signed", { count: orders.length })}\n`);
  return ok(0);
}

const actions: Readonly<Record<string, (call: Call) => Promise<Result<ExitCode>>>> = {
  list,
  preview: weigh,
  add,
  confirm,
};

/** `lookup`: what persons looked up about the law, in a workspace. */
export const lookupCommand: Command = {
  name: "lookup",
  help: "cli.help.lookup",
  options: {
    ...secretOptions,
    workspace: { type: "string" },
    order: { type: "string" },
    file: { type: "string" },
    also: { type: "string", multiple: true },
    id: { type: "string" },
    person: { type: "string" },
    "key-passphrase-file": { type: "string" },
    withdraw: { type: "boolean" },
    reason: { type: "string" },
    "as-of": { type: "string" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const [word = ""] = words.value;
    const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
    return action === undefined
      ? err(
          appError("cli-action", {
            command: "lookup",
            value: word.slice(0, 40),
            known: Object.keys(actions),
          }),
        )
      : await action({ args, io });
  },
};
