import { ok, type Result } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import type { JobContext } from "../session/jobs.ts";
import type { ImportOptions, ListFile, ListSummary } from "./list-registry.ts";

/** Imports lists and records each in the journal; tells how far it is, and keeps nothing when it is stopped. */
export async function importLists(
  { lists, workspace }: Pick<DeskContext, "lists" | "workspace">,
  files: readonly ListFile[],
  options: ImportOptions,
  job?: JobContext,
): Promise<Result<readonly ListSummary[]>> {
  const watch =
    job === undefined
      ? {}
      : {
          signal: job.signal,
          progress: (done: number, total: number) => job.progress("list-read", done, total),
        };
  const imported = await lists.import(files, { ...options, ...watch });
  if (!imported.ok) return imported;
  for (const { id, sha256 } of imported.value) {
    const about = { collection: "lists", id } as const;
    const recorded = await workspace.journal.record("list.import", about, { sha256 });
    if (!recorded.ok) return recorded;
  }
  return ok(imported.value);
}
