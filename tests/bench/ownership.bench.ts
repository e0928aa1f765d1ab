/**
 * Ownership: classes and intervals for every party of a graph against the time to parse the same JSON, growth from 1,000
 * to 300,000 links, memory, and a small edit on 5,000 parties. Prints a table and one JSON line.
 */
import { availableParallelism, loadavg } from "node:os";
import type { Link, Party, Share } from "#shared/model";
import {
  buildGraph,
  controls,
  controlsAll,
  type Graph,
  type HolderSet,
  interest,
  interestAll,
  triOfCode,
  ultimateParents,
} from "#shared/ownership";

const STATE: HolderSet = { kinds: ["public-body"] };
const AS_OF = "2026-11-23";

/** A generator of numbers in [0, 1) that gives the same graph in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shareOf(percent: number, chance: number): Share {
  const text = String(Math.round(percent * 100) / 100);
  if (chance < 0.05) return { kind: "unknown" };
  if (chance > 0.15) return { kind: "exact", percent: text };
  return { kind: "range", min: text, max: String(Math.min(100, Math.round(percent + 10))) };
}

/** A third persons and public bodies, two thirds firms; holders mostly lie above, some below, which makes rings. */
function invent(parties: number, links: number, seed = 7): { parties: Party[]; links: Link[] } {
  const next = numbers(seed);
  const pick = (from: number, to: number) => from + Math.floor(next() * (to - from));
  const firms = Math.floor((parties * 2) / 3);
  const people = Array.from({ length: parties }, (_, at): Party => {
    const name = { zh: `虚构主体${at}号有限公司`, en: `Invented Party No. ${at} Co., Ltd.` };
    const kind = next() < 0.1 ? "public-body" : "person";
    return { id: `pty_${at}`, kind: at < firms ? "company" : kind, names: name, country: "CN" };
  });
  const left = new Float64Array(parties).fill(100);
  const made: Link[] = [];
  for (let at = 0; made.length < links; at += 1) {
    const target = pick(0, firms);
    const upwards = next() < 0.97;
    const owner = upwards
      ? pick(target + 1, Math.min(parties, target + 1 + firms))
      : pick(0, firms);
    if (owner === target) continue;
    const share = Math.min(left[target] ?? 0, next() * 60);
    left[target] = (left[target] ?? 0) - share;
    const equity = shareOf(share, next());
    made.push({
      id: `lnk_${at}`,
      owner: `pty_${owner}`,
      target: `pty_${target}`,
      equity,
      asOf: "2026-06-30",
      source: "invented register",
    });
  }
  return { parties: people, links: made };
}

function timed<T>(work: () => T): readonly [number, T] {
  const start = performance.now();
  const value = work();
  return [performance.now() - start, value] as const;
}

/** The best of several rounds of each, taken in turn: what else the machine does disturbs both alike, and the best least. */
function best<K extends string>(
  rounds: number,
  works: Record<K, () => unknown>,
): Record<K, number> {
  const found = Object.fromEntries(
    Object.keys(works).map((key) => [key, Number.POSITIVE_INFINITY]),
  ) as Record<K, number>;
  for (let round = 0; round < rounds; round += 1)
    for (const key of Object.keys(works) as K[])
      found[key] = Math.min(found[key], timed(works[key])[0]);
  return found;
}

/** Everything a rule pack asks of the state class, for all parties. */
function answerAll(graph: Graph): number {
  const figures = interestAll(graph, { holders: STATE, measure: "equity", over: "50" });
  const controlled = controlsAll(graph, {
    holders: STATE,
    over: "50",
    measure: "equity",
    requireLargest: true,
    recursive: true,
  });
  const affiliates = controlsAll(graph, {
    holders: STATE,
    over: "50",
    inclusive: true,
    measure: "equity",
    recursive: true,
  });
  return (figures.reaches[0] ?? 0) + (controlled[0] ?? 0) + (affiliates[0] ?? 0);
}

