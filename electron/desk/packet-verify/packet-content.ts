import { type EditionContent, readEdition } from "#node/editions";
import { decodeText, parseStrictJson } from "#node/input";
import { type Place, readPacketFile } from "#node/packets";
import { appError, err, type Result } from "#shared/kernel";
import { readContent, type SetContent, setNames } from "#shared/papers";

/** The content that a packet's papers are a rendering of; the set is looked for where it is not told. */
export async function contentIn(place: Place, set?: string): Promise<Result<SetContent>> {
  for (const name of set === undefined ? setNames : [set]) {
    const bytes = await readPacketFile(place, `data/${name}.json`);
    if (!bytes.ok && set === undefined && bytes.error.code === "packet-file-missing") continue;
    if (!bytes.ok) return bytes;
    const text = decodeText(bytes.value, name, { mark: "refuse" });
    const json = text.ok ? parseStrictJson(text.value, name) : text;
    return json.ok ? readContent(json.value) : json;
  }
  return err({ code: "packet-content", params: { at: "data" } });
}

/** Largest content that is looked at; those of orders with thousands of lines are a tenth of it. */
const LARGEST_CONTENT = 24 * 1024 ** 2;

/** A content as the edition that wrote it reads it. */
export async function editionIn(
  place: Place,
  path: string,
  bytes: number,
): Promise<Result<EditionContent>> {
  if (bytes > LARGEST_CONTENT) return err(appError("packet-content-too-large", { bytes }));
  const read = await readPacketFile(place, path);
  if (!read.ok) return read;
  const text = decodeText(read.value, path, { mark: "refuse" });
  const json = text.ok ? parseStrictJson(text.value, path) : text;
  return json.ok ? await readEdition(json.value) : json;
}
