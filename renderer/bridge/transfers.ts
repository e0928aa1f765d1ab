import type { DeskClient } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";

export interface UploadOptions {
  readonly onProgress?: (sent: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Below the contract's limit for one piece once written in base64. */
const pieceBytes = 2 * 1024 * 1024;

/** The piece in base64; the file reader does it without holding the whole file in a string. */
function toBase64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"));
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.readAsDataURL(piece);
  });
}

/** Sends a file through the contract, piece by piece. */
export async function uploadFile(
  client: DeskClient,
  file: Blob,
  fileName: string,
  { onProgress, signal }: UploadOptions,
): Promise<Result<{ grant: string }>> {
  const begun = await client.files.begin({ fileName, bytes: file.size });
  if (!begun.ok) return begun;
  const { grant } = begun.value;
  for (let sent = 0; sent < file.size; sent += pieceBytes) {
    if (signal?.aborted) return err(appError("cancelled"));
    const base64 = await toBase64(file.slice(sent, sent + pieceBytes)).catch(() => undefined);
    if (base64 === undefined) return err(appError("file-unreadable", { fileName }));
    const piece = await client.files.append({ grant, base64 });
    if (!piece.ok) return piece;
    onProgress?.(piece.value.received, file.size);
  }
  const finished = await client.files.finish({ grant });
  return finished.ok ? ok({ grant }) : finished;
}

/** Lets the host write the file where the person says; where the host cannot, the browser downloads it. */
export async function saveOffered(
  client: DeskClient,
  { grant, fileName }: { readonly grant: string; readonly fileName: string },
): Promise<Result<{ saved: boolean; place?: string }>> {
  const asked = await client.host.info({});
  if (!asked.ok) return asked;
  if (asked.value.kind === "electron") {
    const written = await client.files.save({ grant });
    if (!written.ok) return written;
    const { saved, place } = written.value;
    return ok(place === undefined ? { saved } : { saved, place });
  }
  const link = document.createElement("a");
  link.href = `/files/${encodeURIComponent(grant)}`;
  link.download = fileName;
  link.click();
  return ok({ saved: true });
}