const megabytes = (bytes: number) => Math.round(bytes / 104_857.6) / 10;

function measure(parties: number, links: number, rounds: number) {
  const text = JSON.stringify(invent(parties, links));
  const record: { parties: Party[]; links: Link[] } = JSON.parse(text);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const { parse, build, whole } = best(rounds, {
    parse: () => JSON.parse(text),
    build: () => buildGraph({ ...record, asOf: AS_OF }),
    whole: () => answerAll(buildGraph({ ...record, asOf: AS_OF })),
  });
  const graph = buildGraph({ ...record, asOf: AS_OF });
  answerAll(graph);
  globalThis.gc?.();
  const memory = process.memoryUsage().heapUsed - before;
  const [one] = timed(() =>
    interest(graph, {
      holders: STATE,
      target: "pty_0",
      measure: "equity",
      method: "integrated",
      over: "50",
    }),
  );
  return {
    parties,
    links,
    jsonMB: megabytes(text.length),
    parseMs: parse,
    buildMs: build,
    allMs: whole,
    ratio: whole / parse,
    heapMB: megabytes(memory),
    onePartyMs: one,
  };
}

/** One share of one link changes; the graph is read again and the party whose screen is open answers again. */
function editInOneFrame() {
  const record = invent(5_000, 15_000);
  let graph = buildGraph({ ...record, asOf: AS_OF });
  answerAll(graph);
  const next = numbers(11);
  const figures: number[] = [];
  const everybody: number[] = [];
  for (let round = 0; round < 120; round += 1) {
    const at = Math.floor(next() * record.links.length);
    const links = record.links.map(
      (link, index): Link =>
        index === at ? { ...link, equity: { kind: "exact", percent: String(round % 10) } } : link,
    );
    const target = links[at]?.target ?? "pty_0";
    const [time, edited] = timed(() => {
      const again = buildGraph({ parties: record.parties, links, asOf: AS_OF }, graph);
      controls(again, { holders: STATE, target, over: "50", measure: "equity", recursive: true });
      interest(again, {
        holders: STATE,
        target,
        measure: "equity",
        method: "integrated",
        over: "50",
      });
      ultimateParents(again, target, { over: "50", byAgreement: true });
      return again;
    });
    figures.push(time);
    everybody.push(time + timed(() => answerAll(edited))[0]);
    graph = edited;
  }
  const at = (values: number[], share: number) =>
    values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
  return {
    oneBestMs: at(figures, 0),
    oneMedianMs: at(figures, 0.5),
    oneP95Ms: at(figures, 0.95),
    allBestMs: at(everybody, 0),
    allMedianMs: at(everybody, 0.5),
    allP95Ms: at(everybody, 0.95),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;
const rows = [
  measure(334, 1_000, 40),
  measure(3_334, 10_000, 20),
  measure(10_000, 30_000, 20),
  measure(33_334, 100_000, 5),
  measure(100_000, 300_000, 3),
];
const shown = rows.map((row) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)])),
);
console.table(shown);
const edit = editInOneFrame();
console.table([
  Object.fromEntries(Object.entries(edit).map(([key, value]) => [key, round(value)])),
]);
// Other work on the machine shows in medians; a load above the number of cores makes them worthless.
console.log(`load of the machine: ${round(loadavg()[0] ?? 0)} on ${availableParallelism()} cores`);
const goal = shown[2];
console.log(
  `10,000 parties, 30,000 links: all classes and intervals take ${goal?.["ratio"]} times the parse (aim 5)`,
);
console.log(
  `5,000 parties: a small edit is answered after ${round(edit.oneMedianMs)} ms, ${round(edit.oneP95Ms)} ms at the 95th percentile (aim 16)`,
);
console.log(JSON.stringify({ bench: "ownership", rows: shown, edit }));
if (triOfCode(2) !== "holds") process.exitCode = 1;
