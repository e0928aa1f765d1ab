import { readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { type Difference, differencesOf } from "./agreement.ts";
import { severity } from "./algebra.ts";
import { dossierOf } from "./cases/dossier.ts";
import { type Case, generate } from "./cases/generate.ts";
import { reportOf } from "./desk.ts";
import { expected } from "./model.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1200" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
    why: { type: "string" },
    dossier: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const help = `node tests/packs/model/compare.ts [--seed N] [--count 1200] [--only KIND] [--all]
  Holds the desk against the model of lanes.md. --only takes part of a kind's name; --all adds stops, atBest and atWorst.
  --why NAME      one case by part of its name: what the model expects, what the desk says, and the findings that count
  --dossier NAME  the same case as a dossier in JSON, for the command line
`;

/** Kinds whose differences are known and do not fail the suite. */
function settledKinds(): readonly string[] {
  const file = new URL("./settled.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { kinds: readonly string[] }).kinds;
}

function counted<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function kindOf({ kinds }: Pick<Case, "kinds">): string {
  return kinds.length > 1 ? "mixed" : (kinds[0] ?? "day");
}

/** Ends a line; nothing comes back, so that a caller may leave with it. */
function say(line = ""): undefined {
  process.stdout.write(`${line}\n`);
}

function sayDifferences(found: readonly Difference[]): void {
  const key = (one: Difference) =>
    `${kindOf(one)} | ${one.track} ${one.reading} ${one.aspect}: expected ${one.expected}, got ${one.got.slice(0, 160)}`;
  const groups = [...counted(found, key)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [group, differences] of groups) {
    say(`${differences.length} × ${group}`);
    for (const { name } of differences.slice(0, values.only === undefined ? 3 : 40))
      say(`      ${name}`);
  }
}

function sayWhy({ name, situation }: Case): undefined {
  const ask = reportOf(situation);
  say(name);
  for (const reading of ["narrow", "working", "broad"] as const) {
    say(`${reading}: expected ${JSON.stringify(expected(situation, reading))}`);
    const report = ask(reading);
    if (!report.ok) return say(`  refused ${JSON.stringify(report.error)}`);
    for (const [track, { lane, atBest, atWorst, findings }] of Object.entries(
      report.value.tracks,
    )) {
      say(`  ${track}: ${lane} (${atBest} … ${atWorst})`);
      const counts = findings.filter(
        ({ value, effect, stop }) => value !== "fails" && (isLane(effect) || stop === true),
      );
      for (const { rule, value, effect, stop, subject } of counts)
        say(`    ${rule} ${value} ${effect}${stop === true ? " stop" : ""} (${subject.id})`);
    }
  }
}

function isLane(effect: string): boolean {
  return severity.some((lane) => lane === effect);
}

function asked(all: readonly Case[], name: string): Case {
  const found = all.find((one) => one.name.includes(name));
  if (found === undefined) throw new Error(`no case is called ${name}`);
  return found;
}

function main(): undefined {
  if (values.help) return say(help);
  const all = generate(Number(values.seed), Number(values.count));
  if (values.why !== undefined) return sayWhy(asked(all, values.why));
  if (values.dossier !== undefined)
    return say(JSON.stringify(dossierOf(asked(all, values.dossier).situation), null, 2));
  hold(all.filter(({ kinds }) => kinds.some((kind) => kind.includes(values.only ?? ""))));
}

function hold(cases: readonly Case[]): void {
  const laneOnly = ({ aspect }: Difference) => aspect === "lane" || aspect === "refusal";
  const results = cases.map((one) => ({ one, found: differencesOf(one) }));
  const shown = results.flatMap(({ found }) => (values.all ? found : found.filter(laneOnly)));
  sayDifferences(shown);
  say();
  for (const [kind, group] of [...counted(results, ({ one }) => kindOf(one))].sort()) {
    const agree = group.filter(({ found }) => !found.some(laneOnly)).length;
    say(`${agree === group.length ? "  " : "! "}${agree} of ${group.length}  ${kind}`);
  }
  const failing = new Set(
    results.filter(({ found }) => found.some(laneOnly)).flatMap(({ one }) => one.kinds),
  );
  const idle = settledKinds().filter((kind) => !failing.has(kind));
  if (values.only === undefined && idle.length > 0)
    say(`\nsettled.json may lose: ${idle.join("; ")}`);
  const lanes = results.filter(({ found }) => !found.some(laneOnly)).length;
  const whole = results.filter(({ found }) => found.length === 0).length;
  say(`\nlanes agree in ${lanes} of ${cases.length} cases; lanes, stops and intervals in ${whole}`);
  process.exitCode = lanes === cases.length ? 0 : 1;
}

main();
