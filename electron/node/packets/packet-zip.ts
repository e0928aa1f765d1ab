import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { appError, err, ok, type Result } from "#shared/kernel";
import { defaultLimits } from "./bag-source.ts";
import { openFolder } from "./folder-source.ts";

/** A file on its way into an archive. */
export type ZipMember = {
  readonly path: string;
  readonly bytes: number;
  readonly read: () => Promise<AsyncIterable<Uint8Array>>;
};

/**
 * An archive whose bytes depend on names and contents alone: sorted, one fixed local time (no zone reaches the file),
 * fixed modes, stored. Not compressed on purpose: deflate differs between zlib builds, and PDFs hardly shrink.
 */
export function zipStream(members: readonly ZipMember[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  zip.on("error", (error) =>
    output.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  const options = {
    mtime: new Date(1980, 0, 1),
    mode: 0o100644,
    compress: false,
    forceDosTimestamp: true,
  };
  for (const member of [...members].sort((a, b) => (a.path < b.path ? -1 : 1)))
    zip.addReadStreamLazy(member.path, { ...options, size: member.bytes }, (done) => {
      member.read().then(
        (source) => done(null, Readable.from(source)),
        (error: unknown) =>
          output.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    });
  zip.end();
  return output;
}

/** The members of a packet folder under one folder of the packet's name. */
async function folderMembers(folder: string): Promise<readonly ZipMember[]> {
  const source = await openFolder(folder, defaultLimits);
  return [...source.files].map(([path, bytes]) => ({
    path: `${basename(folder)}/${path}`,
    bytes,
    read: () => Promise.resolve(createReadStream(join(folder, path))),
  }));
}

/** Packs a packet folder into `target`, which appears whole or not at all. The same folder gives the same bytes. */
export async function zipPacket(
  folder: string,
  target: string,
): Promise<Result<{ readonly bytes: number }>> {
  const draft = `${target}.part`;
  try {
    await pipeline(
      zipStream(await folderMembers(folder)),
      createWriteStream(draft, { flags: "w" }),
    );
    const file = await open(draft, "r+");
    const { size } = await file.stat();
    await file.sync();
    await file.close();
    await rename(draft, target);
    return ok({ bytes: size });
  } catch (error) {
    await rm(draft, { force: true });
    return err(
      appError("packet-write-failed", {
        place: target,
        problem: error instanceof Error ? error.message : "",
      }),
    );
  }
}
