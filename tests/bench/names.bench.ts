/**
 * How well and how fast names are found, at the one shipped threshold: every row of the table of must-holds, beside three
 * searches of other make. The published list and the labelled names lie beside the project (`../shared/data`); a row whose data is
 * not there says so. `DESK_BENCH_STEP=1` takes every entry for the variants, not every tenth.
 */
import { existsSync } from "node:fs";
import type { ListSnapshot } from "#shared/lists";
import { buildListIndex, type ListIndex, screen, thresholds } from "#shared/screening";
import { longer, namesFile, publishedList } from "./names/list.ts";
import { type ListedPair, measurePairs, readListedPairs } from "./names/listed-pairs.ts";
import {
  ordinaryFullNames,
  ordinaryShortNames,
  ordinaryTwoCharacterNames,
} from "./names/ordinary.ts";
import { accuracyOf, readPairs } from "./names/pairs.ts";
import { rivalsOf } from "./names/rivals.ts";
import { randomOf, type VariantKind, variantsOfEntry } from "./names/variants.ts";

const STEP = Number(process.env["DESK_BENCH_STEP"] ?? 10);
const ORDINARY = Number(process.env["DESK_BENCH_ORDINARY"] ?? 10_000);
const results: Record<string, number | string> = {};
const percent = (value: number) => `${(100 * value).toFixed(2)} %`;

function row(what: string, value: string, floor: string, key: string, figure: number): void {
  process.stdout.write(`${what.padEnd(74)} ${value.padStart(18)}   ${floor}\n`);
  results[key] = Number(figure.toFixed(4));
}

function nameBench(): void {
  const half = namesFile("name-bench-half.csv");
  const cjk = namesFile("cjk-pinyin-pairs.csv");
  if (half === undefined || cjk === undefined) {
    process.stdout.write("labelled name pairs: not beside the project, left out\n");
    return;
  }
  const all = readPairs(half);
  const bodies = accuracyOf(
    all.filter(({ schema }) => schema === "Company" || schema === "Organization"),
  );
  const whole = accuracyOf(all);
  row(
    `name bench, companies and organisations (${bodies.n}), F1`,
    bodies.f1.toFixed(3),
    "floor .90",
    "bodiesF1",
    bodies.f1,
  );
  row(`name bench, all (${whole.n}), F1`, whole.f1.toFixed(3), "floor .80", "allF1", whole.f1);
  const pairs = accuracyOf(readPairs(cjk));
  const right = pairs.n - pairs.wrong.length;
  row(
    "CJK and pinyin pairs on the right side",
    `${right} of ${pairs.n}`,
    "floor 25",
    "cjkRight",
    right,
  );
}

function labelled(index: ListIndex): void {
  const sets = [
    ["third set, held half", "third-held.csv", "", "held"],
    ["third set, open half", "third-dev.csv", "", "open"],
    ["blind half", "blind-pairs.csv", "floor .95", "blind"],
    ["own pairs", "own-pairs.csv", "", "own"],
  ] as const;
  for (const [name, file, floor, key] of sets) {
    const place = new URL(`./names/${file}`, import.meta.url);
    if (!existsSync(place)) {
      process.stdout.write(`${name}: ${file} is not there, left out\n`);
      continue;
    }
    const found = measurePairs(index, readListedPairs(place));
    const { same, different } = found;
    row(
      `${name}: recall at possible (${same.n})`,
      percent(same.hit / same.n),
      floor,
      `${key}Recall`,
      same.hit / same.n,
    );
    row(
      `${name}: different ones hit (${different.n})`,
      percent(different.hit / different.n),
      "",
      `${key}Different`,
      different.hit / different.n,
    );
    for (const [style, { n, hit }] of found.byStyle)
      process.stdout.write(`    ${style.padEnd(30)} ${hit} of ${n}\n`);
  }
}

function universities(index: ListIndex): void {
  const place = new URL("./names/own-pairs.csv", import.meta.url);
  const bodies = (pair: ListedPair) =>
    pair.same && /大学|学院|研究|实验室|科学院|所$|中心/u.test(pair.query);
  const { same } = measurePairs(index, readListedPairs(place).filter(bodies));
  row(
    `Chinese names of listed universities and institutes (${same.n}), found`,
    percent(same.hit / same.n),
    "floor 90 %",
    "institutes",
    same.hit / same.n,
  );
}

function variants(index: ListIndex, snapshot: ListSnapshot): void {
  const random = randomOf(5);
  const counts = new Map<VariantKind, { n: number; hit: number }>();
  for (let at = 3 % STEP; at < snapshot.entries.length; at += STEP) {
    const entry = snapshot.entries[at];
    if (entry === undefined) continue;
    for (const [kind, text] of variantsOfEntry(entry, random)) {
      const held = counts.get(kind) ?? { n: 0, hit: 0 };
      const hit = screen(index, { names: [text], codes: [] }).some(
        (one) => one.entry.id === entry.id || one.entry.name === entry.name,
      );
      counts.set(kind, { n: held.n + 1, hit: held.hit + (hit ? 1 : 0) });
    }
  }
  const all = [...counts.values()].reduce(
    (sum, { n, hit }) => ({ n: sum.n + n, hit: sum.hit + hit }),
    { n: 0, hit: 0 },
  );
  row(
    `variants of entries, every ${STEP}. entry (${all.n}), recall`,
    percent(all.hit / all.n),
    "floor 97 %",
    "variants",
    all.hit / all.n,
  );
  for (const [kind, { n, hit }] of counts)
    process.stdout.write(`    ${kind.padEnd(30)} ${hit} of ${n}\n`);
}

