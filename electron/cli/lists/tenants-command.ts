import { createListRegistry, type DeskWorkspace, importBook, openStore, workspaceOf } from "#desk";
import { fileSource } from "#node/input";
import { BOOK_SCHEMA, type BookSummary } from "#node/tenants";
import { type Lang, translate, translateData } from "#shared/i18n";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { tenantClasses } from "#shared/model";
import {
  type ClassifiedTenant,
  type NamedTenantColumns,
  tenantFields,
  tenantMix,
} from "#shared/tenants";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf } from "../inputs.ts";
import { table } from "../table.ts";
import { secretOptions, unlockOf } from "../workspace/secrets.ts";
import { readEncoding } from "./list-files.ts";
import { screeningThreads } from "./screening-threads.ts";

/** Largest tenant book that is read; it is never held whole. */
const LARGEST_BOOK = 4_000_000_000;
const SHOWN = 20;

type Call = { readonly args: Arguments; readonly io: Io };
type Books = DeskHandlers["tenants"];
/** A book as the desk tells of it. */
type Listed = Omit<BookSummary, "schema" | "lists" | "totals"> & {
  readonly lists: readonly BookSummary["lists"][number][];
  readonly totals: readonly BookSummary["totals"][number][];
};

function columnsOf(args: Arguments): Result<NamedTenantColumns | undefined> {
  const columns: NamedTenantColumns = {};
  for (const said of args.all("column")) {
    const field = tenantFields.find((one) => said.startsWith(`${one}=`));
    const header = field === undefined ? "" : said.slice(field.length + 1);
    if (field === undefined || header === "")
      return err(
        appError("list-column-option", { value: said.slice(0, 80), known: [...tenantFields] }),
      );
    columns[field] = header;
  }
  return ok(Object.keys(columns).length === 0 ? undefined : columns);
}

/** A whole number that an option gives, within bounds. */
function countOf(args: Arguments, option: string, usual: number, most: number): Result<number> {
  const said = args.text(option);
  if (said === undefined) return ok(usual);
  const count = /^\d{1,7}$/.test(said) ? Number(said) : Number.NaN;
  return count >= 0 && count <= most
    ? ok(count)
    : err(appError("cli-choice", { option, value: said.slice(0, 40), known: [`0–${most}`] }));
}

function writeBook(lang: Lang, io: Io, book: Listed): void {
  const { id, title, rows, repeated, resembling, lists, totals } = book;
  const about = { id, title, rows, repeated, resembling, lists: lists.length };
  io.out(`${translate(lang, "cli.tenants.book", about)}\n`);
  const shares = new Map(tenantMix(totals).map((one) => [one.class, one.share]));
  const shown = (name: BookSummary["totals"][number]["class"]) => {
    const share = shares.get(name);
    if (share?.kind === "exact") return share.percent;
    return share?.kind === "range" ? `${share.min}–${share.max}` : "";
  };
  io.out(
    table(
      [
        (["class", "tenants", "sure", "share"] as const).map((column) =>
          translate(lang, `cli.tenants.header.${column}`),
        ),
        ...totals.map((one) => [
          translateData(lang, `tenant.class.${one.class}`),
          String(one.tenants),
          String(one.sure),
          shown(one.class),
        ]),
      ],
      "  ",
    ),
  );
}

function writeTenants(lang: Lang, io: Io, tenants: readonly ClassifiedTenant[]): void {
  const rows = tenants.map(({ line, name, code, evidence, sure, class: own }) => [
    String(line),
    name === "" ? code : name,
    `${translateData(lang, `tenant.class.${own}`)}${sure ? "" : "?"}`,
    evidence
      .map(({ kind, what }) => translateData(lang, `tenants.evidence.${kind}`, { what }))
      .join(lang === "zh" ? "；" : "; "),
  ]);
  io.out(table(rows, "  "));
}

/**
 * Classifies a book. The page hands its bytes over; a provider's book may be larger than memory, so that the terminal reads
 * it from the disk in pieces and gives those to what the page's job does.
 */
async function classify({ args, io }: Call): Promise<Result<ExitCode>> {
  const [, file] = args.positionals;
  const dir = args.needed("workspace");
  if (!dir.ok) return dir;
  const unlock = await unlockOf(args, io);
  if (!unlock.ok) return unlock;
  const path = placeOf(io, dir.value);
  const wish = { path, mode: "write", create: false, takeOver: false } as const;
  const opened = await openStore({}, { ...wish, unlock: unlock.value });
  if (!opened.ok) return opened;
  try {
    return file === undefined
      ? err(appError("cli-argument-missing", { count: 2 }))
      : await classifyInto(workspaceOf(opened.value), file, { args, io });
  } finally {
    await opened.value.close({ force: true });
  }
}

async function classifyInto(
  workspace: DeskWorkspace,
  file: string,
  { args, io }: Call,
): Promise<Result<ExitCode>> {
  const encoding = readEncoding(args);
  if (!encoding.ok) return encoding;
  const columns = columnsOf(args);
  if (!columns.ok) return columns;
  const source = await fileSource(placeOf(io, file), file, LARGEST_BOOK);
  if (!source.ok) return source;
  const lists = createListRegistry(workspace.files);
  const said = {
    title: args.text("title"),
    columns: columns.value,
    encoding: encoding.value,
    today: io.today(),
  };
  const tenantWorker = screeningThreads(io.root);
  const book = await importBook({ lists, workspace, tenantWorker }, source.value, said);
  if (!book.ok) return book;
  if (args.has("json")) writeJson(io, book.value);
  else writeBook(args.lang, io, book.value);
  return ok(0);
}

