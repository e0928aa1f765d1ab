import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";

const ZIP_DAY = new Date(1980, 0, 1);

/** Puts counters in place of what differs from run to run: identifiers drawn at random and numbers counted over all drafts. */
function counted(xml: string, ids: Map<string, string>): string {
  let drawing = 0;
  return xml
    .replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${++drawing}"`)
    .replace(/\brId[A-Za-z0-9_-]{6,}(?=")/g, (id) => {
      const known = ids.get(id) ?? `rLink${ids.size + 1}`;
      ids.set(id, known);
      return known;
    });
}

/** An office file whose bytes depend on its text and day alone: no clock, no random identifier, members in order. */
export function sameBytes(file: Uint8Array, day: string): Uint8Array {
  const ids = new Map<string, string>();
  const at = `${day}T00:00:00Z`;
  const parts = unzipSync(file);
  // The document first: its links are numbered as they stand in the text.
  const order = Object.keys(parts).toSorted(
    (a, b) =>
      Number(b === "word/document.xml") - Number(a === "word/document.xml") || (a < b ? -1 : 1),
  );
  const made = new Map<string, Uint8Array>();
  for (const path of order) {
    const bytes = parts[path] ?? new Uint8Array();
    if (!/\.(xml|rels)$/.test(path)) made.set(path, bytes);
    else {
      const xml = strFromU8(bytes).replace(
        /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
        (_, open: string) => `${open}${at}`,
      );
      made.set(path, strToU8(counted(xml, ids)));
    }
  }
  const members: Zippable = {};
  for (const path of [...made.keys()].toSorted())
    members[path] = [made.get(path) ?? new Uint8Array(), { mtime: ZIP_DAY }];
  return zipSync(members, { level: 6 });
}
