import { join } from "node:path";
import { attempt } from "#node/files";
import type { Result } from "#shared/kernel";
import type { Core } from "../workspace/core.ts";

/** A file that was set aside, with where it was and where it lies now. */
export type QuarantinedFile = {
  readonly path: string;
  readonly movedTo: string;
  readonly reason: string;
};

/** Everything in quarantine, newest first by the journal, also what was dealt with long ago: nothing there is removed. */
export function listQuarantined(core: Core): Promise<Result<readonly QuarantinedFile[]>> {
  const dir = core.layout.quarantine;
  return attempt(dir, async () => {
    if (!(await core.fs.facts(dir))) return [];
    const names = new Set((await core.fs.list(dir)).map(({ name }) => name));
    const told = new Map<string, QuarantinedFile>();
    for await (const { entry } of core.journal.records()) {
      const file = String(entry?.detail?.["file"] ?? "");
      if (entry?.verb !== "document.quarantine" || !entry.subject || !names.has(file)) continue;
      const { collection, id } = entry.subject;
      const path = core.layout.live(core.codec.place(collection, id));
      const reason = String(entry.detail?.["reason"] ?? "");
      told.delete(file);
      told.set(file, { path, movedTo: join(dir, file), reason });
    }
    const untold = [...names].filter((name) => !told.has(name)).sort();
    const rest = untold.map((name) => ({ path: "", movedTo: join(dir, name), reason: "" }));
    return [...[...told.values()].toReversed(), ...rest];
  });
}
