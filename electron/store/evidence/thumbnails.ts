import { join } from "node:path";
import { attempt, DeskFailure, readIfThere } from "#node/files";
import { appError, err, type Result } from "#shared/kernel";
import type { Core } from "../workspace/core.ts";
import { sniff } from "./sniff.ts";

/** Small pictures of evidence files. They are made by the page, which can draw; here they are only kept, as a cache. */
export interface Thumbnails {
  get(sha256: string): Promise<Result<Uint8Array | undefined>>;
  /** Keeps a picture; refused when it is large or no picture. */
  put(sha256: string, picture: Uint8Array): Promise<Result<void>>;
}

const LIMIT = 128 * 1024;
const HASH = /^[0-9a-f]{64}$/;
const pictures = ["image/png", "image/jpeg", "image/webp"];

/** Creates the thumbnails of one opened workspace; sealed where the rest is. */
export function createThumbnails(core: Core): Thumbnails {
  const placeOf = (sha256: string) => core.codec.place("thumbnails", sha256);
  const pathOf = (sha256: string) =>
    join(core.layout.root, "cache", "thumbnails", placeOf(sha256).stem);
  const nameOf = (sha256: string) => `thumbnails/${placeOf(sha256).stem}`;
  return {
    get: (sha256) => {
      if (!HASH.test(sha256)) return Promise.resolve(err(appError("evidence.missing", { sha256 })));
      const path = pathOf(sha256);
      return attempt(path, async () => {
        const bytes = await readIfThere(core.fs, path, 2 * LIMIT);
        return bytes ? core.codec.open(nameOf(sha256), bytes) : undefined;
      });
    },
    put: (sha256, picture) => {
      const path = HASH.test(sha256) ? pathOf(sha256) : "";
      return attempt(path, async () => {
        if (path === "") throw new DeskFailure(appError("evidence.missing", { sha256 }));
        if (picture.length > LIMIT) {
          throw new DeskFailure(
            appError("evidence.too-large", { limit: LIMIT, megabytes: LIMIT / 1_000_000 }),
          );
        }
        if (!pictures.includes(sniff(picture, true).mediaType)) {
          throw new DeskFailure(appError("evidence.no-picture"));
        }
        await core.writer.replace(path, core.codec.seal(nameOf(sha256), picture));
      });
    },
  };
}
