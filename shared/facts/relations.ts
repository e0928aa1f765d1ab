import { compareDecimal, sum } from "#shared/kernel";
import type { Link, Route } from "#shared/model";
import type { Context } from "./context.ts";
import { askKey } from "./define.ts";
import { endUserIds } from "./order/route-facts.ts";
import { ancestorsOf } from "./parties/ownership-doubt.ts";
import type { Ask, Related, RelationSpec, Subject, SubjectKind } from "./types.ts";

/** One relation: what the compiler must know of it, and how the related subjects are found. */
export type Relation = RelationSpec & {
  readonly read: (context: Context, from: Subject) => Related;
};

type Ids = readonly (string | undefined)[];

function subjects(kind: SubjectKind, ids: Ids): readonly Subject[] {
  const unique = [...new Set(ids.filter((id) => id !== undefined))];
  return unique.map((id) => ({ kind, id }));
}

function askAt(id: string, from: Subject, path: string): Ask {
  return { key: askKey(id, from.id), fact: id, subject: from, owner: "buyer", path };
}

/** A relation whose members are all named, or which still lacks the field at `path`. */
function relation(
  id: string,
  from: SubjectKind,
  to: SubjectKind,
  read: (
    context: Context,
    id: string,
  ) => { readonly ids: Ids; readonly lacks?: string | undefined },
): Relation {
  return {
    id,
    from,
    to,
    read: (context, subject) => {
      const { ids, lacks } = read(context, subject.id);
      const found = subjects(to, ids);
      return lacks === undefined
        ? { subjects: found, complete: true, ask: [] }
        : { subjects: found, complete: false, ask: [askAt(id, subject, lacks)] };
    },
  };
}

const routeOf = (context: Context): Route => context.dossier.order.route ?? {};

type Role =
  | "seller"
  | "manufacturer"
  | "exporterOfRecord"
  | "importerOfRecord"
  | "consignee"
  | "consumingUnit";

/** A role that every order has: while nobody is named, somebody still will be. */
function role(id: string, key: Role): Relation {
  return relation(id, "route", "party", (context) => {
    const value = routeOf(context)[key];
    return { ids: [value], lacks: value === undefined ? `order.route.${key}` : undefined };
  });
}

/** The first of these roles that nobody is named for yet. */
function missingRole(context: Context, roles: readonly Role[]): string | undefined {
  const found = roles.find((key) => routeOf(context)[key] === undefined);
  return found === undefined ? undefined : `order.route.${found}`;
}

function routeIds(context: Context): Ids {
  const route = routeOf(context);
  return [
    route.seller,
    route.manufacturer,
    route.exporterOfRecord,
    route.distributor,
    ...(route.intermediaries ?? []),
    route.forwarder,
    route.importerOfRecord,
    route.consignee,
    route.consumingUnit,
    route.agent,
    route.lessor,
  ];
}

/** Who asks and who uses: the applicant, every end user of the order, a line or a use, and the consuming unit. */
function applicants(context: Context): Ids {
  return [context.dossier.order.buyer, ...endUserIds(context), routeOf(context).consumingUnit];
}

function without(ids: Ids, others: Ids): Ids {
  const taken = new Set(others);
  return ids.filter((id) => id === undefined || !taken.has(id));
}

/** Who has a place or the import in its hands without using the goods; whoever asks or uses as well is not repeated. */
function placeAndImport(context: Context): Ids {
  const { importerOfRecord, consignee, agent, lessor, intermediaries = [] } = routeOf(context);
  return without(
    [...siteParties(context), importerOfRecord, consignee, agent, lessor, ...intermediaries],
    applicants(context),
  );
}

/** Who makes, sells or moves the goods and has no other part in the order. */
function makersAndCarriers(context: Context): Ids {
  const route = routeOf(context);
  return without(
    [
      route.manufacturer,
      route.seller,
      route.exporterOfRecord,
      route.forwarder,
      route.distributor,
      ...context.dossier.order.lines.map(({ integrator }) => integrator),
    ],
    [...applicants(context), ...placeAndImport(context)],
  );
}

