import { createHash } from "node:crypto";
import { answered, type ByteSource, InputFault } from "#node/input";
import { type CivilDate, isCivilDate, type Result } from "#shared/kernel";
import { type ListEntry, type ListSnapshot, slug } from "#shared/lists";
import type { DraftList } from "./draft-list.ts";
import { readListJson } from "./read-json.ts";
import { type OfacFiles, readOfacFiles } from "./read-ofac.ts";
import { readCslTable, readPlainCsv, readPlainXlsx, type TableOptions } from "./read-table.ts";
import { type ListLayout, recognise } from "./recognise.ts";

/** What a person may say of a list that its files do not. */
export type ListOptions = TableOptions & {
  readonly title?: string | undefined;
  readonly date?: string | undefined;
};

/** The files of one list, with what each of them is. */
export type ListGroup = {
  readonly main: ByteSource;
  readonly layout: ListLayout;
  readonly ofac?: OfacFiles;
};

const DAY = /(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)/;

function dayInName(name: string): CivilDate | undefined {
  const found = DAY.exec(name);
  const day = found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`;
  return day !== undefined && isCivilDate(day) ? day : undefined;
}

/** The latest day on which an entry was added; a list is at least as young as that. */
function latestEntry(entries: readonly ListEntry[]): CivilDate | undefined {
  let latest: CivilDate | undefined;
  for (const { from = "" } of entries)
    if ((latest === undefined || from > latest) && isCivilDate(from)) latest = from;
  return latest;
}

/** Sorts files into lists: OFAC's aliases and addresses go with its names, every other file is a list of its own. */
export async function groupListFiles(
  sources: readonly ByteSource[],
  options: ListOptions = {},
): Promise<Result<readonly ListGroup[]>> {
  return await answered(async () => {
    const groups: ListGroup[] = [];
    const ofac: { main: ByteSource; files: OfacFiles }[] = [];
    for (const source of sources) {
      const layout = await recognise(source, { ...options, told: options.columns !== undefined });
      if (!layout.ok) throw new InputFault(layout.error.code, layout.error.params);
      if (layout.value.kind !== "ofac") {
        groups.push({ main: source, layout: layout.value });
        continue;
      }
      const { part } = layout.value;
      const open = ofac.find(({ files }) => files[part] === undefined);
      if (open === undefined) ofac.push({ main: source, files: { [part]: source } });
      else {
        open.files = { ...open.files, [part]: source };
        if (part === "sdn") open.main = source;
      }
    }
    for (const { main, files } of ofac)
      groups.push({ main, layout: { kind: "ofac", part: "sdn" }, ofac: files });
    return groups;
  });
}

type Read = { readonly format: string; readonly list: DraftList; readonly date?: string };

async function readGroup(group: ListGroup, id: string, options: ListOptions): Promise<Read> {
  const { main, layout, ofac = {} } = group;
  switch (layout.kind) {
    case "csl-csv":
      return { format: "csl-csv", list: await readCslTable(main, options) };
    case "json":
      return await readListJson(main, options);
    case "ofac":
      return { format: "ofac-csv", list: await readOfacFiles(ofac, options) };
    case "plain-csv":
      return { format: "plain-csv", list: await readPlainCsv(main, id, options) };
    case "plain-xlsx":
      return { format: "plain-xlsx", list: await readPlainXlsx(main, id, options) };
  }
}

async function hashOf(sources: readonly ByteSource[]): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) for await (const chunk of source.chunks()) hash.update(chunk);
  return hash.digest("hex");
}

/** The files of a group in the order in which they are hashed. */
export function filesOf({ main, ofac }: ListGroup): readonly ByteSource[] {
  if (ofac === undefined) return [main];
  return [ofac.sdn, ofac.alt, ofac.add].filter((one) => one !== undefined);
}

const stemOf = (name: string) =>
  name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[a-z]+$/i, "") ?? name;

/**
 * Reads one list whole, or refuses it with the file, the place and the remedy. Its date is the one that a person or the file
 * states, else the one in its name, else that of the youngest entry, else `unknown`: never today's. The hash is that of the
 * bytes; the ids of the entries do not depend on the order of the rows.
 */
export async function readListGroup(
  group: ListGroup,
  options: ListOptions = {},
): Promise<Result<ListSnapshot>> {
  return await answered(async () => {
    const title = options.title ?? stemOf(group.main.name);
    const id = slug(title);
    // A plain list is the same list whatever day its name bears.
    const own = slug(title.replace(DAY, " "));
    const { format, list, date } = await readGroup(group, own, options);
    const { entries, notes } = list.finish();
    return {
      id,
      title,
      date: options.date ?? date ?? dayInName(group.main.name) ?? latestEntry(entries) ?? "unknown",
      sha256: await hashOf(filesOf(group)),
      format,
      lists: [...new Set(entries.map((entry) => entry.list))].toSorted(),
      entries,
      notes,
    };
  });
}

/** Reads files that are one list together. */
export async function readOneList(
  sources: readonly ByteSource[],
  options: ListOptions = {},
): Promise<Result<ListSnapshot>> {
  const groups = await groupListFiles(sources, options);
  if (!groups.ok) return groups;
  const [first, second] = groups.value;
  return await answered(async () => {
    if (first === undefined) throw new InputFault("list-empty", { file: "" });
    if (second !== undefined)
      throw new InputFault("list-two-lists", { file: first.main.name, other: second.main.name });
    const read = await readListGroup(first, options);
    if (!read.ok) throw new InputFault(read.error.code, read.error.params);
    return read.value;
  });
}
