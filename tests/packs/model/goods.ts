import { told } from "./algebra.ts";
import type { Answer, Line, Situation } from "./situation.ts";

/** What the references say of a product: rates and bandwidth per chip, and whether the reports or a letter name it. */
export type Goods = {
  readonly vendor: string;
  readonly model: string;
  readonly form: string;
  readonly chips: number;
  /** Named by the Chinese reports. */
  readonly reported: boolean;
  /** A classification that the exporter gave; absent where none was given. */
  readonly eccn?: string;
  /** Under an is-informed letter from this day. */
  readonly letterFrom?: string;
  /** Answer to the question about a letter, as typed. */
  readonly letterAnswer?: "yes" | "no" | "unknown";
  /** Dense rate times bits; absent where not published. */
  readonly tops8?: string;
  readonly bandwidth?: string;
  readonly availableOn?: string;
  /** FP64 vector and tensor, FP32, teraflops (forms.md section 4). */
  readonly fp64?: readonly [number, number];
  readonly fp32?: number;
};

const sxm = { vendor: "NVIDIA", form: "sxm-module", chips: 1, letterAnswer: "no" } as const;
const h200 = {
  ...sxm,
  reported: true,
  tops8: "1979",
  bandwidth: "4800",
  availableOn: "2024-06-30",
  fp64: [34, 67],
  fp32: 67,
} as const;
const edge = {
  vendor: "Sample Accelerators Inc.",
  model: "Sample X1",
  form: "pcie-card",
  chips: 1,
  letterAnswer: "no",
  reported: false,
  eccn: "3A090.a",
  tops8: "1000",
  bandwidth: "2000",
  availableOn: "2025-01-01",
} as const;

/** Goods by a short name; edges stand on both sides of 21,000, 6,500 and 2026-01-15. */
export const goodsTable: Readonly<Record<string, Goods>> = {
  "h200-sxm": { ...h200, model: "H200 SXM", eccn: "3A090.a" },
  "hgx-h200-8": { ...h200, model: "HGX H200 8-GPU", form: "baseboard", chips: 8, eccn: "4A090.a" },
  "dgx-h200": { ...h200, model: "DGX H200", form: "server", chips: 8, eccn: "4A090.a" },
  "h200-nvl": {
    ...h200,
    model: "H200 NVL",
    form: "pcie-card",
    eccn: "3A090.a",
    tops8: "1670.5",
    fp64: [30, 60],
    fp32: 60,
  },
  "h100-sxm": {
    ...h200,
    model: "H100 SXM",
    reported: false,
    eccn: "3A090.a",
    bandwidth: "3350",
    availableOn: "2023-01-01",
  },
  b200: {
    ...sxm,
    model: "B200",
    reported: false,
    eccn: "3A090.a",
    tops8: "4500",
    bandwidth: "8000",
    availableOn: "2025-01-01",
    fp64: [37, 37],
    fp32: 75,
  },
  h20: {
    ...sxm,
    model: "H20",
    reported: false,
    letterAnswer: "yes",
    letterFrom: "2025-04-09",
    tops8: "296",
    bandwidth: "4000",
    availableOn: "2024-06-30",
    fp64: [1, 1],
    fp32: 44,
  },
  "h20-letter-no": {
    ...sxm,
    model: "H20",
    reported: false,
    letterFrom: "2025-04-09",
    letterAnswer: "no",
    eccn: "EAR99",
    tops8: "296",
    bandwidth: "4000",
    availableOn: "2024-06-30",
    fp64: [1, 1],
    fp32: 44,
  },
  "h200-unclassified": { ...h200, model: "H200 SXM" },
  "h200-without-figures": {
    ...sxm,
    model: "H200 SXM",
    reported: true,
    eccn: "3A090.a",
    fp64: [34, 67],
    fp32: 67,
  },
  mi308: {
    vendor: "AMD",
    model: "Instinct MI308X",
    form: "oam-module",
    chips: 1,
    reported: false,
    letterFrom: "2025-04-09",
  },
  "card-without-figures": {
    vendor: "Sample Accelerators Inc.",
    model: "Sample Z1",
    form: "pcie-card",
    chips: 1,
    reported: false,
    letterAnswer: "no",
  },
  "low-card": { ...edge, model: "Sample L1", eccn: "EAR99", tops8: "50", bandwidth: "300" },
  "below-both": { ...edge, tops8: "2624.9875", bandwidth: "6499.9" },
  "tpp-at-line": { ...edge, tops8: "2625" },
  "bandwidth-at-line": { ...edge, bandwidth: "6500" },
  "sold-on-the-day": { ...edge, availableOn: "2026-01-15" },
  "sold-a-day-late": { ...edge, availableOn: "2026-01-16" },
};

/** The goods of a line; undefined while it is unnamed. */
export function goodsOf(line: Line): Goods | undefined {
  return goodsTable[line.goods];
}

/**
 * Whether an item stands under 3A090 or 4A090: by the exporter's classification; without one by the formula, as far as the table's
 * goods need it (4,800 and more is .a, below 2,400 at the density of the H20 nothing); open without figures.
 */
export function controlled(goods: Goods): Answer {
  if (goods.eccn !== undefined) return told(/^[34]A090/.test(goods.eccn));
  const tpp = performanceOf(goods);
  return tpp === undefined ? "open" : told(tpp >= 4_800);
}

/** Total processing performance of one chip, in tenths of thousandths so that edges are exact. */
export function performanceOf(goods: Goods): number | undefined {
  return goods.tops8 === undefined ? undefined : Math.round(Number(goods.tops8) * 80_000) / 10_000;
}

/** Whether the order holds goods that the reports name: yes, no, or open while a line is unnamed. */
export function reportedGoods({ lines }: Situation): "yes" | "no" | "open" {
  const all = lines.map(goodsOf);
  if (all.some((one) => one?.reported === true)) return "yes";
  return lines.length === 0 || all.includes(undefined) ? "open" : "no";
}