/** The words of a command that only looks, in the order in which they are refused. */
async function withBooks(
  { args, io }: Call,
  work: (books: Books) => Promise<Result<ExitCode>>,
): Promise<Result<ExitCode>> {
  return await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const books = await group("tenants");
    return books.ok ? await work(books.value) : books;
  });
}

async function listBooks({ args, io }: Call, books: Books): Promise<Result<ExitCode>> {
  const all = await books.list({});
  if (!all.ok) return all;
  const { books: kept, damaged } = all.value;
  if (args.has("json"))
    writeJson(io, {
      books: kept.map((book) => ({ schema: BOOK_SCHEMA, ...book })),
      ...(damaged.length === 0 ? {} : { damaged }),
    });
  else for (const book of kept) writeBook(args.lang, io, book);
  if (damaged.length > 0)
    io.err(`${translate(args.lang, "tenants.damaged", { names: [...damaged] })}\n`);
  return ok(0);
}

/** The id of the book that `--book` names, or of the only one. */
async function bookOf({ args }: Call, books: Books): Promise<Result<string>> {
  const said = args.text("book");
  if (said !== undefined) return ok(said);
  const all = await books.list({});
  if (!all.ok) return all;
  const [only, other] = all.value.books;
  return only === undefined || other !== undefined
    ? err(appError("cli-option-missing", { option: "book" }))
    : ok(only.id);
}

async function show({ args, io }: Call, books: Books): Promise<Result<ExitCode>> {
  const book = await bookOf({ args, io }, books);
  if (!book.ok) return book;
  const said = args.text("class");
  const asked = tenantClasses.find((one) => one === said);
  const count = countOf(args, "size", SHOWN, 100_000);
  const id = book.value;
  const known = await books.rows({ id, from: 0, count: 1 });
  if (!known.ok) return known;
  if (said !== undefined && asked === undefined)
    return err(
      appError("cli-choice", {
        option: "class",
        value: said.slice(0, 40),
        known: [...tenantClasses],
      }),
    );
  if (!count.ok) return count;
  const tenants = await books.rows({ id, class: asked, from: 0, count: count.value });
  if (!tenants.ok) return tenants;
  if (args.has("json")) writeJson(io, { book: id, tenants: tenants.value });
  else writeTenants(args.lang, io, tenants.value);
  return ok(0);
}

async function mix({ args, io }: Call, books: Books): Promise<Result<ExitCode>> {
  const book = await bookOf({ args, io }, books);
  const shares = book.ok ? await books.mix({ id: book.value }) : book;
  if (!book.ok) return book;
  if (!shares.ok) return shares;
  const all = await books.list({});
  if (!all.ok) return all;
  const found = all.value.books.find(({ id }) => id === book.value);
  if (args.has("json")) writeJson(io, { book: book.value, tenantMix: shares.value });
  else if (found !== undefined) writeBook(args.lang, io, found);
  return ok(0);
}

async function sample({ args, io }: Call, books: Books): Promise<Result<ExitCode>> {
  const book = await bookOf({ args, io }, books);
  if (!book.ok) return book;
  const size = countOf(args, "size", 300, 100_000);
  const id = book.value;
  const first = await books.sample({ id, size: size.ok ? size.value : 0 });
  if (!first.ok) return first;
  if (!size.ok) return size;
  const wrong = countOf(args, "wrong", 0, first.value.size);
  if (!wrong.ok) return wrong;
  const drawn = await books.sample({ id, size: size.value, wrong: wrong.value });
  if (!drawn.ok) return drawn;
  if (args.has("json")) writeJson(io, { ...drawn.value, wrong: wrong.value });
  else {
    const { bound, of, seed, tenants } = drawn.value;
    const about = {
      size: drawn.value.size,
      of,
      seed: seed.slice(0, 16),
      wrong: wrong.value,
      bound: (bound * 100).toFixed(2),
    };
    io.out(`${translate(args.lang, "tenants.sample.bound", about)}\n`);
    writeTenants(args.lang, io, tenants);
  }
  return ok(0);
}

const actions: Readonly<Record<string, (call: Call) => Promise<Result<ExitCode>>>> = {
  classify,
  list: (call) => withBooks(call, (books) => listBooks(call, books)),
  show: (call) => withBooks(call, (books) => show(call, books)),
  mix: (call) => withBooks(call, (books) => mix(call, books)),
  sample: (call) => withBooks(call, (books) => sample(call, books)),
};

/** `tenants classify | list | show | mix | sample`: a provider's customers by class, with the evidence of each. */
export const tenantsCommand: Command = {
  name: "tenants",
  help: "cli.help.tenants",
  options: {
    workspace: { type: "string" },
    title: { type: "string" },
    book: { type: "string" },
    class: { type: "string" },
    size: { type: "string" },
    wrong: { type: "string" },
    column: { type: "string", multiple: true },
    encoding: { type: "string" },
    json: { type: "boolean" },
    ...secretOptions,
  },
  run: async (args, io) => {
    const [verb = ""] = args.positionals;
    if (verb === "") return err(appError("cli-argument-missing", { count: 1 }));
    const action = Object.hasOwn(actions, verb) ? actions[verb] : undefined;
    return action === undefined
      ? err(appError("cli-command", { value: verb.slice(0, 40), known: Object.keys(actions) }))
      : await action({ args, io });
  },
};