/** Who deals with the goods on the way and does not use them: each may hold or store them. */
function onTheWay(context: Context): Ids {
  const route = routeOf(context);
  const all = [
    context.dossier.order.buyer,
    route.seller,
    route.exporterOfRecord,
    route.distributor,
    ...(route.intermediaries ?? []),
    route.forwarder,
    route.importerOfRecord,
    route.consignee,
    route.agent,
    route.lessor,
  ];
  return without(all, endUserIds(context));
}

const required = ["seller", "exporterOfRecord", "importerOfRecord", "consignee"] as const;

/** The path that names an end user still missing: on the route, or on a line that names none while the route names none. */
function lacksEndUser(context: Context): string | undefined {
  return endUserIds(context).length === 0 ? "order.route.endUsers" : undefined;
}

function tenantIds(context: Context): Ids {
  return (context.dossier.order.tenantMix ?? []).map(({ id }) => id);
}

/** Whether the order itself says that others get capacity: it declares so, or one of its uses is rental. */
function offered(context: Context): boolean {
  const { declarations, endUses } = context.dossier.order;
  return (
    declarations?.capacityServesOthers?.value === "yes" ||
    (endUses?.some(({ kind }) => kind === "cloud-rental") ?? false)
  );
}

/** Whether the capacity is certainly not offered to others: every end user says so, and neither the order nor a use says otherwise. */
function servesNobody(context: Context): boolean {
  if (offered(context)) return false;
  const users = endUserIds(context);
  const offers = users.map((id) => context.parties.get(id)?.infrastructureService?.value);
  return users.length > 0 && offers.every((value) => value === "no");
}

/**
 * The field that leaves the tenant mix open: none was entered although capacity is offered to others (or nobody said), the
 * buyer itself says that the mix is not complete, others get capacity while the mix names own use alone, or the exact shares do not reach the whole.
 */
function lacksTenants(context: Context): string | undefined {
  const { tenantMix: mix, declarations } = context.dossier.order;
  if (mix === undefined) return servesNobody(context) ? undefined : "order.tenantMix";
  if (declarations?.tenantMixComplete?.value === "no") return "order.tenantMix";
  if (offered(context) && mix.every((tenant) => tenant.class === "own-use"))
    return "order.tenantMix";
  const upper = mix.map(({ share }) => {
    if (share.kind === "exact") return share.percent;
    return share.kind === "range" ? share.max : "100";
  });
  return compareDecimal(sum(upper), "100") < 0 ? "order.tenantMix" : undefined;
}

/** The same for everybody served: remote users who are named account for capacity that others get. */
function lacksServed(context: Context): string | undefined {
  const { tenantMix: mix, remoteUsers = [], declarations } = context.dossier.order;
  const named = remoteUsers.some((user) => user.party !== undefined || user.class !== undefined);
  const own = mix?.every((tenant) => tenant.class === "own-use") ?? false;
  if (named && own && declarations?.tenantMixComplete?.value !== "no") return undefined;
  return lacksTenants(context);
}

function siteIds(context: Context): Ids {
  const { order } = context.dossier;
  return [
    ...(order.sites ?? []),
    ...order.lines.flatMap((line) => [line.site, ...(line.schedule ?? []).map(({ site }) => site)]),
    ...(order.endUses ?? []).map(({ site }) => site),
  ];
}

function tenantParties(context: Context): Ids {
  return (context.dossier.order.tenantMix ?? []).flatMap(({ tenants }) => tenants ?? []);
}

function siteParties(context: Context): Ids {
  return siteIds(context).flatMap((id) => {
    const site = id === undefined ? undefined : context.sites.get(id);
    return [site?.operator, site?.owner, site?.lessor];
  });
}

