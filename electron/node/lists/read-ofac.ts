import { type ByteSource, csvBatches, InputFault, type Watch } from "#node/input";
import type { Result } from "#shared/kernel";
import { type OfacPart, OfacRows } from "#shared/lists";
import { DraftList } from "./draft-list.ts";

/** OFAC's files by what they hold. */
export type OfacFiles = Partial<Record<OfacPart, ByteSource>>;

function accept<T>(read: Result<T>): T {
  if (!read.ok) throw new InputFault(read.error.code, read.error.params);
  return read.value;
}

/** Reads OFAC's names with the aliases and addresses that were given with them. */
export async function readOfacFiles(files: OfacFiles, watch: Watch): Promise<DraftList> {
  const { sdn } = files;
  const alone = files.alt ?? files.add;
  if (sdn === undefined) throw new InputFault("list-ofac-no-names", { file: alone?.name ?? "" });
  const rows = new OfacRows();
  for (const part of ["alt", "add"] as const) {
    const source = files[part];
    if (source === undefined) continue;
    for await (const batch of csvBatches(source, watch))
      for (const record of batch) accept(rows.beside(part, record, source.name));
  }
  const list = new DraftList(sdn.name);
  for await (const batch of csvBatches(sdn, watch))
    for (const record of batch) list.take(rows.name(record, sdn.name));
  accept(rows.finish());
  return list;
}
