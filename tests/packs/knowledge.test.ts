import { describe, expect, test } from "vitest";
import { createFactSource } from "#shared/facts";
import { type Dossier, parseDossier } from "#shared/model";
import { evaluateLane, type Lane, lanes, type Program, readings } from "#shared/rules";
import { packFolders, programOf, readBases, readPack } from "./support/pack-files.ts";

/** Every path of a plain value, deepest last. */
function pathsOf(value: unknown, prefix: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = [...prefix, key];
    return [path, ...pathsOf(item, path)];
  });
}

function without(value: unknown, path: readonly string[]): unknown {
  const copy: unknown = structuredClone(value);
  let target: unknown = copy;
  for (const key of path.slice(0, -1)) target = (target as Record<string, unknown>)[key];
  delete (target as Record<string, unknown>)[path.at(-1) ?? ""];
  return copy;
}

const rank = (lane: Lane) => lanes.indexOf(lane);

function outcomeOf(program: Program, dossier: Dossier, reading: (typeof readings)[number]) {
  const facts = createFactSource({ dossier, hits: [], screened: [], asOf: "2026-08-20" });
  return evaluateLane(program, facts, { asOf: "2026-08-20", reading });
}

describe.each(packFolders)("knowledge under %s", (folder) => {
  const program = programOf(readPack(folder));
  const dossiers = [...readBases(folder)].filter(([name]) => name !== "blank-draft");

  test.each(dossiers)("taking any answer away from %s never narrows what is possible", (_, raw) => {
    const whole = parseDossier(raw);
    if (!whole.ok) throw new Error(JSON.stringify(whole.error));
    const full = outcomeOf(program, whole.value, "working");
    const checked: string[] = [];
    for (const path of pathsOf(raw)) {
      const name = path.join(".");
      const less = parseDossier(without(raw, path));
      if (!less.ok) continue;
      const outcome = outcomeOf(program, less.value, "working");
      checked.push(name);
      expect(rank(outcome.atBest), `${name}: ${outcome.atBest}`).toBeGreaterThanOrEqual(
        rank(full.atBest),
      );
      expect(rank(outcome.atWorst), `${name}: ${outcome.atWorst}`).toBeLessThanOrEqual(
        rank(full.atWorst),
      );
    }
    expect(checked.length).toBeGreaterThan(50);
  });

  test.each(dossiers)(
    "broad is never milder than working, working never milder than narrow: %s",
    (_, raw) => {
      const paths = pathsOf(raw);
      const versions = [raw, ...paths.map((path) => without(raw, path))].map(parseDossier);
      for (const version of versions) {
        if (!version.ok) continue;
        const [narrow, working, broad] = readings.map((reading) =>
          outcomeOf(program, version.value, reading),
        );
        for (const [milder, harder] of [
          [narrow, working],
          [working, broad],
        ] as const) {
          expect(rank(harder?.atBest ?? "no-bar-found")).toBeLessThanOrEqual(
            rank(milder?.atBest ?? "no-bar-found"),
          );
          expect(rank(harder?.atWorst ?? "no-bar-found")).toBeLessThanOrEqual(
            rank(milder?.atWorst ?? "no-bar-found"),
          );
        }
      }
    },
  );
});