function everyone(context: Context): Ids {
  const { order } = context.dossier;
  return [
    order.buyer,
    ...endUserIds(context),
    ...routeIds(context),
    ...order.lines.map(({ integrator }) => integrator),
    ...tenantParties(context),
    ...siteParties(context),
    order.exporterFacts?.laboratory?.party,
  ];
}

/**
 * Who holds the contracts over a party, or over anybody above it, by which a holder without shares decides (DF-S-09). While
 * nobody answered whether such a contract gives control, somebody may belong here.
 */
const contractualHolders: Relation = {
  id: "party.contractual-holders",
  from: "party",
  to: "party",
  read: (context, from) => {
    const links = [from.id, ...ancestorsOf(context, from.id)]
      .flatMap((id) => context.linksInto(id))
      .filter(({ agreement }) => agreement?.kind === "vie-contracts");
    const says = (link: Link) => link.agreement?.controls.value;
    const holders = links.filter((link) => says(link) === "yes");
    const open = links.filter((link) => says(link) === "unknown");
    return {
      subjects: subjects(
        "party",
        holders.map(({ owner, nomineeFor }) => nomineeFor ?? owner),
      ),
      complete: open.length === 0,
      ask: open.map(({ id }) => ({
        key: askKey("link.agreement", id),
        fact: "link.agreement",
        subject: from,
        owner: "buyer",
        path: `links.${id}.agreement`,
      })),
    };
  },
};

function owners(context: Context, party: string): Ids {
  return context.linksInto(party).map(({ owner, nomineeFor }) => nomineeFor ?? owner);
}

function lineIds(context: Context): Ids {
  return context.dossier.order.lines.map(({ id }) => id);
}

