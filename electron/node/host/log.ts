import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** A local log of faults: what kind and where in the program, never what the user wrote. */
export interface Log {
  /** `where` is a channel or a part of the host; of the fault only its kind and its place in the program are kept. */
  fault(fault: unknown, where: string): void;
  /** A short event without content, such as a refused request. */
  event(name: string, count?: number): void;
}

const largest = 512 * 1024;

/** Error text may quote what the user typed; class, code and the program's own frames may not. */
function withoutContent(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const code = "code" in fault ? ` ${String(fault.code)}` : "";
  const frames = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const places = frames
    .slice(0, 8)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/?.*[\\/]/, "("));
  return `${fault.name}${code} ${places.join(" < ")}`;
}

/** Appends to `file`; when it grows past half a megabyte it becomes `file.1` and a new one begins. */
export function createLog(file: string, now: () => string): Log {
  const write = (line: string) => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      if (sizeOf(file) > largest) renameSync(file, `${file}.1`);
      appendFileSync(file, `${now()} ${line}\n`, { mode: 0o600 });
    } catch {
      // A log that cannot be written must not stop the desk.
    }
  };
  return {
    fault: (fault, where) => write(`fault ${where} ${withoutContent(fault)}`),
    event: (name, count = 1) => write(`event ${name} ${count}`),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
