import { deserialize, serialize } from "node:v8";
import type { ListSnapshot } from "#shared/lists";
import { buildListIndex, type ListIndex, openIndex, packIndex } from "#shared/screening";
import type { FilePort } from "../workspace/ports.ts";

/** The file beside a list that holds its index. */
export function indexName(sha256: string): string {
  return `${sha256.slice(0, 16)}.index`;
}

function opened(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes);
  } catch {
    // A damaged index is no loss: it is made anew from the list.
    return undefined;
  }
}

/**
 * The index of a list, opened from the workspace where it is kept and otherwise made and kept for the next time. Kept through the
 * workspace's own files, so that in an encrypted one nothing of it lies in the clear.
 */
export async function keptIndex(files: FilePort, snapshot: ListSnapshot): Promise<ListIndex> {
  const name = indexName(snapshot.sha256);
  const listed = await files.list("lists");
  if (listed.ok && listed.value.includes(name)) {
    const bytes = await files.read("lists", name);
    const index = bytes.ok ? openIndex(snapshot, opened(bytes.value)) : undefined;
    if (index !== undefined) return index;
  }
  const index = buildListIndex(snapshot);
  // A workspace that cannot be written to is searched all the same.
  await files.write("lists", name, serialize(packIndex(index)));
  return index;
}
