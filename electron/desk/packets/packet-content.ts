import { decodeText, parseStrictJson } from "#node/input";
import { type Place, readPacketFile } from "#node/packets";
import { err, type Result } from "#shared/kernel";
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
