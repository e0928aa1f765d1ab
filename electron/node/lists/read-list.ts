import { createHash } from "node:crypto";
import { decodeText, parseStrictJson } from "#node/input";
import { appError, type CivilDate, err, isCivilDate, ok, type Result } from "#shared/kernel";
import {
  isCslHeader,
  isOfacSdnLine,
  isRekeyedCsl,
  type ListSnapshot,
  type ReadList,
  readCslCsv,
  readOfac,
  readRekeyedCsl,
  slug,
} from "#shared/lists";

/** A list file as it lies on disk or was handed over; OFAC's alias and address files may come with it. */
export type ListFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly beside?: { readonly alt?: Uint8Array; readonly add?: Uint8Array };
};

function dayInName(name: string): CivilDate | undefined {
  const found = /(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)/.exec(name);
  const day = found === null ? undefined : `${found[1]}-${found[2]}-${found[3]}`;
  return day !== undefined && isCivilDate(day) ? day : undefined;
}

type Recognised = { readonly format: string; readonly read: ReadList };

function readJsonList(text: string, file: string): Result<Recognised> {
  const json = parseStrictJson(text, file);
  if (!json.ok) return json;
  if (!isRekeyedCsl(json.value)) return err(appError("list-format", { file }));
  const read = readRekeyedCsl(json.value, file);
  return read.ok ? ok({ format: "csl-rekeyed-json", read: read.value }) : read;
}

function readBeside(file: ListFile, part: "alt" | "add"): Result<string | undefined> {
  const bytes = file.beside?.[part];
  if (bytes === undefined) return ok(undefined);
  return decodeText(bytes, file.name.replace(/sdn/i, part), { mark: "drop" });
}

function readOfacList(text: string, file: ListFile): Result<Recognised> {
  const alt = readBeside(file, "alt");
  if (!alt.ok) return alt;
  const add = readBeside(file, "add");
  if (!add.ok) return add;
  const read = readOfac(
    {
      sdn: text,
      ...(alt.value === undefined ? {} : { alt: alt.value }),
      ...(add.value === undefined ? {} : { add: add.value }),
    },
    file.name,
  );
  return read.ok ? ok({ format: "ofac-csv", read: read.value }) : read;
}

function recognise(text: string, file: ListFile): Result<Recognised> {
  const start = text.trimStart();
  if (start.startsWith("{") || start.startsWith("[")) return readJsonList(text, file.name);
  const line = text.slice(0, Math.max(0, text.search(/\r?\n/)) || undefined).slice(0, 4_000);
  if (isCslHeader(line)) {
    const read = readCslCsv(text, file.name);
    return read.ok ? ok({ format: "csl-csv", read: read.value }) : read;
  }
  if (isOfacSdnLine(line)) return readOfacList(text, file);
  return err(appError("list-format", { file: file.name }));
}

/** The latest day on which an entry was added; a list is at least as young as that. */
function latestEntry(read: ReadList): CivilDate | undefined {
  return read.entries
    .map((entry) => entry.from ?? "")
    .filter(isCivilDate)
    .toSorted()
    .at(-1);
}

/**
 * Reads a list file of any known layout. Its date is the one the file states, else the one in its name, else that of the
 * youngest entry, else `unknown`: never today's. The hash is that of the bytes.
 */
export function readList(file: ListFile): Result<ListSnapshot> {
  const text = decodeText(file.bytes, file.name, { mark: "drop" });
  if (!text.ok) return text;
  const recognised = recognise(text.value, file);
  if (!recognised.ok) return recognised;
  const { format, read } = recognised.value;
  const sha256 = createHash("sha256").update(file.bytes);
  for (const part of [file.beside?.alt, file.beside?.add]) if (part) sha256.update(part);
  const stem =
    file.name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\.[a-z]+$/i, "") ?? file.name;
  return ok({
    id: slug(stem),
    title: stem,
    date: read.date ?? dayInName(file.name) ?? latestEntry(read) ?? "unknown",
    sha256: sha256.digest("hex"),
    format,
    lists: [...new Set(read.entries.map((entry) => entry.list))].toSorted(),
    entries: read.entries,
  });
}
