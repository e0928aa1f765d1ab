import { type CivilDate, isWithin } from "#shared/kernel";
import type {
  Dossier,
  EndUse,
  Link,
  OrderLine,
  Party,
  Product,
  Site,
  TenantShare,
} from "#shared/model";
import { buildGraph, type Graph, type Holders } from "#shared/ownership";
import type { ListHit } from "./parties/list-hit.ts";
import type { FactOwner } from "./types.ts";

/** Everything a fact may look at: the dossier indexed by id, the hits of screening, and the day asked. */
export type Context = {
  readonly dossier: Dossier;
  readonly asOf: CivilDate;
  readonly hits: ReadonlyMap<string, readonly ListHit[]>;
  /** Ids of the lists that were screened; undefined where nobody said. */
  readonly screened: readonly string[] | undefined;
  readonly parties: ReadonlyMap<string, Party>;
  readonly products: ReadonlyMap<string, Product>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly lines: ReadonlyMap<string, OrderLine>;
  readonly tenants: ReadonlyMap<string, TenantShare>;
  readonly endUses: ReadonlyMap<string, EndUse>;
  /** Who counts as a holder, by the arguments of a pack that say so: found once. */
  readonly holders: Map<string, Holders>;
  /** The ownership graph, built when first asked for. */
  readonly graph: () => Graph;
  /** The links into a party that are in force on the day. */
  readonly linksInto: (party: string) => readonly Link[];
};

export type ContextInput = {
  readonly dossier: Dossier;
  readonly hits: readonly ListHit[];
  readonly screened?: readonly string[] | undefined;
  readonly asOf: CivilDate;
  /** The graph of these parties and links on this day, where somebody has it already. */
  readonly graph?: Graph | undefined;
};

function byId<T extends { readonly id: string }>(items: readonly T[] | undefined): Map<string, T> {
  return new Map((items ?? []).map((item) => [item.id, item]));
}

function byParty(hits: readonly ListHit[]): Map<string, ListHit[]> {
  const groups = new Map<string, ListHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.party);
    if (group) group.push(hit);
    else groups.set(hit.party, [hit]);
  }
  return groups;
}

/** Whether a link belongs to the picture of a day; crossing dates cannot tell, so it does (as ownership reads it). */
function isInForce({ from, to }: Link, day: CivilDate): boolean {
  const crossed = from !== undefined && to !== undefined && from > to;
  return crossed || isWithin(day, from, to);
}

function byTarget(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of links) {
    const own = found.get(link.target);
    if (own) own.push(link);
    else found.set(link.target, [link]);
  }
  return found;
}

/**
 * Whom the capacity serves: the rows of the tenant mix, and each remote user as a row of its own. One that names neither a party
 * nor a class is of a class not known.
 */
export function servedOf({ order }: Dossier): readonly TenantShare[] {
  const remote = (order.remoteUsers ?? []).map(({ id, party, class: stated }): TenantShare => {
    const tenants = party === undefined ? {} : { tenants: [party] };
    const kind = stated ?? (party === undefined ? "not-known" : "private-commercial");
    return { id, class: kind, share: { kind: "unknown" }, ...tenants };
  });
  return [...(order.tenantMix ?? []), ...remote];
}

/** Indexes a dossier once, so that each fact finds its fields without searching. */
export function createContext(input: ContextInput): Context {
  const { dossier, hits, screened, asOf } = input;
  let { graph } = input;
  let into: ReadonlyMap<string, readonly Link[]> | undefined;
  return {
    dossier,
    asOf,
    hits: byParty(hits),
    screened,
    parties: byId(dossier.parties),
    products: byId(dossier.products),
    sites: byId(dossier.sites),
    lines: byId(dossier.order.lines),
    tenants: byId(servedOf(dossier)),
    endUses: byId(dossier.order.endUses),
    holders: new Map(),
    graph: () => {
      graph ??= buildGraph({ parties: dossier.parties, links: dossier.links, asOf });
      return graph;
    },
    linksInto: (party) => {
      into ??= byTarget(dossier.links.filter((link) => isInForce(link, asOf)));
      return into.get(party) ?? [];
    },
  };
}

/** What a field holds, or nothing yet; the same shape for all readers. */
export type Field<T> = {
  readonly value: T | undefined;
  readonly path: string;
  readonly owner?: FactOwner;
};
