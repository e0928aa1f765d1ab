import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDossier } from "#shared/model";
import { differencesOf } from "./agreement.ts";
import { severity } from "./algebra.ts";
import { dossierOf } from "./cases/dossier.ts";
import { type Case, generate } from "./cases/generate.ts";
import { reportOf } from "./desk.ts";
import { expected } from "./model.ts";
import type { Lane, Situation } from "./situation.ts";

const settled = JSON.parse(readFileSync(new URL("./settled.json", import.meta.url), "utf8")) as {
  readonly kinds: readonly string[];
};
const cases = generate(1, 1_200);
const excused = (one: Case) => one.kinds.some((kind) => settled.kinds.includes(kind));

/** The same dossier with every list whose order means nothing, and all keys, the other way round. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound).toReversed();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, turnedRound(item)])
      .toReversed(),
  );
}

/** Lanes and intervals of both tracks in the working reading; undefined where the desk reads nothing. */
function outcomesOf(situation: Situation, dossier: unknown) {
  const report = reportOf(situation, dossier)("working");
  if (!report.ok) return undefined;
  return Object.values(report.value.tracks).map(({ lane, atBest, atWorst }) => ({
    lane,
    atBest,
    atWorst,
  }));
}

describe("the desk against the model of lanes.md", () => {
  const differing = cases.map((one) => ({
    one,
    lanes: differencesOf(one).filter(({ aspect }) => aspect === "lane" || aspect === "refusal"),
  }));

  test("both say the same lane, but for the kinds that are settled otherwise or still open", () => {
    const found = differing.filter(({ one, lanes }) => lanes.length > 0 && !excused(one));
    expect(found.map(({ lanes }) => lanes[0])).toEqual([]);
  });

  test("a dossier with its parties, links, lines, uses and keys turned round comes out the same", () => {
    const turned = cases
      .filter((_, at) => at % 12 === 0)
      .filter(({ situation }) => {
        const [given, round] = [dossierOf(situation), turnedRound(dossierOf(situation))].map(
          (one) => outcomesOf(situation, one),
        );
        expect(round).toEqual(given);
        return round !== undefined;
      });
    expect(turned.length).toBeGreaterThan(50);
  });
});

describe("the model itself", () => {
  const readings = ["narrow", "working", "broad"] as const;

  const rank = (lane: Lane | undefined) => severity.indexOf(lane ?? "no-bar-found");
  const answered = cases.flatMap(({ name, situation }) =>
    (["cn-import", "us-export"] as const).map((track) => ({
      name: `${name} ${track}`,
      outcomes: readings.flatMap((reading) => {
        const answer = expected(situation, reading);
        return answer === "refused" ? [] : [answer[track]];
      }),
    })),
  );

  test("keeps the lane between atBest and atWorst", () => {
    const outside = answered.filter(({ outcomes }) =>
      outcomes.some(
        ({ lane, atBest, atWorst }) => rank(lane) > rank(atBest) || rank(lane) < rank(atWorst),
      ),
    );
    expect(outside).toEqual([]);
  });

  test("has broad never milder than working, working never milder than narrow", () => {
    const milder = answered.filter(({ outcomes: [narrow, working, broad] }) => {
      const order = [narrow, working, broad].map((one) => rank(one?.lane));
      return order.some((one, at) => one > (order[at - 1] ?? one));
    });
    expect(milder).toEqual([]);
  });

  test("is drawn from the seed alone", () => {
    const drawn = (seed: number) =>
      JSON.stringify(generate(seed, 1_200).map(({ situation }) => dossierOf(situation)));
    expect(drawn(7)).toBe(drawn(7));
    expect(drawn(7)).not.toBe(drawn(8));
  });

  test("writes dossiers that the schema reads, unless the schema is told to refuse them", () => {
    const refused = cases.filter(
      (one) =>
        !excused(one) &&
        expected(one.situation, "working") !== "refused" &&
        !parseDossier(dossierOf(one.situation)).ok,
    );
    expect(refused.map(({ name }) => name)).toEqual([]);
  });
});
