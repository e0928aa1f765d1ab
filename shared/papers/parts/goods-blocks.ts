import { capitalAmount, formatAmount, groupDigits, inWanYi } from "#shared/i18n";
import { compareDecimal, multiply, sum } from "#shared/kernel";
import { lineTotal, type Order, orderTotal, orderTotalUsd } from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import { groupBy } from "./group-by.ts";
import { goodsText } from "./paper.ts";
import type { FormRow, PaperFormatter } from "./paper-formatter.ts";

/** Names of currencies in capital amounts; others are not written out, because a wrong name is worse than none. */
const capitalUnits: Readonly<Record<string, string>> = {
  CNY: "元",
  USD: "美元",
  HKD: "港元",
  EUR: "欧元",
};

/** A quantity with its unit. */
export function quantityOf(line: Order["lines"][number], formatter: PaperFormatter): string {
  if (line.quantity === undefined) return "";
  return `${groupDigits(line.quantity)} ${formatter.unit(line.unit)}`.trim();
}

/** A sum of money with its currency in front. */
export function money(amount: string | undefined, currency: string | undefined): string {
  return amount === undefined ? "" : `${currency ?? ""} ${formatAmount(amount)}`.trim();
}

/** A long schedule is set smaller, so that it stays a schedule and does not become a book. */
export function tableSize(rows: number): "small" | "tiny" {
  return rows > 12 ? "tiny" : "small";
}

type ProductTotal = {
  readonly name: string;
  readonly text: string;
  readonly quantity: string;
  readonly value: string;
};

/** Quantity and value by product, over all lines: for papers that do not go line by line. */
export function productTotals(formatter: PaperFormatter): readonly ProductTotal[] {
  const { order } = formatter.dossier;
  const nameOf = (line: Order["lines"][number]) =>
    formatter.product(line.product) || (line.description ?? "");
  const groups = groupBy(order.lines, (line) => `${nameOf(line)}|${line.unit ?? ""}`);
  return [...groups.values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const totals = lines.map(lineTotal).filter((total) => total !== undefined);
    const quantity = sum(lines.map((line) => line.quantity ?? "0"));
    return [
      {
        name: nameOf(first),
        text: goodsText(
          lines.length === 1 ? first : { ...first, description: undefined },
          formatter,
        ),
        quantity: `${groupDigits(quantity)} ${formatter.unit(first.unit)}`.trim(),
        value: totals.length === lines.length ? money(sum(totals), order.terms?.currency) : "",
      },
    ];
  });
}

/** The same as a table. */
export function productTable(formatter: PaperFormatter, caption?: string): FlowBlock {
  return formatter.table(
    [
      ["no", 1, "center"],
      ["goods", 7],
      ["quantity", 2.6, "right"],
      ["value", 4, "right"],
    ],
    productTotals(formatter).map(({ text, quantity, value }, index) => [
      String(index + 1),
      text,
      quantity,
      value,
    ]),
    caption === undefined ? {} : { caption: formatter.say(caption) },
  );
}

/** Lines with quantity, price and total, and the sum where every line has both. */
export function linesTable(formatter: PaperFormatter, side: "cn" | "us"): FlowBlock {
  const { order } = formatter.dossier;
  const total = orderTotal(order);
  const currency = order.terms?.currency;
  const rows = order.lines.map((line, index) => [
    String(index + 1),
    goodsText(line, formatter),
    ...(side === "cn" ? [line.hs?.code ?? ""] : []),
    quantityOf(line, formatter),
    line.unitPrice === undefined ? "" : formatAmount(line.unitPrice),
    lineTotal(line) === undefined ? "" : formatAmount(lineTotal(line) ?? "0"),
  ]);
  const before = side === "cn" ? 5 : 4;
  return formatter.table(
    [
      ["no", 1, "center"],
      ["goods", 6],
      ...(side === "cn" ? ([["hs", 2.4]] as const) : []),
      ["quantity", 2, "right"],
      ["price", 2.6, "right"],
      ["amount", 3, "right"],
    ],
    rows,
    {
      caption: formatter.say("caption.lines", { currency: currency ?? "—" }),
      size: tableSize(rows.length),
      ...(total === undefined
        ? {}
        : {
            totals: [
              [
                { content: formatter.say("total"), colspan: before, align: "right", strong: true },
                { content: formatAmount(total), strong: true },
              ],
            ],
          }),
    },
  );
}

