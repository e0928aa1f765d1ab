import process from "node:process";
import { parseArgs } from "node:util";
import { type Difference, differencesOf } from "./agreement.ts";
import { type Case, generate } from "./cases/generate.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    only: { type: "string" },
    all: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const help = `node tests/packs/model/compare.ts [--seed N] [--count 1000] [--only KIND] [--all]
  Holds the desk against the model of lanes.md. --only takes part of a kind's name; --all adds stops, atBest and atWorst.
`;

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

function say(line = ""): void {
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

function main(): void {
  if (values.help) {
    say(help);
    return;
  }
  const cases = generate(Number(values.seed), Number(values.count)).filter(
    ({ kinds }) =>
      values.only === undefined || kinds.some((kind) => kind.includes(values.only ?? "")),
  );
  const laneOnly = ({ aspect }: Difference) => aspect === "lane" || aspect === "refusal";
  const results = cases.map((one) => ({ one, found: differencesOf(one) }));
  const shown = results.flatMap(({ found }) => (values.all ? found : found.filter(laneOnly)));
  sayDifferences(shown);
  say();
  for (const [kind, group] of [...counted(results, ({ one }) => kindOf(one))].sort()) {
    const agree = group.filter(({ found }) => !found.some(laneOnly)).length;
    say(`${agree === group.length ? "  " : "! "}${agree} of ${group.length}  ${kind}`);
  }
  const lanes = results.filter(({ found }) => !found.some(laneOnly)).length;
  const whole = results.filter(({ found }) => found.length === 0).length;
  say(`\nlanes agree in ${lanes} of ${cases.length} cases; lanes, stops and intervals in ${whole}`);
  process.exitCode = lanes === cases.length ? 0 : 1;
}

main();
