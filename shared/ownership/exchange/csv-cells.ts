import { DECIMAL_SHAPE, isCivilDate } from "#shared/kernel";
import { type Party, partyKinds, type Share, shareSchema } from "#shared/model";

const UNKNOWN = /^(unknown|n\/?a|\?|未知|不详|待查)$/i;
const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const SHAPES: readonly (readonly [RegExp, (a: string, b: string) => unknown])[] = [
  [new RegExp(`^${NUMBER}$`), (a) => ({ kind: "exact", percent: a })],
  [
    new RegExp(`^${NUMBER}(?:-|–|—|~|至|到|to)${NUMBER}$`),
    (a, b) => ({ kind: "range", min: a, max: b }),
  ],
  [
    new RegExp(`^(?:>|超过|高于|over|morethan)${NUMBER}$`),
    (a) => ({ kind: "range", min: a, max: "100", minExclusive: true }),
  ],
  [
    new RegExp(`^(?:>=|≥|不低于|atleast)${NUMBER}$`),
    (a) => ({ kind: "range", min: a, max: "100" }),
  ],
  [new RegExp(`^${NUMBER}(?:及以上|以上)$`), (a) => ({ kind: "range", min: a, max: "100" })],
  [
    new RegExp(`^(?:<|低于|不足|under|lessthan)${NUMBER}$`),
    (a) => ({ kind: "range", min: "0", max: a, maxExclusive: true }),
  ],
  [
    new RegExp(`^(?:<=|≤|不超过|不高于|atmost)${NUMBER}$`),
    (a) => ({ kind: "range", min: "0", max: a }),
  ],
];

/** `05.50` and `12.3400` as the model spells them. */
function decimal(text: string): string {
  const [whole = "0", rest = ""] = text.split(".");
  const kept = rest.replace(/0+$/, "");
  const spelled = whole.replace(/^0+(?=\d)/, "") + (kept === "" ? "" : `.${kept}`);
  return DECIMAL_SHAPE.test(spelled) ? spelled : text;
}

/**
 * A share as tables write it: `51`, `51%`, `25-50`, `>50`, `50以上`, `不详`. Undefined for what is none of these; `null`
 * for an empty cell. A number is always a percentage: 0.51 is about half a per cent, not about half.
 */
export function readShareCell(cell: string): Share | null | undefined {
  const text = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s%,]/g, "");
  if (text === "") return null;
  if (UNKNOWN.test(text)) return { kind: "unknown" };
  for (const [shape, make] of SHAPES) {
    const found = shape.exec(text);
    if (!found) continue;
    const share = shareSchema.safeParse(make(decimal(found[1] ?? ""), decimal(found[2] ?? "0")));
    return share.success ? share.data : undefined;
  }
  return undefined;
}

/** A day as tables write it: `2026-01-31`, `2026/1/31`, `20260131`, `2026年1月31日`. */
export function readDateCell(cell: string): string | null | undefined {
  const text = cell.normalize("NFKC").trim();
  if (text === "") return null;
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) return undefined;
  const day = `${found[1]}-${(found[2] ?? "").padStart(2, "0")}-${(found[3] ?? "").padStart(2, "0")}`;
  return isCivilDate(day) ? day : undefined;
}

const KINDS: Readonly<Record<string, Party["kind"]>> = {
  公司: "company",
  企业: "company",
  企业法人: "company",
  法人股东: "company",
  合伙企业: "partnership",
  自然人: "person",
  自然人股东: "person",
  个人: "person",
  机关: "public-body",
  政府: "public-body",
  事业单位: "public-body",
  国家机关: "public-body",
  基金: "fund",
  社会团体: "social-organisation",
  军队: "military-unit",
  其他: "other",
};

/** A kind of party, in the words of the model or in Chinese. */
export function readKindCell(cell: string): Party["kind"] | null | undefined {
  const text = cell.normalize("NFKC").trim().toLowerCase();
  if (text === "") return null;
  return partyKinds.find((kind) => kind === text) ?? KINDS[text];
}

const ANSWERS: Readonly<Record<string, "yes" | "no" | "unknown">> = {
  yes: "yes",
  y: "yes",
  是: "yes",
  有: "yes",
  no: "no",
  n: "no",
  否: "no",
  无: "no",
  unknown: "unknown",
  不详: "unknown",
  未知: "unknown",
};

/** Yes, no or unknown, in either language. */
export function readAnswerCell(cell: string): "yes" | "no" | "unknown" | null | undefined {
  const text = cell.normalize("NFKC").trim().toLowerCase();
  return text === "" ? null : ANSWERS[text];
}
