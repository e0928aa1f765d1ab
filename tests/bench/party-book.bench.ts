/**
 * The party book with a group of 5,000: a table is taken in and taken back with all files synced, and the page of the party
 * below them all is answered anew after an edit. Prints a line each; `node tests/bench/party-book.bench.ts [parties]`.
 */
import { availableParallelism, loadavg } from "node:os";
import { openTestDesk, type TestDesk } from "../contract/desk-harness.ts";

const many = Number(process.argv[2] ?? 5_000);
const EDITS = 9;
const DIGITS = "甲乙丙丁戊己庚辛壬癸";

const nameOf = (at: number) =>
  `虚构${[...String(at)].map((digit) => DIGITS[Number(digit)]).join("")}科技有限公司`;

/** A tree with three holders each, and here and there a holding upwards that makes a ring. */
function table(): string {
  const lines = ["target,owner,share,ownerKind,targetKind"];
  for (let at = 0; at < many; at += 1)
    [55, 25, 15].forEach((percent, which) => {
      const owner = 3 * at + which + 1;
      if (owner < many) lines.push(`${nameOf(at)},${nameOf(owner)},${percent}%,company,company`);
    });
  for (let at = 10; at < many; at += 40)
    lines.push(`${nameOf(at)},${nameOf(Math.floor(at / 7))},3%,company,company`);
  return lines.join("\n");
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, value: T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

type Stored = {
  readonly value: { readonly holders: { equity?: unknown }[] };
  readonly revision: number;
};

/** The page of a party after each of several edits of a share in it, in milliseconds from the saved edit on. */
async function edits(on: TestDesk, id: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < EDITS; round += 1) {
    const { value, revision } = await on.call<Stored>("parties", "get", { id });
    const [first] = value.holders;
    if (first === undefined) throw new Error("nobody holds the party below them all");
    first.equity = { kind: "exact", percent: String(40 + round) };
    await on.call("parties", "save", { value, revision });
    times.push((await timed(() => on.call("parties", "ownership", { id })))[0]);
  }
  return times.sort((a, b) => a - b);
}

const desk = await openTestDesk();
try {
  const input = { fileName: "register.csv", format: "csv", text: table(), commit: true };
  const bring = () => desk.call<{ undo: string }>("parties", "import", input);
  const [first, { undo }] = await timed(bring);
  const [back] = await timed(() => desk.call("parties", "undo", { token: undo }));
  await bring();
  const rows = await desk.call<{ id: string; zh?: string }[]>("parties", "list", {});
  const id = rows.find(({ zh }) => zh === nameOf(0))?.id ?? "";
  const [cold] = await timed(() => desk.call("parties", "ownership", { id }));
  const times = await edits(desk, id);
  const ms = (value: number | undefined) => Math.round(value ?? Number.NaN);
  console.log(
    `load of the machine: ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`,
  );
  console.log(`${many} parties: taken in in ${ms(first)} ms, taken back in ${ms(back)} ms`);
  console.log(
    `the page of the party below them all: first ${ms(cold)} ms; after an edit ${ms(times[0])} ms at best, ${ms(times[EDITS >> 1])} ms in the middle`,
  );
  const figures = { first, back, cold, edit: times };
  console.log(JSON.stringify({ bench: "party-book", parties: many, ...figures }));
} finally {
  await desk.close();
}
