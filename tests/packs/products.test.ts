import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { divide, multiply, toFixed } from "#shared/kernel";
import {
  type Alternative,
  type Product,
  parseAlternativeSeed,
  parseProductSeed,
  performanceDensity,
  totalProcessingPerformance,
} from "#shared/model";

const packs = new URL("../../shared/packs/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, packs), "utf8"));

function products(): readonly Product[] {
  const seed = parseProductSeed(read("products/2026-11-30/products.json"));
  if (!seed.ok) throw new Error(JSON.stringify(seed.error));
  return seed.value.products;
}

function alternatives(): readonly Alternative[] {
  const seed = parseAlternativeSeed(read("alternatives/2026-11-30/alternatives.json"));
  if (!seed.ok) throw new Error(JSON.stringify(seed.error));
  return seed.value.alternatives;
}

/** Id, total processing performance, density and bandwidth as the reference table prints them (A4). */
const table: readonly (readonly [string, string, string | undefined, string])[] = [
  ["h200-sxm", "15832", "19.45", "4800"],
  ["hgx-h200-8", "15832", "19.45", "4800"],
  ["dgx-h200", "15832", "19.45", "4800"],
  ["h200-nvl", "13364", "16.42", "4800"],
  ["h100-sxm", "15832", "19.45", "3350"],
  ["h100-nvl", "13364", "16.42", "3900"],
  ["h800-sxm", "15832", "19.45", "3350"],
  ["h800-pcie", "12104", "14.87", "2000"],
  ["a100-80gb", "4992", "6.04", "2039"],
  ["h20", "2368", "2.91", "4000"],
  ["b100", "28000", undefined, "8000"],
  ["b200", "36000", undefined, "8000"],
  ["b300", "56000", undefined, "8000"],
  ["b30a", "28000", undefined, "4000"],
  ["mi300x", "20919", undefined, "5300"],
  ["mi325x", "20919", undefined, "6000"],
  ["mi355x", "40265", undefined, "8000"],
  ["mi250x", "6128", undefined, "3277"],
  ["mi210", "2896", undefined, "1638"],
  ["ascend-910c", "12800", undefined, "3200"],
  ["atlas-350", "6800", undefined, "1400"],
];

describe("the product seed", () => {
  const byId = new Map(products().map((product) => [product.id, product]));
  const find = (id: string): Product => {
    const found = byId.get(`prd_${id}`);
    if (found === undefined) throw new Error(`no product ${id}`);
    return found;
  };

  test.each(table)(
    "%s computes to a total processing performance of %s and a density of %s",
    (id, tpp, pd, bandwidth) => {
      const computed = totalProcessingPerformance(find(id));
      expect(computed && toFixed(computed.value, 0)).toBe(tpp);
      const density = performanceDensity(find(id));
      expect(density && toFixed(density.value, 2)).toBe(pd);
      expect(find(id).dramBandwidthGBs?.value).toBe(bandwidth);
    },
  );

  test("a part whose rates are not public has no total processing performance", () => {
    expect(totalProcessingPerformance(find("mi308x"))).toBeUndefined();
  });

  test("every figure names its source and how far it can be relied on", () => {
    for (const item of byId.values()) {
      const figures = [
        ...(item.denseRates ?? []),
        item.dieAreaMm2,
        item.dramBandwidthGBs,
        item.memoryGB,
        item.interconnectGBs,
        item.powerW,
        item.fp64VectorTflops,
        item.fp64TensorTflops,
        item.fp32Tflops,
      ].filter((figure) => figure !== undefined);
      for (const figure of figures) {
        expect(figure.source, item.id).toMatch(/^(PR-\d\d|PR note \d|SC-01)/);
        expect(figure.confidence, item.id).toBeDefined();
      }
      if (item.usAvailableOn !== undefined) expect(item.usAvailableSource, item.id).toBeDefined();
    }
  });

  test("nothing stands in the book from memory, and what nobody published is blank", () => {
    expect(JSON.stringify([...byId.values()])).not.toMatch(/from memory/i);
    for (const id of ["gaudi", "mi300a", "mi350x", "rtx-pro-6000d", "l40s"])
      expect(totalProcessingPerformance(find(id)), id).toBeUndefined();
  });

  test("the announced next generation is on the book as announced, without a date of sale", () => {
    expect(find("rubin").usAvailableOn).toBeUndefined();
    expect(find("rubin").dramBandwidthGBs?.confidence).toBe("low");
  });

  test("rates for the supercomputer test stand beside the chips they were published for", () => {
    expect(find("h200-sxm").fp64VectorTflops?.value).toBe("34");
    expect(find("h200-sxm").fp64TensorTflops?.value).toBe("67");
    expect(find("mi308x").fp64VectorTflops).toBeUndefined();
  });

  test("the eight ICs of one board are tested one by one and never added up", () => {
    expect(find("hgx-h200-8").icsPerUnit).toBe(8);
    expect(totalProcessingPerformance(find("hgx-h200-8"))?.value).toBe("15832");
  });
});

describe("the domestic alternatives", () => {
  const byId = new Map(alternatives().map((item) => [item.id, item]));

  test("a figure that no vendor published is blank", () => {
    expect(byId.get("ascend-910b")?.fp16Tflops).toBeUndefined();
    expect(byId.get("mlu590")?.memoryGB).toBeUndefined();
    expect(byId.get("hygon-dcu")?.bandwidthGBs).toBeUndefined();
  });

  test("ratios to the H200 SXM come out as the reference computed them (AL-10)", () => {
    const ratio = (value: string | undefined, of: string): string =>
      toFixed(multiply(divide(value ?? "0", of, 6), "100"), 0);
    const c910 = byId.get("ascend-910c");
    expect(ratio(c910?.fp16Tflops?.low, "989.5")).toBe("76");
    expect(ratio(c910?.fp16Tflops?.high, "989.5")).toBe("81");
    expect(ratio(c910?.memoryGB?.low, "141")).toBe("91");
    expect(ratio(c910?.bandwidthGBs?.low, "4800")).toBe("67");
    const card = byId.get("atlas-350");
    expect(ratio(card?.fp16Tflops?.low, "989.5")).toBe("43");
    expect(ratio(card?.memoryGB?.low, "141")).toBe("79");
    expect(ratio(card?.bandwidthGBs?.low, "4800")).toBe("29");
  });

  test("roadmap parts say when, so that none passes for one that ships today", () => {
    for (const item of byId.values())
      if (item.availability.kind === "roadmap")
        expect(item.availability.from, item.id).toBeDefined();
  });
});
