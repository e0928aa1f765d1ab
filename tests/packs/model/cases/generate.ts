import type { Situation } from "../situation.ts";
import { baseSituation } from "./base.ts";
import { stream } from "./codes.ts";
import { militaryControl, stateControl } from "./control.ts";
import type { Deviation } from "./deviation.ts";
import { classEntries, lookups, suspendedEntry, usEntries } from "./entries.ts";
import { affiliates, listings } from "./lists.ts";
import { answers, matrix, ownerMatrix, tenantClasses } from "./matrix.ts";
import { computers, conditions, counting, products, several, uses } from "./orders.ts";
import { routes } from "./routes.ts";

/** One situation with the changes that made it from the base order. */
export type Case = {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly situation: Situation;
};

/** Both sides of every day on which a table of lanes.md changes. */
const edges: readonly string[] = [
  "2023-11-16",
  "2023-11-17",
  "2025-04-08",
  "2025-04-09",
  "2025-09-28",
  "2025-09-29",
  "2025-11-09",
  "2025-11-10",
  "2026-01-07",
  "2026-01-08",
  "2026-01-12",
  "2026-01-13",
  "2026-01-14",
  "2026-01-15",
  "2026-01-22",
  "2026-01-23",
  "2026-01-27",
  "2026-01-28",
  "2026-05-31",
  "2026-06-01",
  "2026-08-18",
  "2026-08-19",
  "2026-10-09",
  "2026-10-10",
  "2026-11-09",
  "2026-11-10",
  "2026-11-23",
];

const quiet = ["2026-08-20"];
const cn = ["2026-01-07", "2026-01-10", "2026-07-01", "2026-11-23"];
const rule = ["2025-09-28", "2025-09-29", "2025-11-09", "2025-11-10", "2026-11-09", "2026-11-10"];

/** Each deviation alone, on the days on which its kind may say something else. */
const alone: readonly (readonly [readonly Deviation[], readonly string[]])[] = [
  [matrix, quiet],
  [ownerMatrix, quiet],
  [answers, [...quiet, "2026-11-23"]],
  [tenantClasses, [...quiet, "2026-07-01"]],
  [stateControl, [...quiet, "2026-11-23"]],
  [militaryControl, quiet],
  [uses, [...quiet, "2026-01-07", "2026-07-01"]],
  [products, [...quiet, "2026-07-01"]],
  [products.filter(({ kind }) => kind === "letter goods"), edges.slice(2, 4)],
  [several, [...quiet, "2026-07-01", "2026-11-23", "2025-12-15"]],
  [conditions, quiet],
  [computers, quiet],
  [counting, quiet],
  [routes, quiet],
  [listings, quiet],
  [affiliates, rule],
  [classEntries, [...quiet, "2026-11-23"]],
  [usEntries, [...quiet, "2026-11-23"]],
  [suspendedEntry, ["2026-11-23"]],
  [lookups, ["2026-11-23", "2026-09-01", "2026-07-01"]],
];

const all: readonly Deviation[] = alone.flatMap(([some]) => some);

function caseOf(day: string, changes: readonly Deviation[]): Case {
  const situation = baseSituation();
  situation.asOf = day;
  for (const change of changes) change.apply(situation);
  const name = changes.map((one) => `${one.kind} / ${one.name}`).join(" + ");
  return {
    name: `${name === "" ? "base" : name} @ ${day}`,
    kinds: changes.length === 0 ? ["day"] : changes.map(({ kind }) => kind),
    situation,
  };
}

function mixed(random: () => number): Case {
  const of = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const changes = new Map<string, Deviation>();
  const wanted = 2 + Math.floor(random() * 2);
  while (changes.size < wanted) {
    const one = of(all);
    if (one.kind !== "look-up refused" && !changes.has(one.slot)) changes.set(one.slot, one);
  }
  return caseOf(random() < 0.5 ? of(edges) : of([...quiet, ...cn]), [...changes.values()]);
}

/** Every deviation alone, then two or three together on days drawn from the seed, up to `count` cases. */
export function generate(seed: number, count: number): readonly Case[] {
  const random = stream(seed);
  const single = [
    ...edges.map((day) => caseOf(day, [])),
    ...alone.flatMap(([some, days]) =>
      days.flatMap((day) => some.map((change) => caseOf(day, [change]))),
    ),
  ];
  const rest = Math.max(0, count - single.length);
  return [...single, ...Array.from({ length: rest }, () => mixed(random))];
}
