import type { TaskHost } from "#node/tasks";
import type { CheckInput, Glance, Report } from "#shared/check";
import { err, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Lane, Track } from "#shared/rules";
import type { CheckTask } from "./check-task.ts";
import { LISTS_MISSING } from "./task-codes.ts";

/** The largest dossier that is checked in this process, at once; the orders of real firms are far smaller. */
const LARGEST_HERE = { parties: 300, links: 400, lines: 100, evidence: 500 };

/** Whether a dossier could keep everybody waiting if it were checked in this process. */
export function isHeavy({ parties, links, order, evidence }: Dossier): boolean {
  return (
    parties.length > LARGEST_HERE.parties ||
    links.length > LARGEST_HERE.links ||
    order.lines.length > LARGEST_HERE.lines ||
    evidence.length > LARGEST_HERE.evidence
  );
}

/** Asks a task process; lists travel once. */
export async function askTasks(
  tasks: TaskHost,
  input: CheckInput,
  want: CheckTask["want"],
): Promise<Result<unknown>> {
  const { dossier, asOf, reading, confirmed = new Set(), counted } = input;
  const packs = input.packs.map(({ catalogue: _, prepared: __, ...sent }) => sent);
  const lists = input.lists.map(({ sha256 }) => sha256);
  const task: CheckTask = {
    dossier,
    asOf,
    reading,
    confirmed: [...confirmed],
    ...(counted === undefined ? {} : { counted: [...counted] }),
    packs,
    lists,
    sent: [],
    want,
  };
  const first = await tasks.run("check", task);
  if (first.ok || first.error.code !== LISTS_MISSING) return first;
  return await tasks.run("check", { ...task, sent: input.lists });
}

/** The report of a heavy dossier, from a process of its own; an error value where it is too large or takes too long. */
export async function hostedReport(tasks: TaskHost, input: CheckInput): Promise<Result<Report>> {
  const answer = await askTasks(tasks, input, "report");
  if (!answer.ok) return err(answer.error);
  return ok(JSON.parse(String(answer.value)) as Report);
}

/** The lanes of a heavy dossier. */
export async function hostedLanes(
  tasks: TaskHost,
  input: CheckInput,
): Promise<Result<Readonly<Record<Track, Lane>>>> {
  return (await askTasks(tasks, input, "lanes")) as Result<Readonly<Record<Track, Lane>>>;
}

/** What stands beside a heavy draft. */
export async function hostedGlance(
  tasks: TaskHost,
  input: CheckInput,
): Promise<Result<Readonly<Record<Track, Glance>>>> {
  return (await askTasks(tasks, input, "glance")) as Result<Readonly<Record<Track, Glance>>>;
}
