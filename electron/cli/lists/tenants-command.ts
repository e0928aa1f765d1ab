import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  createListRegistry,
  createTenantRegistry,
  importBook,
  type OpenedStore,
  openStore,
  type TenantRegistry,
} from "#desk";
import { fileSource } from "#node/input";
import { type BookSummary, drawSample, sampleBound, type TenantBook } from "#node/tenants";
import { type Lang, translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import { tenantClasses } from "#shared/model";
import {
  type ClassifiedTenant,
  type NamedTenantColumns,
  tenantFields,
  tenantMix,
} from "#shared/tenants";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { table } from "../table.ts";
import { secretOptions, unlockOf } from "../workspace/secrets.ts";
import { readEncoding } from "./list-files.ts";

/** Largest tenant book that is read; it is never held whole. */
const LARGEST_BOOK = 4_000_000_000;
const SHOWN = 20;

type Call = { readonly args: Arguments; readonly io: Io; readonly opened: OpenedStore };

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

function writeBook(lang: Lang, io: Io, book: BookSummary): void {
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

/** The file of the screening threads: built, or the source where the program runs from its sources. */
function screeningThreads(root: string): string | undefined {
  const places = [
    join(root, "dist", "node", "tenant-worker.mjs"),
    join(root, "electron", "worker", "tenant-worker.ts"),
  ];
  return places.find((place) => existsSync(place));
}

async function classify(call: Call, file: string): Promise<Result<ExitCode>> {
  const { args, io, opened } = call;
  const encoding = readEncoding(args);
  if (!encoding.ok) return encoding;
  const columns = columnsOf(args);
  if (!columns.ok) return columns;
  const source = await fileSource(placeOf(io, file), file, LARGEST_BOOK);
  if (!source.ok) return source;
  const workspace = opened.port;
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

async function listBooks({ args, io }: Call, books: TenantRegistry): Promise<Result<ExitCode>> {
  const all = await books.list();
  if (!all.ok) return all;
  const { books: kept, damaged } = all.value;
  if (args.has("json"))
    writeJson(io, { books: kept, ...(damaged.length === 0 ? {} : { damaged }) });
  else for (const book of kept) writeBook(args.lang, io, book);
  if (damaged.length > 0)
    io.err(`${translate(args.lang, "tenants.damaged", { names: [...damaged] })}\n`);
  return ok(0);
}

/** The book that `--book` names, or the only one. */
async function bookOf({ args }: Call, books: TenantRegistry): Promise<Result<TenantBook>> {
  const said = args.text("book");
  if (said !== undefined) return await books.open(said);
  const all = await books.list();
  if (!all.ok) return all;
  const [only, other] = all.value.books;
  if (only === undefined || other !== undefined)
    return err(appError("cli-option-missing", { option: "book" }));
  return await books.open(only.id);
}

function show({ args, io }: Call, book: TenantBook): Result<ExitCode> {
  const said = args.text("class");
  const asked = tenantClasses.find((one) => one === said);
  if (said !== undefined && asked === undefined)
    return err(
      appError("cli-choice", {
        option: "class",
        value: said.slice(0, 40),
        known: [...tenantClasses],
      }),
    );
  const count = countOf(args, "size", SHOWN, 100_000);
  if (!count.ok) return count;
  const tenants = book.some({ class: asked, from: 0, count: count.value });
  if (args.has("json")) writeJson(io, { book: book.summary.id, tenants });
  else writeTenants(args.lang, io, tenants);
  return ok(0);
}

function mix({ args, io }: Call, book: TenantBook): Result<ExitCode> {
  if (args.has("json"))
    writeJson(io, { book: book.summary.id, tenantMix: tenantMix(book.summary.totals) });
  else writeBook(args.lang, io, book.summary);
  return ok(0);
}

function sample({ args, io }: Call, book: TenantBook): Result<ExitCode> {
  const size = countOf(args, "size", 300, 100_000);
  if (!size.ok) return size;
  const drawn = drawSample(book, size.value);
  const wrong = countOf(args, "wrong", 0, drawn.size);
  if (!wrong.ok) return wrong;
  const bound = sampleBound(drawn, wrong.value);
  if (args.has("json")) writeJson(io, { ...drawn, wrong: wrong.value, bound });
  else {
    const about = {
      size: drawn.size,
      of: drawn.of,
      seed: drawn.seed.slice(0, 16),
      wrong: wrong.value,
      bound: (bound * 100).toFixed(2),
    };
    io.out(`${translate(args.lang, "tenants.sample.bound", about)}\n`);
    writeTenants(args.lang, io, drawn.tenants);
  }
  return ok(0);
}

async function work(call: Call): Promise<Result<ExitCode>> {
  const [verb = "", file] = call.args.positionals;
  if (verb === "classify")
    return file === undefined
      ? err(appError("cli-argument-missing", { count: 2 }))
      : await classify(call, file);
  const words = call.args.words(1);
  if (!words.ok) return words;
  const books = createTenantRegistry(call.opened.port.files);
  if (verb === "list") return await listBooks(call, books);
  const book = await bookOf(call, books);
  if (!book.ok) return book;
  try {
    if (verb === "show") return show(call, book.value);
    return verb === "mix" ? mix(call, book.value) : sample(call, book.value);
  } finally {
    book.value.close();
  }
}

const verbs = ["classify", "list", "show", "mix", "sample"];

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
    if (!verbs.includes(verb))
      return err(appError("cli-command", { value: verb.slice(0, 40), known: verbs }));
    const dir = args.needed("workspace");
    if (!dir.ok) return dir;
    const unlock = await unlockOf(args, io);
    if (!unlock.ok) return unlock;
    const mode = verb === "classify" ? "write" : "read";
    const path = placeOf(io, dir.value);
    const wish = { path, mode, create: false, takeOver: false, unlock: unlock.value } as const;
    const opened = await openStore({}, wish);
    if (!opened.ok) return opened;
    try {
      return await work({ args, io, opened: opened.value });
    } finally {
      await opened.value.port.close();
    }
  },
};
