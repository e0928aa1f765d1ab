import { sum } from "#shared/kernel";
import {
  type Answer,
  dossierHash,
  type ExporterFacts,
  type Order,
  orderTotalUsd,
} from "#shared/model";
import type { Context, Field } from "../context.ts";
import {
  answerFact,
  askKey,
  type Fact,
  fact,
  factWith,
  fieldFact,
  known,
  open,
  textsSchema,
} from "../define.ts";
import type { Ask } from "../types.ts";
import { countFacts } from "./count-facts.ts";
import { laboratoryFacts } from "./laboratory-facts.ts";
import { necessityFacts } from "./necessity-facts.ts";
import { uses, wordsSchema } from "./words.ts";

type Declarations = NonNullable<Order["declarations"]>;
type Certificate = Exclude<keyof ExporterFacts, "licence" | "laboratory">;

function declared(id: string, key: keyof Declarations): Fact {
  return answerFact(
    { id: `order.declared.${id}`, subject: "order" },
    (context): Field<Answer> => ({
      value: context.dossier.order.declarations?.[key],
      path: `order.declarations.${key}`,
    }),
  );
}

function certified(id: string, key: Certificate): Fact {
  return answerFact(
    { id: `order.exporter.${id}`, subject: "order", owner: "exporter" },
    (context): Field<Answer> => ({
      value: context.dossier.order.exporterFacts?.[key],
      path: `order.exporterFacts.${key}`,
    }),
  );
}

/** The fields without which no total in dollars can be made, each as its own question. */
function totalGaps(context: Context): readonly Ask[] {
  const { order } = context.dossier;
  const of = (subject: Ask["subject"], key: string, path: string): Ask => ({
    key: askKey(key, subject.id),
    fact: key,
    subject,
    owner: "buyer",
    path,
  });
  const lines = order.lines.flatMap((line) => {
    const subject = { kind: "line", id: line.id } as const;
    return [
      ...(line.quantity === undefined
        ? [of(subject, "line.quantity", `order.lines.${line.id}.quantity`)]
        : []),
      ...(line.unitPrice === undefined
        ? [of(subject, "line.unit-price", `order.lines.${line.id}.unitPrice`)]
        : []),
    ];
  });
  const self = { kind: "order", id: order.id } as const;
  if (order.lines.length === 0) return [of(self, "order.lines", "order.lines")];
  if (order.terms?.currency === undefined)
    return [...lines, of(self, "order.currency", "order.terms.currency")];
  return lines.length > 0 ? lines : [of(self, "order.exchange-rate", "order.terms.exchangeRates")];
}

const totalFact = fact({ id: "order.total-usd", subject: "order", type: "number" }, (reading) => {
  const total = orderTotalUsd(reading.context.dossier.order);
  return total === undefined ? open(reading.owner, totalGaps(reading.context)) : known(total);
});

/** Whether a review of one kind says ready to file and is bound to the dossier as it stands. */
const reviewFact = factWith(
  { id: "order.reviewed", subject: "order", type: "bool" },
  textsSchema("kinds"),
  ({ context, args }) => {
    const { dossier } = context;
    const reviews = (dossier.order.reviews ?? []).filter(
      ({ kind, decision }) => args.kinds.includes(kind) && decision === "ready-to-file",
    );
    if (reviews.length === 0) return known(false);
    const now = dossierHash(dossier);
    return known(reviews.some(({ dossierSha256 }) => dossierSha256 === now));
  },
);

const evidenceFact = factWith(
  { id: "order.has-evidence", subject: "order", type: "bool" },
  textsSchema("kinds"),
  ({ context, args }) =>
    known(context.dossier.evidence.some(({ kind }) => args.kinds.includes(kind))),
);

/** Everything that the order says in free words about what the units are for; names and addresses are none of it. */
function freeText({ dossier }: Context): readonly (string | undefined)[] {
  const { order, parties, sites } = dossier;
  const { endUses = [], lines, necessity, tenantMix = [], remoteUsers = [] } = order;
  const both = (text: { zh?: string | undefined; en?: string | undefined } | undefined) => [
    text?.zh,
    text?.en,
  ];
  const { militaryEndUse, prohibitedEndUse, commercialUseOnly, capacityServesOthers } =
    order.declarations ?? {};
  const used = new Set(order.sites ?? []);
  return [
    ...endUses.flatMap(({ description }) => both(description)),
    ...lines.flatMap(({ purpose, description, specification }) => [
      purpose,
      description,
      specification,
    ]),
    ...both(necessity?.statement),
    ...both(necessity?.conclusion),
    necessity?.specialCircumstances,
    ...(necessity?.claims ?? []).map(({ text }) => text),
    ...[...tenantMix, ...remoteUsers].map(({ description }) => description),
    order.title,
    ...both(order.subject),
    order.notes,
    ...[militaryEndUse, prohibitedEndUse, commercialUseOnly, capacityServesOthers].map(
      (answer) => answer?.note,
    ),
    ...parties.flatMap((party) => [
      ...both(party.business),
      party.publicFunction,
      party.notes,
      ...[party.military, party.militaryEndUser].map((answer) => answer?.note),
    ]),
    ...sites.filter(({ id }) => used.has(id)).map(({ notes }) => notes),
  ];
}

