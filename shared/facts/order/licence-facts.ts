import type { ExporterFacts } from "#shared/model";
import type { Context } from "../context.ts";
import { type Fact, fact, known, open } from "../define.ts";

type Licence = NonNullable<ExporterFacts["licence"]>;

const licenceOf = (context: Context): Licence | undefined =>
  context.dossier.order.exporterFacts?.licence;

const path = (field: "status" | "expiresOn") => `order.exporterFacts.licence.${field}`;

/** Until when goods may be shipped, with what keeps that open; undefined where no licence was issued. */
function lastDay(
  context: Context,
): { readonly day: string } | { readonly lacks: string } | undefined {
  const licence = licenceOf(context);
  if (licence === undefined) return { lacks: path("status") };
  if (licence.status !== "issued") return undefined;
  return licence.expiresOn === undefined
    ? { lacks: path("expiresOn") }
    : { day: licence.expiresOn };
}

/** Whether the days of the exporter's licence cover the day asked and every delivery. A licence holds through its last day. */
export const licenceFacts: readonly Fact[] = [
  fact(
    { id: "order.exporter.licence-ended", subject: "order", type: "bool", owner: "exporter" },
    ({ context, ask, owner }) => {
      const last = lastDay(context);
      if (last === undefined) return known(false);
      if ("lacks" in last) return open(owner, [ask(last.lacks)]);
      return known(last.day < context.asOf, last.day);
    },
  ),
  fact(
    {
      id: "order.exporter.licence-ends-before-delivery",
      subject: "order",
      type: "bool",
      owner: "exporter",
    },
    ({ context, ask, owner }) => {
      const last = lastDay(context);
      if (last === undefined) return known(false);
      if ("lacks" in last) return open(owner, [ask(last.lacks)]);
      const { lines } = context.dossier.order;
      const late = lines
        .flatMap(({ schedule = [] }) => schedule.map(({ date }) => date))
        .find((date) => date > last.day);
      if (late !== undefined) return known(true, `${last.day} < ${late}`);
      const unplanned = lines.find(({ schedule = [] }) => schedule.length === 0);
      if (unplanned === undefined) return known(false);
      return open(owner, [ask(`order.lines.${unplanned.id}.schedule`)]);
    },
  ),
];
