import { docxDraft } from "#node/office";
import { safeName, type ZipMember, zipStream } from "#node/packets";
import type { PlacedDocument } from "#shared/papers";

async function zipOf(members: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const entries: ZipMember[] = members.map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    read: () => Promise.resolve([bytes] as unknown as AsyncIterable<Uint8Array>),
  }));
  const parts: Uint8Array[] = [];
  for await (const part of zipStream(entries)) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** One Word file for each paper, in one archive. */
export async function wordDrafts(documents: readonly PlacedDocument[]): Promise<Uint8Array> {
  const members: (readonly [string, Uint8Array])[] = [];
  for (const { path, document } of documents) {
    const number = /(\d+)-[^/]*\.pdf$/.exec(path)?.[1] ?? "";
    const name = safeName(`${number} ${document.title}.docx`.trim());
    members.push([name, await docxDraft(document)]);
  }
  return await zipOf(members);
}
