import { appError, err, ok, type Result } from "#shared/kernel";
import { readDossier } from "../orders/dossier-import.ts";
import { answerOwnership, type OwnershipTask } from "../ownership/ownership-task.ts";
import { answerCheck, type CheckTask } from "./check-task.ts";

/** A dossier's text as it travels to a task process. */
type DossierTask = { readonly text: string; readonly file: string };

/** What a task process does, by name. The input comes from this program's own host. */
export function answerTask(task: string, input: unknown): Result<unknown> {
  if (task === "check") return answerCheck(input as CheckTask);
  if (task === "dossier") {
    const { text, file } = input as DossierTask;
    return readDossier(text, file);
  }
  if (task === "ownership") return ok(answerOwnership(input as OwnershipTask));
  return err(appError("task-ended"));
}
