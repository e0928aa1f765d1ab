import type { FlowBlock } from "#shared/packet";
import type { PaperFormatter } from "../parts/paper-formatter.ts";
import type { ChineseContent } from "../set-content.ts";

/** Tenants that the applicant is or that are private firms need no word in the letter; every other class is named there. */
const ordinary: ReadonlySet<string> = new Set(["own-use", "private-commercial", "foreign"]);

/** Uses that are named in the letter whatever else is said of them. */
const named: ReadonlySet<string> = new Set([
  "military",
  "surveillance",
  "nuclear",
  "missile",
  "chemical-biological",
]);

/** A letter names a few tenants of a class; the annex has them all. */
const MOST_NAMED = 5;

type Row = readonly [about: string, matter: string, state: string];

function parties(content: ChineseContent, formatter: PaperFormatter): Row[] {
  const found = content.classes.filter(({ value }) => value !== "fails");
  return found
    .filter((row) => row.case === undefined)
    .map((row) => {
      const cases = found.filter(
        (one) =>
          one.party === row.party &&
          one.class.id === row.class.id &&
          one.case !== undefined &&
          one.value === row.value,
      );
      return [
        formatter.named(row.party),
        formatter.titled(row.class),
        [
          formatter.say(`letter.class.${row.value}`),
          ...(row.value === "holds"
            ? cases.flatMap((one) => (one.case === undefined ? [] : [formatter.titled(one.case)]))
            : []),
        ].join("\n"),
      ];
    });
}

function tenants(formatter: PaperFormatter): Row[] {
  return (formatter.dossier.order.tenantMix ?? [])
    .filter((row) => !ordinary.has(row.class))
    .map((row) => [
      [
        formatter.say("letter.tenant"),
        ...(row.tenants ?? []).slice(0, MOST_NAMED).map((id) => formatter.short(id)),
        ...((row.tenants ?? []).length > MOST_NAMED
          ? [formatter.say("letter.tenant.more", { count: String(row.tenants?.length ?? 0) })]
          : []),
      ].join("\n"),
      formatter.word(`tenant.class.${row.class}`),
      formatter.say("letter.tenant.share", {
        share: formatter.share(row.share),
      }),
    ]);
}

function uses(formatter: PaperFormatter): Row[] {
  const { endUses, declarations } = formatter.dossier.order;
  const rows = (endUses ?? [])
    .filter((use) => named.has(use.kind) || use.commercial?.value === "no")
    .map(
      (use): Row => [
        formatter.party(use.endUser) || formatter.say("letter.use"),
        formatter.word(`use.kind.${use.kind}`),
        formatter.say(named.has(use.kind) ? "letter.use.declared" : "letter.use.notCommercial"),
      ],
    );
  const military = declarations?.militaryEndUse?.value;
  if (
    military === "yes" &&
    !rows.some(([, matter]) => matter === formatter.word("use.kind.military"))
  )
    rows.push([
      formatter.say("letter.use"),
      formatter.word("use.kind.military"),
      formatter.say("letter.use.declared"),
    ]);
  return rows;
}

/**
 * Every class that the filing's own facts put a unit in or do not rule out, tenants that are no private firms, and uses that are
 * not plainly civil, wherever the order names them: a reader learns of them from the letter and not from an annex (CN-I-03).
 */
function letterClasses(content: ChineseContent, formatter: PaperFormatter): readonly Row[] {
  return [...parties(content, formatter), ...tenants(formatter), ...uses(formatter)];
}

/** The part of the letter about them: the table, the special circumstances, and the request for a decision on this case. */
export function caseByCase(content: ChineseContent, formatter: PaperFormatter): FlowBlock[] {
  const rows = letterClasses(content, formatter);
  if (rows.length === 0) return [];
  return [
    formatter.heading("caseByCase"),
    formatter.paragraph("letter.classes"),
    formatter.table(
      [
        ["concerned", 6],
        ["class", 3.6],
        ["case", 5],
      ],
      rows,
    ),
    formatter.heading("special"),
    ...formatter.prose(
      formatter.dossier.order.necessity?.specialCircumstances,
      "letter.special.none",
    ),
    formatter.paragraph("letter.request"),
  ];
}
