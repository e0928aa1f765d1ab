import { appError, err, type Result } from "#shared/kernel";
import { readDossier } from "../orders/dossier-import.ts";
import { answerCheck, type CheckTask } from "./check-task.ts";

/** A dossier's text as it travels to a task process. */
export type DossierTask = { readonly text: string; readonly file: string };

/** What a task process does, by name. The input comes from this program's own host. */
export function answerTask(task: string, input: unknown): Result<unknown> {
  if (task === "check") return answerCheck(input as CheckTask);
  if (task === "dossier") {
    const { text, file } = input as DossierTask;
    return readDossier(text, file);
  }
  return err(appError("task-ended"));
}
