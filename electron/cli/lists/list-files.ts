import { stat } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { type ByteSource, type Encoding, encodings, fileSource, LARGEST_LIST } from "#node/input";
import { groupListFiles, type ListOptions, readListGroup } from "#node/lists";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type ListSnapshot, type NamedColumns, plainFields } from "#shared/lists";
import { buildListIndex, type ListIndex } from "#shared/screening";
import type { Arguments, Io } from "../command.ts";

/** Options by which a person says how a plain list is to be read. */
export const listOptions = {
  column: { type: "string", multiple: true },
  encoding: { type: "string" },
} as const;

/** The columns named by `--column name=表头` and the encoding named by `--encoding gbk`. */
export function readListOptions(args: Arguments): Result<ListOptions> {
  const columns = readColumns(args);
  if (!columns.ok) return columns;
  const encoding = readEncoding(args);
  if (!encoding.ok) return encoding;
  return ok({
    ...(columns.value === undefined ? {} : { columns: columns.value }),
    ...(encoding.value === undefined ? {} : { encoding: encoding.value }),
  });
}

function readColumns(args: Arguments): Result<NamedColumns | undefined> {
  const columns: NamedColumns = {};
  for (const said of args.all("column")) {
    const field = plainFields.find((one) => said.startsWith(`${one}=`));
    const header = field === undefined ? "" : said.slice(field.length + 1);
    if (field === undefined || header === "")
      return err(
        appError("list-column-option", { value: said.slice(0, 80), known: [...plainFields] }),
      );
    columns[field] = header;
  }
  return ok(Object.keys(columns).length === 0 ? undefined : columns);
}

/** The encoding named by `--encoding`; GBK and GB 2312 are read as the larger set that holds them. */
export function readEncoding(args: Arguments): Result<Encoding | undefined> {
  const named = args.text("encoding")?.toLowerCase();
  const plain = named === "gbk" || named === "gb2312" ? "gb18030" : named;
  const encoding = encodings.find((one): one is Encoding => one === plain);
  if (named !== undefined && encoding === undefined)
    return err(
      appError("cli-choice", {
        option: "encoding",
        value: named.slice(0, 40),
        known: [...encodings, "gbk"],
      }),
    );
  return ok(encoding);
}

const inPlace = (io: Io, path: string) => (isAbsolute(path) ? path : resolve(io.cwd, path));

/** OFAC's aliases and addresses that lie beside its names, where a person named only these. */
async function filesBeside(io: Io, paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const name = path.split(/[\\/]/).at(-1) ?? "";
    if (!/sdn/i.test(name)) continue;
    for (const part of ["alt", "add"]) {
      const other = join(dirname(path), name.replace(/sdn/i, part));
      if (paths.includes(other)) continue;
      const facts = await stat(inPlace(io, other)).catch(() => undefined);
      if (facts?.isFile() === true) found.push(other);
    }
  }
  return found;
}

/**
 * Reads list files; OFAC's aliases and addresses go with its names, whether they were named too or only lie beside them.
 * Every file is read whole, or the first that cannot be is the answer.
 */
export async function readListFiles(
  io: Io,
  paths: readonly string[],
  options: ListOptions = {},
): Promise<Result<readonly ListSnapshot[]>> {
  const sources: ByteSource[] = [];
  for (const path of [...paths, ...(await filesBeside(io, paths))]) {
    const source = await fileSource(inPlace(io, path), path, LARGEST_LIST);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  const groups = await groupListFiles(sources, options);
  if (!groups.ok) return groups;
  const snapshots: ListSnapshot[] = [];
  for (const group of groups.value) {
    const snapshot = await readListGroup(group, options);
    if (!snapshot.ok) return snapshot;
    snapshots.push(snapshot.value);
  }
  return ok(snapshots);
}

/** The same, ready for screening. */
export async function readLists(
  io: Io,
  paths: readonly string[],
  options: ListOptions = {},
): Promise<Result<readonly ListIndex[]>> {
  const snapshots = await readListFiles(io, paths, options);
  return snapshots.ok ? ok(snapshots.value.map(buildListIndex)) : snapshots;
}