function ordinary(index: ListIndex): void {
  const sets = [
    ["full firm names", ordinaryFullNames(ORDINARY), "floor 0.5 %", "full"],
    ["names of two characters", ordinaryTwoCharacterNames(ORDINARY), "floor 1.5 %", "two"],
    ["short names", ordinaryShortNames(ORDINARY), "", "short"],
  ] as const;
  for (const [name, names, floor, key] of sets) {
    let possible = 0;
    let strong = 0;
    for (const one of names) {
      const [best] = screen(index, { names: [one], codes: [] });
      if (best !== undefined) possible += 1;
      if (best?.strength === "strong") strong += 1;
    }
    row(
      `${names.length} ordinary ${name}: false possible`,
      percent(possible / names.length),
      floor,
      `${key}Possible`,
      possible / names.length,
    );
    row(
      `${names.length} ordinary ${name}: false strong`,
      percent(strong / names.length),
      "floor 0.05 %",
      `${key}Strong`,
      strong / names.length,
    );
  }
}

const quantile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

function timed(
  find: (query: string) => unknown,
  queries: readonly string[],
): readonly [p50: number, p99: number] {
  const times = queries.map((query) => {
    const start = performance.now();
    find(query);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return [quantile(times, 0.5), quantile(times, 0.99)];
}

function speed(snapshot: ListSnapshot): ListIndex {
  const start = performance.now();
  const index = buildListIndex(snapshot);
  const built = performance.now() - start;
  row(
    `index of ${index.names.length} names: first build`,
    `${built.toFixed(0)} ms`,
    "floor 2000 ms",
    "buildMs",
    built,
  );
  const queries = ordinaryFullNames(2_000, 11);
  const [p50, p99] = timed((query) => screen(index, { names: [query], codes: [] }), queries);
  row(
    "one Chinese name from the first query on, p50",
    `${p50.toFixed(2)} ms`,
    "floor 0.4 ms",
    "p50",
    p50,
  );
  row(
    "one Chinese name from the first query on, p99",
    `${p99.toFixed(2)} ms`,
    "floor 5 ms",
    "p99",
    p99,
  );
  return index;
}

function growth(snapshot: ListSnapshot, index: ListIndex): void {
  const file = ordinaryFullNames(500, 12);
  const time = (one: ListIndex, names: readonly string[]) => {
    const start = performance.now();
    for (const name of names) screen(one, { names: [name], codes: [] });
    return performance.now() - start;
  };
  time(index, file);
  const base = time(index, file);
  const ten = time(index, ordinaryFullNames(5_000, 12));
  row("file × 10: time grows by", `× ${(ten / base).toFixed(1)}`, "", "fileTen", ten / base);
  const large = buildListIndex(longer(snapshot, 4));
  time(large, file);
  const four = time(large, file);
  row("list × 4: time grows by", `× ${(four / base).toFixed(1)}`, "", "listFour", four / base);
}

function beside(snapshot: ListSnapshot, index: ListIndex): void {
  const place = new URL("./names/own-pairs.csv", import.meta.url);
  const pairs = readListedPairs(place)
    .filter((pair) => pair.same)
    .filter((_, at) => at % 5 === 0);
  const targets = new Map(
    pairs.map(({ listed }) => [
      listed,
      new Set(
        snapshot.entries
          .filter(({ name, aliases }) => [name, ...aliases].includes(listed))
          .map(({ id }) => id),
      ),
    ]),
  );
  const own = {
    name: "this desk",
    find: (query: string) =>
      new Set(screen(index, { names: [query], codes: [] }).map(({ entry }) => entry.id)),
  };
  for (const { name, find } of [own, ...rivalsOf(snapshot)]) {
    const found = pairs.filter(({ query, listed }) =>
      [...(targets.get(listed) ?? [])].some((id) => find(query).has(id)),
    ).length;
    const [p50, p99] = timed(
      find,
      pairs.map(({ query }) => query),
    );
    process.stdout.write(
      `    ${name.padEnd(16)} finds ${found} of ${pairs.length}; p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms\n`,
    );
    results[`beside ${name}`] = `${found}/${pairs.length} ${p50.toFixed(2)} ${p99.toFixed(2)}`;
  }
}

process.stdout.write(
  `names: possible from ${thresholds.possible}, strong from ${thresholds.strong}\n`,
);
const published = await publishedList();
if (published === undefined) {
  nameBench();
  process.stdout.write(
    "the published list is not beside the project: everything measured on it is left out\n",
  );
} else {
  const opened = speed(published);
  nameBench();
  labelled(opened);
  universities(opened);
  ordinary(opened);
  variants(opened, published);
  beside(published, opened);
  growth(published, opened);
}
process.stdout.write(`${JSON.stringify(results)}\n`);
