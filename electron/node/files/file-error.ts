import { type AppError, appError } from "#shared/kernel";
import { errnoOf } from "./file-system.ts";

/** Carries an AppError through code that throws; caught at the module's border and returned as a Result. */
export class DeskFailure extends Error {
  readonly error: AppError;
  constructor(error: AppError, options?: ErrorOptions) {
    super(error.code, options);
    this.name = "DeskFailure";
    this.error = error;
  }
}

const codes: Readonly<Record<string, string>> = {
  ENOSPC: "files.disk-full",
  EDQUOT: "files.disk-full",
  EFBIG: "files.disk-full",
  EROFS: "files.read-only",
  EACCES: "files.no-permission",
  EPERM: "files.no-permission",
  ENAMETOOLONG: "files.path-too-long",
  EMFILE: "files.too-many-open",
  ENFILE: "files.too-many-open",
  EIO: "files.device-error",
  ENOENT: "files.missing",
  ENOTDIR: "files.missing",
  EBUSY: "files.busy",
};

/** What went wrong with a file, as a code a person can act on; unknown causes keep the system's own code. */
export function toAppError(error: unknown, path: string): AppError {
  if (error instanceof DeskFailure) return error.error;
  const errno = errnoOf(error);
  const code = codes[errno];
  if (code) return appError(code, { path, errno });
  const reason = error instanceof Error ? error.message : String(error);
  return appError("files.failed", { path, errno, reason: reason.slice(0, 200) });
}

/** Runs a piece of file work; a thrown failure becomes an error Result that names `path`. */
export async function attempt<T>(
  path: string,
  work: () => Promise<T>,
): Promise<
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }
> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toAppError(error, path) };
  }
}
