import { listPacketFiles, type Place, readPacketFile } from "#node/packets";
import { signedCopyOf } from "#node/signed-pdf";
import type { CopyFound } from "#shared/ipc";
import { visibleText } from "#shared/kernel";

/** A file that came back from a signing program, by its name. */
export type GivenCopy = { readonly fileName: string; readonly bytes: Uint8Array };

const PAPER = /^data\/papers\/.*\.pdf$/;

/** Whether a file is a PDF; scans of paper are told apart by eye only. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
}

/** Holds a signed copy against one paper of a packet. */
export function copyFound(paper: Uint8Array, path: string, copy: GivenCopy): CopyFound {
  const { begins, adds, visible, signatures } = signedCopyOf(paper, copy.bytes);
  return {
    fileName: visibleText(copy.fileName).slice(0, 200),
    path: begins ? path : "",
    begins,
    adds,
    visible,
    signatures: signatures.map(({ subject, claimedAt, fits, coversAll }) => ({
      subject,
      fits,
      coversAll,
      ...(claimedAt === undefined ? {} : { claimedAt }),
    })),
  };
}

/** Finds for each signed copy the paper of the packet that it begins with, and says what it adds. */
export async function copiesFound(
  place: Place,
  copies: readonly GivenCopy[],
): Promise<readonly CopyFound[]> {
  const listed = await listPacketFiles(place);
  const paths = listed.ok ? [...listed.value.keys()].filter((path) => PAPER.test(path)) : [];
  const found = copies.map((copy) => copyFound(Buffer.from("\0"), "", copy));
  for (const path of paths) {
    const paper = await readPacketFile(place, path);
    if (!paper.ok) continue;
    for (const [index, copy] of copies.entries()) {
      const held = copyFound(paper.value, path, copy);
      if (held.begins) found[index] = held;
    }
  }
  return found;
}
