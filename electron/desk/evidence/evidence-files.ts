import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { sniff } from "#store";
import type { DeskAdapters } from "../session/adapters.ts";
import { done, mapOk } from "../workspace/books.ts";

/** Kinds that every browser draws; others get no thumbnail. */
const PICTURES = new Set(["image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"]);
/** Larger pictures are not sent to the page to be made small. */
const LARGEST_PICTURE = 24_000_000;

type Names = Pick<
  DeskHandlers["evidence"],
  "thumbnail" | "keepThumbnail" | "picture" | "unused" | "collect"
>;

/** The bytes behind the evidence book: small pictures of them, and clearing away what nothing names. */
export function evidenceFileHandlers({ store, workspace }: DeskAdapters): Names {
  const { evidence } = workspace.books;
  return {
    thumbnail: async ({ sha256 }) =>
      mapOk(await store.thumbnails.get(sha256), (bytes) =>
        bytes === undefined
          ? {}
          : {
              base64: Buffer.from(bytes).toString("base64"),
              mediaType: sniff(bytes, true).mediaType,
            },
      ),
    keepThumbnail: async ({ sha256, base64 }) => {
      // A reader of somebody else's workspace leaves nothing there, not even a small picture.
      if (store.mode === "read" || !(await store.evidence.has(sha256))) return ok({});
      return done(await store.thumbnails.put(sha256, Buffer.from(base64, "base64")));
    },
    picture: async ({ id }) => {
      const stored = await evidence.get(id);
      if (!stored.ok) return stored;
      const { sha256, bytes, mediaType } = stored.value.value;
      if (!PICTURES.has(mediaType) || bytes > LARGEST_PICTURE) return ok({});
      return mapOk(await store.evidence.read(sha256, LARGEST_PICTURE), (found) => ({
        base64: Buffer.from(found).toString("base64"),
        mediaType,
      }));
    },
    unused: async () => {
      const found = await store.collectEvidence({ by: workspace.actor(), dryRun: true });
      return mapOk(found, ({ removed, bytes, kept }) => ({ files: removed.length, bytes, kept }));
    },
    collect: async () => {
      const collected = await store.collectEvidence({ by: workspace.actor() });
      return mapOk(collected, ({ removed, bytes }) => {
        const undo = removed.length === 0 ? undefined : store.undoable().at(-1)?.number;
        return { files: removed.length, bytes, ...(undo === undefined ? {} : { undo }) };
      });
    },
  };
}
