import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Dossier, parseDossier } from "#shared/model";
import { answerFields } from "./answer-fields.ts";

function sample(): Dossier {
  const text = readFileSync("examples/private-start-up-complete.json", "utf8");
  const parsed = parseDossier(JSON.parse(text));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const fieldOf = (dossier: Dossier, fact: string, kind: string, id: string) =>
  answerFields(dossier, [{ fact, subject: { kind, id } as never }], "2026-08-20").get(
    `${fact}@${id}`,
  );

describe("the field that holds a given answer", () => {
  const dossier = sample();
  const { order } = dossier;

  test("is found for answers of the order, of a party, of a line's product and of an end use", () => {
    const [line] = order.lines;
    const [use] = order.endUses ?? [];
    const buyer = order.buyer ?? "";
    expect(fieldOf(dossier, "party.critical-infrastructure.notice", "party", buyer)).toBe(
      `parties.${buyer}.criticalInfrastructure.notice`,
    );
    expect(fieldOf(dossier, "line.datacenter-marketed", "line", line?.id ?? "")).toBe(
      `products.${line?.product}.datacenterMarketed`,
    );
    expect(fieldOf(dossier, "end-use.commercial", "end-use", use?.id ?? "")).toBe(
      `order.endUses.${use?.id}.commercial`,
    );
  });

  test("is not invented for what is computed or asked of another kind of subject", () => {
    expect(fieldOf(dossier, "order.no-such-fact", "order", order.id)).toBeUndefined();
    expect(fieldOf(dossier, "end-use.commercial", "party", order.buyer ?? "")).toBeUndefined();
  });
});