/** Every relation a pack may walk. */
export const relations: readonly Relation[] = [
  relation("order.buyer", "order", "party", ({ dossier }) => ({
    ids: [dossier.order.buyer],
    lacks: dossier.order.buyer === undefined ? "order.buyer" : undefined,
  })),
  relation("order.lines", "order", "line", (context) => ({
    ids: lineIds(context),
    lacks: lineIds(context).length === 0 ? "order.lines" : undefined,
  })),
  relation("order.end-users", "order", "party", (context) => ({
    ids: endUserIds(context),
    lacks: lacksEndUser(context),
  })),
  relation("order.buyer-and-end-users", "order", "party", (context) => ({
    ids: applicants(context),
    lacks: context.dossier.order.buyer === undefined ? "order.buyer" : lacksEndUser(context),
  })),
  relation("order.route-parties", "order", "party", (context) => ({
    ids: routeIds(context),
    lacks: missingRole(context, required),
  })),
  relation("order.parties-in-record", "order", "party", ({ dossier }) => ({
    ids: dossier.parties.map(({ id }) => id),
  })),
  relation("order.parties-not-using", "order", "party", (context) => ({
    ids: without(everyone(context), endUserIds(context)),
  })),
  relation("order.others-than-users", "order", "party", (context) => ({
    ids: without(
      [...everyone(context), ...endUserIds(context).flatMap((id) => ancestorsOf(context, id))],
      [
        ...endUserIds(context),
        ...[...context.tenants.values()].flatMap(({ tenants }) => tenants ?? []),
      ],
    ),
  })),
  relation("order.place-and-import-parties", "order", "party", (context) => ({
    ids: placeAndImport(context),
  })),
  relation("order.makers-and-carriers", "order", "party", (context) => ({
    ids: makersAndCarriers(context),
  })),
  relation("order.parties-on-the-way", "order", "party", (context) => ({
    ids: onTheWay(context),
  })),
  relation("order.served-parties", "order", "party", (context) => ({
    ids: [...context.tenants.values()].flatMap(({ tenants }) => tenants ?? []),
  })),
  relation("order.served", "order", "tenant", (context) => ({
    ids: [...context.tenants.keys()],
    lacks: lacksServed(context),
  })),
  relation("order.all-parties", "order", "party", (context) => ({
    ids: everyone(context),
    lacks:
      context.dossier.order.buyer === undefined
        ? "order.buyer"
        : (lacksEndUser(context) ?? missingRole(context, required)),
  })),
  relation("order.sites", "order", "site", (context) => ({
    ids: siteIds(context),
    lacks: siteIds(context).every((id) => id === undefined) ? "order.sites" : undefined,
  })),
  relation("order.tenants", "order", "tenant", (context) => ({
    ids: tenantIds(context),
    lacks: lacksTenants(context),
  })),
  relation("order.end-uses", "order", "end-use", (context) => {
    const uses = context.dossier.order.endUses ?? [];
    return {
      ids: uses.map(({ id }) => id),
      lacks: uses.length === 0 ? "order.endUses" : undefined,
    };
  }),
  relation("order.route", "order", "route", ({ dossier }) => ({ ids: [dossier.order.id] })),
  relation("line.end-user", "line", "party", (context, id) => {
    const own = context.lines.get(id)?.endUser;
    const users = own === undefined ? endUserIds(context) : [own];
    return { ids: users, lacks: users.length === 0 ? "order.route.endUsers" : undefined };
  }),
  relation("line.integrator", "line", "party", (context, id) => ({
    ids: [context.lines.get(id)?.integrator],
  })),
  relation("line.sites", "line", "site", (context, id) => {
    const line = context.lines.get(id);
    const own = [line?.site, ...(line?.schedule ?? []).map(({ site }) => site)];
    const ids = own.some((site) => site !== undefined) ? own : siteIds(context);
    return { ids, lacks: ids.every((site) => site === undefined) ? "order.sites" : undefined };
  }),
  relation("line.order", "line", "order", ({ dossier }) => ({ ids: [dossier.order.id] })),
  relation("line.route", "line", "route", ({ dossier }) => ({ ids: [dossier.order.id] })),
  role("route.seller", "seller"),
  role("route.manufacturer", "manufacturer"),
  role("route.exporter", "exporterOfRecord"),
  role("route.importer", "importerOfRecord"),
  role("route.consignee", "consignee"),
  role("route.consuming-unit", "consumingUnit"),
  relation("route.distributors", "route", "party", (context) => {
    const { distributor, intermediaries = [] } = routeOf(context);
    return { ids: [distributor, ...intermediaries] };
  }),
  relation("route.takers", "route", "party", (context) => {
    const { distributor, consignee } = routeOf(context);
    return { ids: without([distributor, consignee], endUserIds(context)) };
  }),
  relation("route.lessor", "route", "party", (context) => ({ ids: [routeOf(context).lessor] })),
  relation("route.agent", "route", "party", (context) => ({ ids: [routeOf(context).agent] })),
  relation("route.forwarder", "route", "party", (context) => ({
    ids: [routeOf(context).forwarder],
  })),
  relation("party.owners", "party", "party", (context, id) => ({ ids: owners(context, id) })),
  relation("party.ancestors", "party", "party", (context, id) => ({
    ids: ancestorsOf(context, id),
  })),
  contractualHolders,
  relation("site.parties", "site", "party", (context, id) => {
    const site = context.sites.get(id);
    return { ids: [site?.operator, site?.owner, site?.lessor] };
  }),
  relation("tenant.parties", "tenant", "party", (context, id) => ({
    ids: context.tenants.get(id)?.tenants ?? [],
  })),
  relation("end-use.end-user", "end-use", "party", (context, id) => {
    const own = context.endUses.get(id)?.endUser;
    const users = own === undefined ? endUserIds(context) : [own];
    return { ids: users, lacks: users.length === 0 ? `order.endUses.${id}.endUser` : undefined };
  }),
  relation("end-use.site", "end-use", "site", (context, id) => {
    const own = context.endUses.get(id)?.site;
    const sites = own === undefined ? siteIds(context) : [own];
    return {
      ids: sites,
      lacks: sites.every((site) => site === undefined) ? `order.endUses.${id}.site` : undefined,
    };
  }),
];
