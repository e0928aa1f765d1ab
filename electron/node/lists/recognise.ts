import type { ByteSource } from "#node/input";
import {
  answered,
  csvRecords,
  delimiterOf,
  type Encoding,
  firstLine,
  InputFault,
} from "#node/input";
import type { Result } from "#shared/kernel";
import { isCslHeader, isPlainHeader, type OfacPart, ofacPartOf } from "#shared/lists";

/** What a file is, seen from its beginning. */
export type ListLayout =
  | { readonly kind: "csl-csv" }
  | { readonly kind: "json" }
  | { readonly kind: "ofac"; readonly part: OfacPart }
  | { readonly kind: "plain-csv" }
  | { readonly kind: "plain-xlsx" };

const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

async function headOf(source: ByteSource): Promise<Uint8Array> {
  for await (const chunk of source.chunks()) return chunk.subarray(0, 16);
  return new Uint8Array(0);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((value, index) => bytes[index] === value);

function layoutOfLine(line: string, file: string, told: boolean): ListLayout {
  if (isCslHeader(line)) return { kind: "csl-csv" };
  const first = csvRecords(`${line}\n`, file);
  // A first line with a broken quote is answered by the reading itself, which names the place.
  const fields = first.ok ? (first.value[0]?.fields ?? []) : line.split(delimiterOf(line));
  const part = ofacPartOf(fields);
  if (part !== undefined) return { kind: "ofac", part };
  const titled = fields.filter((field) => field.trim() !== "").length === 1 && fields.length > 1;
  if (told || titled || isPlainHeader(fields)) return { kind: "plain-csv" };
  throw new InputFault("list-format", { file });
}

/**
 * Tells which layout a file has, from its first bytes and its first line. `told` says that a person named its columns: then
 * any table is a plain list.
 */
export async function recognise(
  source: ByteSource,
  options: { readonly encoding?: Encoding | undefined; readonly told?: boolean },
): Promise<Result<ListLayout>> {
  return await answered(async () => {
    const file = source.name;
    const head = await headOf(source);
    if (head.length === 0) throw new InputFault("list-empty", { file });
    if (startsWith(head, ZIP)) return { kind: "plain-xlsx" };
    if (startsWith(head, OLD_WORKBOOK)) throw new InputFault("list-old-workbook", { file });
    const line = await firstLine(source, { encoding: options.encoding });
    if (line.startsWith("<")) throw new InputFault("list-is-page", { file });
    if (/^[{[]/.test(line)) return { kind: "json" };
    if (line === "") throw new InputFault("list-empty", { file });
    return layoutOfLine(line, file, options.told === true);
  });
}
