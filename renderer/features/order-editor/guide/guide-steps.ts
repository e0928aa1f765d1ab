import type { Order } from "#shared/model";

/** The parts of the guided way, in the order that settles most: what is bought, by whom and on which way, then the rest. */
export const guideSteps = [
  "start",
  "applicant",
  "route",
  "papers",
  "goods",
  "site",
  "use",
  "declarations",
  "cover",
] as const;
export type GuideStep = (typeof guideSteps)[number];

const PLACES: readonly (readonly [RegExp, GuideStep])[] = [
  [/^order\.lines(?:$|\.[^.]+\.(?:product|quantity)$)/, "start"],
  [/^order\.(?:buyer|route\.(?:seller|countryOfExport|kind))$/, "start"],
  [/^products\./, "start"],
  [/^order\.(?:lines|terms|customs)\b/, "goods"],
  [/^order\.route\b/, "route"],
  [/^order\.(?:sites)\b|^sites\./, "site"],
  [/^order\.(?:endUses|tenantMix|remoteUsers|necessity|comparisons)\b/, "use"],
  [/^order\.declarations\.(?:capacityServesOthers|tenantMixComplete)$/, "use"],
  [/^order\.(?:declarations|exporterFacts)\b/, "declarations"],
  [/^order\.evidence\b|^evidence\./, "papers"],
  [/^links\./, "applicant"],
];

/** What the list of parts may say of one: how much is missing, that all is there, or nothing while that cannot be told. */
export type StepState = { readonly missing: number } | "done" | "open";

/** The state of a part. Whose papers are needed is not known before the buyer is, so nothing missing is not yet all. */
export function stateOf(step: GuideStep, missing: number | undefined, { buyer }: Roles): StepState {
  if (missing === undefined) return "open";
  if (missing > 0) return { missing };
  return step === "applicant" && buyer === undefined ? "open" : "done";
}

type Roles = Pick<Order, "buyer" | "route">;

/** The part of the guided way that asks for the field at an address. A party is asked about where its part in the order is. */
export function stepOf(address: string, { buyer, route }: Roles): GuideStep {
  const place = PLACES.find(([start]) => start.test(address));
  if (place !== undefined) return place[1];
  const party = /^parties\.([^.]+)/.exec(address)?.[1];
  if (party === undefined) return "cover";
  const onTheWay = [route?.seller, route?.exporterOfRecord, route?.forwarder, route?.manufacturer];
  return party !== buyer && onTheWay.includes(party) ? "route" : "applicant";
}

/** Where to go on: the first part that lacks something, the first of all where none does. */
export function firstOpen(counts: ReadonlyMap<GuideStep, number>): GuideStep {
  return guideSteps.find((name) => (counts.get(name) ?? 0) > 0) ?? "start";
}
