import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Io } from "./command.ts";
import { placeOf } from "./inputs.ts";

/**
 * Writes a file that is not there yet, with its folder where that is missing, and answers its full path. A file that is
 * there is never overwritten (`cli-out-exists`); what the system refuses is told with its reason (`cli-out`).
 */
export async function writeNewFile(
  io: Io,
  name: string,
  content: string | Uint8Array,
): Promise<Result<string>> {
  const path = placeOf(io, name);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { flag: "wx" });
    return ok(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "";
    const code = reason === "EEXIST" ? "cli-out-exists" : "cli-out";
    return err(appError(code, { file: name, reason }));
  }
}
