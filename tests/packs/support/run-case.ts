import { createFactSource } from "#shared/facts";
import { type Dossier, parseDossier } from "#shared/model";
import {
  evaluate,
  type Finding,
  type PackCase,
  type Program,
  type TrackReport,
} from "#shared/rules";

type Box = Record<string, unknown> | unknown[];

const isBox = (value: unknown): value is Box => typeof value === "object" && value !== null;

/** The member of an object by name, or the member of a list by its `id` (or its number). */
function step(box: Box, key: string): string | number {
  if (!Array.isArray(box)) return key;
  const byId = box.findIndex((item) => isBox(item) && !Array.isArray(item) && item["id"] === key);
  if (byId >= 0) return byId;
  return /^\d+$/.test(key) ? Number(key) : box.length;
}

function read(box: Box, key: string | number): unknown {
  return (box as Record<string | number, unknown>)[key];
}

function write(box: Box, key: string | number, value: unknown): void {
  if (value === null && Array.isArray(box)) box.splice(Number(key), 1);
  else if (value === null) delete (box as Record<string, unknown>)[String(key)];
  else (box as Record<string | number, unknown>)[key] = value;
}

/** Sets one field by its dotted path; members that do not exist yet are made, null removes. */
function setField(root: Box, path: string, value: unknown): void {
  const keys = path.split(".");
  let box = root;
  for (const key of keys.slice(0, -1)) {
    const at = step(box, key);
    if (!isBox(read(box, at))) write(box, at, {});
    const next = read(box, at);
    if (!isBox(next)) throw new Error(`${path}: nothing to set in at ${key}`);
    box = next;
  }
  write(box, step(box, keys.at(-1) ?? ""), value);
}

/** The dossier a case is about: its base with some fields set otherwise. */
export function dossierOf(one: PackCase, bases: ReadonlyMap<string, unknown>): Dossier {
  const copy = structuredClone(bases.get(one.dossier));
  if (!isBox(copy)) throw new Error(`${one.name}: no dossier ${one.dossier}`);
  for (const { path, value } of one.set ?? []) setField(copy, path, value);
  const parsed = parseDossier(copy);
  if (!parsed.ok) throw new Error(`${one.name}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** Runs one case as the desk would. */
export function reportOf(
  one: PackCase,
  program: Program,
  bases: ReadonlyMap<string, unknown>,
): TrackReport {
  const dossier = dossierOf(one, bases);
  const facts = createFactSource({
    dossier,
    hits: one.hits ?? [],
    screened: one.screened,
    asOf: one.asOf,
  });
  const lookups = [...(dossier.order.lookups ?? []), ...(one.lookups ?? [])];
  return evaluate(program, facts, { asOf: one.asOf, reading: one.reading ?? "working", lookups });
}

const strength = ["fails", "unknown", "holds"] as const;

/** The strongest value that a rule got from any subject; `absent` where it was not in force. */
export function strongest(rule: string, findings: readonly Finding[]): string {
  const values = findings.filter((finding) => finding.rule === rule).map(({ value }) => value);
  return strength.findLast((value) => values.includes(value)) ?? "absent";
}

/** What the case names, as it came out. */
export function seenOf(one: PackCase, report: TrackReport): unknown {
  const { expect } = one;
  const facts = new Set(report.questions.map(({ fact }) => fact));
  const conditions = new Set(report.conditions.map(({ id }) => id));
  const verify = new Set(report.verify.map(({ parameter }) => parameter));
  return {
    ...(expect.lane && { lane: report.lane }),
    ...(expect.atBest && { atBest: report.atBest }),
    ...(expect.atWorst && { atWorst: report.atWorst }),
    ...(expect.findings && {
      findings: Object.fromEntries(
        Object.keys(expect.findings).map((rule) => [rule, strongest(rule, report.findings)]),
      ),
    }),
    ...(expect.conditions && { conditions: expect.conditions.filter((id) => conditions.has(id)) }),
    ...(expect.verify && { verify: expect.verify.filter((id) => verify.has(id)) }),
    ...(expect.asks && { asks: expect.asks.filter((fact) => facts.has(fact)) }),
  };
}
