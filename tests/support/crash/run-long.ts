import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countCalls, crashAt, failAt, failFrom, killAt } from "./faults.ts";
import { fight } from "./fight.ts";
import { killRound } from "./kill.ts";
import { buildPrototype, mutateOnce } from "./mutations.ts";
import { seeded } from "./scenario.ts";

/**
 * The long run of the crash harness: `node tests/support/crash/run-long.ts [rounds] [mutations]`. Kills real processes,
 * cuts the power at every call with many chances, fails every call, mutates files, lets processes fight. Ends with 1 when
 * anything was lost.
 */
const rounds = Number(process.argv[2] ?? 1000);
const mutationCount = Number(process.argv[3] ?? 20_000);
const losses: string[] = [];

function note(kind: string, found: readonly string[]): void {
  for (const text of found) {
    losses.push(`${kind}: ${text}`);
    console.error(`${kind}: ${text}`);
  }
}

async function cuts(): Promise<void> {
  const calls = await countCalls();
  let runs = 0;
  for (let at = 1; at <= calls; at += 1) {
    for (const kind of ["crash-before", "crash-after"] as const) {
      note(`kill at ${at}`, await killAt(at, kind));
      for (let seed = 1; seed <= 20; seed += 1) {
        note(`power cut at ${at}`, await crashAt(at, kind, at * 1000 + seed));
        runs += 1;
      }
    }
    for (const code of ["EIO", "ENOSPC", "EROFS", "EACCES"]) {
      note(`${code} at ${at}`, await failAt(at, { kind: "error", code }));
      note(`${code} from ${at}`, await failFrom(at, code));
      runs += 2;
    }
    note(`short write at ${at}`, await failAt(at, { kind: "short" }));
    runs += 3;
  }
  console.log(`file-system faults: ${runs} runs over ${calls} calls, ${losses.length} losses`);
}

async function mutated(): Promise<void> {
  for (const encrypted of [false, true]) {
    const prototype = await buildPrototype(encrypted);
    for (let seed = 1; seed <= mutationCount / 2; seed += 1) {
      note("mutation", await mutateOnce(prototype, seed * 7919));
    }
  }
  console.log(`mutated files: ${mutationCount}, losses so far ${losses.length}`);
}

async function killed(root: string): Promise<void> {
  const chance = seeded(20_261_123);
  let acknowledged = 0;
  for (let round = 1; round <= rounds; round += 1) {
    // Each fiftieth round begins a new workspace, so that young and old ones are killed alike.
    const place = join(root, `kill-${Math.floor(round / 50)}`);
    const result = await killRound(place, round, Math.floor(chance() ** 2 * 150));
    acknowledged += result.acknowledged;
    note(`kill round ${round}`, result.wrong);
  }
  console.log(
    `killed processes: ${rounds}, acknowledged edits ${acknowledged}, losses so far ${losses.length}`,
  );
}

async function fights(root: string): Promise<void> {
  for (const processes of [2, 8]) {
    const result = await fight(join(root, `fight-${processes}`), processes, 10);
    note(`fight of ${processes}`, result.wrong);
    if (result.sum !== result.added) note(`fight of ${processes}`, ["an update was lost"]);
    console.log(`${processes} processes: ${result.added} updates, sum ${result.sum}`);
  }
}

const dir = await mkdtemp(join(tmpdir(), "desk-crash-long-"));
try {
  await cuts();
  await mutated();
  await fights(dir);
  await killed(dir);
} finally {
  await rm(dir, { recursive: true, force: true });
}
console.log(losses.length === 0 ? "nothing was lost" : `${losses.length} losses`);
process.exitCode = losses.length === 0 ? 0 : 1;
