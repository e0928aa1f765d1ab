import { describe, expect, test } from "vitest";
import { type Dossier, parseDossier } from "#shared/model";
import { createFactSource, type FactAnswer } from "../index.ts";

const rates = [{ models: ["H200"], fp64: ["34", "67"], fp32: ["67"] }];

function dossier(quantity: string, ics: number, site: object, more: object = {}): Dossier {
  const made = parseDossier({
    schema: "h200-desk/dossier@1",
    order: {
      id: "ord_1",
      title: "Sample",
      sites: ["ste_1"],
      lines: [{ id: "lin_1", product: "prd_1", quantity, site: "ste_1" }],
    },
    parties: [],
    links: [],
    sites: [{ id: "ste_1", names: { en: "Sample" }, ...site }],
    products: [
      { id: "prd_1", vendor: "NVIDIA", model: "HGX H200", form: "baseboard", icsPerUnit: ics },
    ],
    evidence: [],
    persons: [],
    ...more,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

function ask(value: Dossier, fact: string, kind: "order" | "site", args?: object): FactAnswer {
  const facts = createFactSource({ dossier: value, hits: [], asOf: "2026-08-20" });
  const id = kind === "order" ? "ord_1" : "ste_1";
  return facts.answer(fact, { kind, id }, args as never);
}

describe("counting in chips", () => {
  test("boards are multiplied out", () => {
    expect(ask(dossier("25000", 8, {}), "order.chips", "order")).toMatchObject({ value: "200000" });
  });

  test("the group's other orders are added, whatever became of them", () => {
    const totals = {
      date: "2026-08-19",
      sha256: "0".repeat(64),
      filedChips: "10",
      draftedChips: "8",
      alternativeChips: "5",
      orders: [
        { order: "ord_1", state: "drafted", chips: "8" },
        { order: "ord_2", state: "filed", chips: "10" },
        { order: "ord_3", state: "alternative", chips: "5" },
      ],
    };
    const counted = ask(dossier("2", 8, {}, { totals }), "order.group-chips", "order");
    expect(counted).toMatchObject({ known: true, value: "31" });
  });
});

describe("petaflops inside one envelope", () => {
  const fp64 = { measure: "fp64", rates };
  const densest = (quantity: string, site: object) =>
    ask(dossier(quantity, 1, site), "site.densest-petaflops", "site", fp64);

  test("lie anywhere up to the highest rate while nobody says how the chips stand", () => {
    expect(densest("2000", {})).toMatchObject({ known: false, bounds: { min: "0", max: "134" } });
  });

  test("lie between the published rates where all chips stand in one", () => {
    const said = densest("2000", { oneEnvelope: { value: "yes" } });
    expect(said).toMatchObject({ known: false, bounds: { min: "68", max: "134" } });
  });

  test("are those of the counted part where they do not", () => {
    const said = densest("2000", { oneEnvelope: { value: "no" }, envelopeChips: "1000" });
    expect(said).toMatchObject({ known: false, bounds: { min: "34", max: "67" } });
  });

  test("are at least what was stated, and a figure below chips times rate is told", () => {
    const site = { supercomputerFp64Pf: "9" };
    expect(densest("5000", site)).toMatchObject({ bounds: { min: "9", max: "335" } });
    expect(ask(dossier("5000", 1, site), "site.stated-below-computed", "site", fp64)).toMatchObject(
      {
        value: true,
      },
    );
  });
});
