import type { TaskHost } from "#node/tasks";
import { completenessOf } from "#shared/check";
import { type CivilDate, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { askTasks, isHeavy } from "./hosted-check.ts";

type Completeness = ReturnType<typeof completenessOf>;

/** What is still missing in a dossier; a heavy one is looked through in a process of its own. */
export async function completenessFor(
  tasks: TaskHost | undefined,
  dossier: Dossier,
  asOf: CivilDate,
): Promise<Result<Completeness>> {
  if (tasks === undefined || !isHeavy(dossier)) return ok(completenessOf(dossier, { asOf }));
  const input = { dossier, asOf, reading: "working" as const, packs: [], lists: [] };
  return (await askTasks(tasks, input, "completeness")) as Result<Completeness>;
}