/** The total in figures, in 万 and 亿, in capital characters and in US dollars with the rate it rests on. */
export function amountRows(formatter: PaperFormatter): readonly FormRow[] {
  const { order } = formatter.dossier;
  const total = orderTotal(order);
  const usd = orderTotalUsd(order);
  const currency = order.terms?.currency;
  const unit = capitalUnits[currency ?? ""];
  const rate = order.terms?.exchangeRates?.find((item) => item.from === currency);
  const rows: FormRow[] = [["total", money(total, currency), "order.lines"]];
  if (total !== undefined && unit !== undefined && formatter.main === "zh")
    rows.push(
      ["totalShort", `${inWanYi(total)}${unit}`],
      ["totalCapital", capitalAmount(total, unit)],
    );
  if (currency !== "USD") {
    rows.push(["totalUsd", money(usd, "USD")]);
    if (rate !== undefined)
      rows.push([
        "rate",
        `1 ${rate.from} = ${rate.rate} ${rate.to} (${rate.date}, ${rate.source})`,
      ]);
  }
  return rows;
}

/** Terms of the sale. */
export function termRows(formatter: PaperFormatter): readonly FormRow[] {
  const terms = formatter.dossier.order.terms;
  return [
    ["incoterm", [terms?.incoterm, terms?.incotermPlace].filter(Boolean).join(" ")],
    ["contract", formatter.join([terms?.contractNumber, terms?.contractDate])],
  ];
}

type Delivered = { readonly date: string; readonly cells: readonly string[] };

function deliveries(formatter: PaperFormatter): readonly Delivered[] {
  return formatter.dossier.order.lines
    .flatMap((line, index) =>
      (line.schedule ?? []).map((delivery) => ({
        date: delivery.date,
        cells: [
          delivery.date,
          String(index + 1),
          formatter.product(line.product) || (line.description ?? ""),
          `${groupDigits(delivery.quantity)} ${formatter.unit(line.unit)}`.trim(),
          formatter.site(delivery.site ?? line.site),
        ],
      })),
    )
    .toSorted((a, b) => Number(a.date > b.date) - Number(a.date < b.date));
}

/** Deliveries of all lines by date, with the site each goes to. */
export function deliveryTable(formatter: PaperFormatter): FlowBlock {
  const rows = deliveries(formatter).map(({ cells }) => cells);
  return formatter.table(
    [
      ["date", 2.4],
      ["line", 1, "center"],
      ["goods", 5],
      ["quantity", 2, "right"],
      ["site", 4.5],
    ],
    rows,
    { size: tableSize(rows.length) },
  );
}

/** Units by site: what the schedule delivers there, or the whole line where it has none. */
function siteTotals(formatter: PaperFormatter): readonly (readonly [string, string, string])[] {
  const found = new Map<string, { units: string; chips: string }>();
  const products = new Map(formatter.dossier.products.map((product) => [product.id, product]));
  for (const line of formatter.dossier.order.lines) {
    const chips = products.get(line.product ?? "")?.icsPerUnit ?? 1;
    const parts =
      line.schedule !== undefined && line.schedule.length > 0
        ? line.schedule.map(({ quantity, site }) => ({ quantity, site: site ?? line.site }))
        : [{ quantity: line.quantity ?? "0", site: line.site }];
    for (const { quantity, site } of parts) {
      const key = site ?? "";
      const before = found.get(key) ?? { units: "0", chips: "0" };
      found.set(key, {
        units: sum([before.units, quantity]),
        chips: sum([before.chips, multiply(quantity, String(chips))]),
      });
    }
  }
  return [...found]
    .filter(([, { units }]) => compareDecimal(units, "0") > 0)
    .map(([site, { units, chips }]) => [
      formatter.site(site) || formatter.say("site.open"),
      groupDigits(units),
      groupDigits(chips),
    ]);
}

/** How many units, and how many accelerators in them, each site receives. */
export function siteTotalTable(formatter: PaperFormatter): FlowBlock {
  return formatter.table(
    [
      ["site", 7],
      ["units", 2.5, "right"],
      ["chips", 3, "right"],
    ],
    siteTotals(formatter),
    { caption: formatter.say("caption.sites") },
  );
}