const wordsFact = factWith(
  { id: "order.text-uses", subject: "order", type: "bool" },
  wordsSchema,
  ({ context, args }) => known(uses(freeText(context), args)),
);

const remoteSeats = fact(
  { id: "order.remote-users.countries", subject: "order", type: "set" },
  ({ context, ask, owner }) => {
    const users = context.dossier.order.remoteUsers;
    if (users === undefined) return open(owner, [ask("order.remoteUsers")]);
    const seats = users.flatMap(({ country, headquarters }) => [country, headquarters]);
    const given = [...new Set(seats.filter((seat) => seat !== undefined))].sort();
    const blank = users.find((user) => user.country === undefined);
    if (blank === undefined) return known(given);
    return {
      known: false,
      owner,
      ask: [ask(`order.remoteUsers.${blank.id}.country`)],
      atLeast: given,
    };
  },
);

/** What the order as a whole says: sums, declarations, the exporter's certificates, papers and reviews. */
export const orderFacts: readonly Fact[] = [
  totalFact,
  fact({ id: "order.units", subject: "order", type: "number" }, ({ context, ask, owner }) => {
    const quantities = context.dossier.order.lines.map(({ quantity }) => quantity);
    const given = quantities.filter((quantity) => quantity !== undefined);
    if (given.length < quantities.length || given.length === 0)
      return open(owner, [ask("order.lines")]);
    return known(sum(given));
  }),
  fieldFact({ id: "order.incoterm", subject: "order", type: "text" }, (context) => ({
    value: context.dossier.order.terms?.incoterm,
    path: "order.terms.incoterm",
  })),
  fieldFact({ id: "order.us-duty-passed-on", subject: "order", type: "number" }, (context) => ({
    value: context.dossier.order.terms?.usDutyPassedOn,
    path: "order.terms.usDutyPassedOn",
  })),
  reviewFact,
  evidenceFact,
  remoteSeats,
  wordsFact,
  ...countFacts,
  ...necessityFacts,
  declared("commercial-use-only", "commercialUseOnly"),
  declared("military-end-use", "militaryEndUse"),
  declared("prohibited-end-use", "prohibitedEndUse"),
  declared("no-transfer-without-authorisation", "noTransferWithoutAuthorisation"),
  declared("capacity-serves-others", "capacityServesOthers"),
  declared("remote-users-complete", "remoteUsersComplete"),
  declared("tenant-mix-complete", "tenantMixComplete"),
  declared("weights-transfer-undertaking", "weightsTransferUndertaking"),
  declared("remote-access-undertaking", "remoteAccessUndertaking"),
  declared("split-of-larger-order", "splitOfLargerOrder"),
  declared("affects-national-security", "affectsNationalSecurity"),
  declared("cyber-review-filed", "cyberReviewFiled"),
  declared("personal-data-consent", "personalDataConsent"),
  declared("state-funded-project", "stateFundedProject"),
  declared("changed-after-delivery", "changedAfterDelivery"),
  declared("data-to-foreign-authority", "dataToForeignAuthority"),
  declared("prohibition-order-known", "prohibitionOrderKnown"),
  certified("us-supply-sufficient", "usSupplySufficient"),
  certified("no-us-delay", "noUsDelay"),
  certified("no-foundry-diversion", "noFoundryDiversion"),
  certified("aggregate-cap-met", "aggregateCapMet"),
  certified("no-prohibited-users", "noProhibitedUsers"),
  certified("technical-data-stated", "technicalDataStated"),
  fieldFact(
    { id: "order.exporter.licence-status", subject: "order", type: "text", owner: "exporter" },
    (context) => ({
      value: context.dossier.order.exporterFacts?.licence?.status,
      path: "order.exporterFacts.licence.status",
    }),
  ),
  ...laboratoryFacts,
];
