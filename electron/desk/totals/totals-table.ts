import { type Lang, type MessageKey, translate } from "#shared/i18n";
import type { TotalsValue } from "#shared/ipc";

const heads = ["group", "state", "year", "site", "orders", "chips"] as const;
const siteHeads = ["site", "chips", "fp64", "fp64.stated", "fp32", "fp32.stated"] as const;

/** The two tables that are exported, cells as text: chips by group, state, year and site; computing power by site. */
export type TotalsTables = {
  readonly groups: readonly (readonly string[])[];
  readonly sites: readonly (readonly string[])[];
};

const rangeText = (range: { readonly low: string; readonly high: string } | undefined) => {
  if (range === undefined) return "";
  return range.low === range.high ? range.low : `${range.low}–${range.high}`;
};

/** Totals as rows of text in a language, heads first. Every group ends with its total line. */
export function totalsTables({ groups, sites }: TotalsValue, lang: Lang): TotalsTables {
  const word = (key: MessageKey) => translate(lang, key);
  const blank = word("totals.unstated");
  return {
    groups: [
      heads.map((name) => word(`totals.head.${name}`)),
      ...groups.flatMap(({ name, controller, rows, total, orders }) => {
        const group = name ?? controller ?? word("totals.no.buyer");
        return [
          ...rows.map((row) => [
            group,
            word(`totals.state.${row.state}`),
            row.year ?? blank,
            row.siteName ?? row.site ?? blank,
            String(row.orders),
            row.chips,
          ]),
          [group, word("totals.total"), "", "", String(orders), total],
        ];
      }),
    ],
    sites: [
      siteHeads.map((name) => word(`totals.head.${name}`)),
      ...sites.map((site) => [
        site.name,
        site.chips,
        rangeText(site.fp64),
        site.statedFp64 ?? "",
        rangeText(site.fp32),
        site.statedFp32 ?? "",
      ]),
    ],
  };
}

/** A cell of a CSV file: quoted where needed, and never one that a spreadsheet would take for a formula. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The tables as one CSV file in UTF-8 with a byte order mark, which spreadsheets need for Chinese. */
export function totalsCsv({ groups, sites }: TotalsTables): string {
  const rows = [...groups, [], ...sites];
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}
