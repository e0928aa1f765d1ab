import { completenessOf, glanceOf, lanesOf, type Report, runCheck } from "#shared/check";
import { factCatalogue } from "#shared/facts";
import { type AppError, appError, type CivilDate, err, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Program, Reading } from "#shared/rules";
import type { ListIndex } from "#shared/screening";
import { LISTS_MISSING } from "./task-codes.ts";

/** A pack as it travels to a task process: without its catalogue, which is code. */
export type SentProgram = Omit<Program, "catalogue" | "prepared">;

/** What a check in a task process is given. Lists are named; they are sent along only when the process lacks them. */
export type CheckTask = {
  readonly dossier: Dossier;
  /** Look-ups that a second person confirmed by an act which the desk verified. */
  readonly confirmed: readonly string[];
  /** Decisions about list matches that signed acts stand behind; absent where no acts are kept. */
  readonly counted?: readonly string[];
  readonly packs: readonly SentProgram[];
  readonly lists: readonly string[];
  readonly sent: readonly ListIndex[];
  readonly asOf: CivilDate;
  readonly reading: Reading;
  readonly want: "report" | "lanes" | "glance" | "completeness";
};

/** A report is read on a screen; beyond this nobody could, and to hand it on would hold everybody up. */
const LARGEST_REPORT = 32_000_000;

const kept = new Map<string, ListIndex>();
const programs = new Map<string, Program>();

function listsOf({ lists, sent }: CheckTask): Result<readonly ListIndex[]> {
  for (const list of sent) kept.set(list.sha256, list);
  for (const known of [...kept.keys()]) if (!lists.includes(known)) kept.delete(known);
  const found = lists.flatMap((sha256) => kept.get(sha256) ?? []);
  return found.length === lists.length ? ok(found) : err(appError(LISTS_MISSING));
}

function programOf(sent: SentProgram): Program {
  const known = programs.get(sent.sha256);
  if (known !== undefined) return known;
  const program: Program = { ...sent, catalogue: factCatalogue, prepared: new Map() };
  programs.set(sent.sha256, program);
  return program;
}

/** Checks a dossier in a task process; the report goes back as text, so that its size is known before it travels. */
export function answerCheck(task: CheckTask): Result<unknown, AppError> {
  if (task.want === "completeness") return ok(completenessOf(task.dossier, { asOf: task.asOf }));
  const lists = listsOf(task);
  if (!lists.ok) return lists;
  const { dossier, asOf, reading } = task;
  const confirmed = new Set(task.confirmed);
  const packs = task.packs.map(programOf);
  const counted = task.counted === undefined ? undefined : new Set(task.counted);
  const input = { dossier, confirmed, counted, asOf, reading, lists: lists.value, packs };
  if (task.want === "lanes") return lanesOf(input);
  if (task.want === "glance") return glanceOf(input);
  const report: Result<Report> = runCheck(input);
  if (!report.ok) return report;
  const text = JSON.stringify(report.value);
  return text.length > LARGEST_REPORT
    ? err(appError("check-too-large", { megabytes: LARGEST_REPORT / 1_000_000 }))
    : ok(text);
}
