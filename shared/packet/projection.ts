import { type Dossier, dossierSchema, type Evidence, type Party } from "#shared/model";
import type { Allow } from "./allow.ts";
import { cnAllow } from "./projection-cn.ts";
import { usAllow } from "./projection-us.ts";

/** Sets that go out of the house. */
export type OutgoingSet = "cn-filing" | "us-exporter";

type Kept = { readonly evidence: ReadonlySet<string> };

function pick(value: unknown, allow: Allow, kept: Kept): unknown {
  if (allow === true) return value;
  if (allow === "evidence-ids")
    return Array.isArray(value) ? value.filter((id) => kept.evidence.has(String(id))) : undefined;
  if (Array.isArray(allow)) {
    const [item] = allow as readonly [Allow];
    return Array.isArray(value) ? value.map((entry) => pick(entry, item, kept)) : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(allow as Readonly<Record<string, Allow>>)) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const picked = pick(member, inner, kept);
    if (picked !== undefined) result[key] = picked;
  }
  return result;
}

/** Evidence that a set carries: marked for it or for both sides; `internal` never leaves. */
export function evidenceFor(dossier: Dossier, set: OutgoingSet): readonly Evidence[] {
  return dossier.evidence.filter((item) => item.side === set || item.side === "both");
}

function referredParties(dossier: Dossier, set: OutgoingSet): ReadonlySet<string> {
  const { order } = dossier;
  const route = order.route ?? {};
  const ids = [
    order.buyer,
    route.seller,
    route.manufacturer,
    route.exporterOfRecord,
    route.distributor,
    ...(route.intermediaries ?? []),
    route.forwarder,
    route.importerOfRecord,
    route.consignee,
    route.consumingUnit,
    ...(route.endUsers ?? []),
    ...order.lines.flatMap((line) => [line.endUser, line.integrator]),
    ...(order.endUses ?? []).map((use) => use.endUser),
    ...dossier.sites.flatMap((site) => [site.operator, site.owner]),
    ...(order.tenantMix ?? []).flatMap((row) => row.tenants ?? []),
    ...(set === "us-exporter" ? [order.exporterFacts?.laboratory?.party] : []),
  ].filter((id) => id !== undefined);
  const held = set === "cn-filing" ? ids : owning(dossier, set);
  return new Set([...ids, ...holdersUpFrom(dossier, held)]);
}

/** Whose holders a set states: for China everybody named, for the exporter the buyer's side of the deal. */
function owning({ order }: Dossier, set: OutgoingSet): readonly string[] {
  if (set === "cn-filing") return [];
  const { importerOfRecord, consignee, consumingUnit, endUsers = [] } = order.route ?? {};
  return [order.buyer, importerOfRecord, consignee, consumingUnit, ...endUsers].filter(
    (id) => id !== undefined,
  );
}

/** The parties and all who hold them, up to the top. */
function holdersUpFrom({ links }: Dossier, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set(ids);
  for (let grew = true; grew; ) {
    grew = false;
    for (const link of links) {
      for (const id of [link.owner, link.nomineeFor]) {
        if (id !== undefined && found.has(link.target) && !found.has(id)) {
          found.add(id);
          grew = true;
        }
      }
    }
  }
  return found;
}

/** People's names leave for abroad only where their consent is recorded; without it they stand as individuals. */
function withoutNames(party: Party, dossier: Dossier, set: OutgoingSet): Party {
  if (set === "cn-filing" || dossier.order.declarations?.personalDataConsent?.value === "yes")
    return party;
  const { directors: _unsaid, ...kept } = party;
  if (party.kind !== "person") return kept;
  const { addresses: _home, foreignCodes: _codes, uscc: _code, ...bare } = kept;
  return { ...bare, names: {} };
}

function allowedPart(dossier: Dossier, set: OutgoingSet): unknown {
  const evidence = evidenceFor(dossier, set);
  const parties = referredParties(dossier, set);
  const own = owning(dossier, set);
  const owned = own.length === 0 && set === "cn-filing" ? parties : holdersUpFrom(dossier, own);
  const kept = { evidence: new Set(evidence.map((item) => item.id)) };
  const { order } = dossier;
  const narrowed: Dossier = {
    ...dossier,
    // The title is the house's own name for the draft; a reader knows the order by its reference.
    order: { ...order, title: order.reference ?? order.id },
    evidence: [...evidence],
    parties: dossier.parties
      .filter((party) => parties.has(party.id))
      .map((party) => withoutNames(party, dossier, set)),
    links: dossier.links.filter((link) => owned.has(link.target)),
    persons: [],
  };
  return pick(narrowed, set === "cn-filing" ? cnAllow : usAllow, kept);
}

/**
 * The part of a dossier that one reader may see, itself a valid dossier. Nothing but what the set's allow-list names:
 * no reviews, screening, look-ups, notes or persons, no evidence of the other side and no party that only the other
 * side needs.
 */
export function projectDossier(dossier: Dossier, set: OutgoingSet): Dossier {
  return dossierSchema.parse(allowedPart(dossier, set));
}

/** One text that a set carries, with the path of its field; members of lists are named by their ids. */
export type CarriedText = { readonly path: string; readonly text: string };

/** Every text in a value, with the path of its field. */
export function textsIn(whole: unknown): readonly CarriedText[] {
  const found: CarriedText[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string") found.push({ path, text: value });
    else if (Array.isArray(value))
      value.forEach((item, index) => {
        const id = (item as { id?: unknown } | null)?.id;
        walk(item, `${path}.${typeof id === "string" ? id : index}`);
      });
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value))
        walk(inner, path === "" ? key : `${path}.${key}`);
  };
  walk(whole, "");
  return found;
}

/** Every text that a reader of the set would see, free words and names alike. */
export function textsCarried(dossier: Dossier, set: OutgoingSet): readonly CarriedText[] {
  return textsIn(allowedPart(dossier, set));
}
