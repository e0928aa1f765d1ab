import { describe, expect, test } from "vitest";
import { hasMessage } from "#shared/i18n";
import { factCatalogue } from "./index.ts";
import { gapFacts } from "./parties/ownership-facts.ts";

describe("the fact catalogue", () => {
  const ids = [
    ...factCatalogue.facts.keys(),
    ...factCatalogue.relations.keys(),
    ...Object.values(gapFacts),
    "line.unit-price",
    "order.currency",
    "order.exchange-rate",
  ];

  test.each(ids)("%s has a question that a person can answer, in both languages", (id) => {
    expect(hasMessage(`fact.${id}`)).toBe(true);
  });

  test("an id begins with the kind of its subject, so that a pack's author sees what it speaks of", () => {
    for (const { id, subject } of factCatalogue.facts.values())
      expect(id.startsWith(`${subject}.`), id).toBe(true);
    for (const { id, from } of factCatalogue.relations.values())
      expect(id.startsWith(`${from}.`), id).toBe(true);
  });

  test("only the exporter's and the laboratory's own statements are not asked of the buyer", () => {
    const others = [...factCatalogue.facts.values()].filter(({ owner }) => owner !== "buyer");
    for (const { id, owner } of others) {
      if (owner === "exporter") expect(id).toMatch(/^order\.exporter\.|^line\.sheet-/);
      else expect(id).toMatch(/^order\.laboratory\.|^route\.testing-place$/);
    }
    expect(others.length).toBeGreaterThan(10);
  });
});
