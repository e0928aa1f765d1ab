import { compareDecimal, sum } from "#shared/kernel";
import type { Collector, Desk } from "./collector.ts";
import { isAbsent } from "./collector.ts";

const yes = (answer: { readonly value: string } | undefined) => answer?.value === "yes";

/** Whether the capacity serves others than the end user: by any of three answers. */
export function servesOthers(desk: Desk): boolean {
  const { order } = desk.dossier;
  const users = [order.buyer, ...(order.route?.endUsers ?? [])].map((id) => desk.party(id));
  return (
    yes(order.declarations?.capacityServesOthers) ||
    users.some((party) => yes(party?.infrastructureService)) ||
    (order.endUses?.some((use) => use.kind === "cloud-rental") ?? false)
  );
}

/** What the units are for, by whom and where. */
export function endUseItems(items: Collector, desk: Desk, language: "zh" | "en"): void {
  const { order } = desk.dossier;
  const uses = order.endUses ?? [];
  items.required(uses, "order.endUses", "end-uses");
  for (const use of uses) {
    const at = `order.endUses.${use.id}`;
    items.required(use.description?.[language], `${at}.description.${language}`, `use-${language}`);
    items.required(use.commercial, `${at}.commercial`, "use-commercial");
    items.conditional(
      (order.route?.endUsers?.length ?? 0) > 1,
      use.endUser,
      `${at}.endUser`,
      "use-end-user",
    );
    items.conditional((order.sites?.length ?? 0) > 1, use.site, `${at}.site`, "use-site");
    items.conditional(uses.length > 1, use.capacityShare, `${at}.capacityShare`, "use-share");
  }
  const shares = uses.map((use) => use.capacityShare).filter((share) => share !== undefined);
  if (shares.length === uses.length && uses.length > 1 && compareDecimal(sum(shares), "100") !== 0)
    items.add("required", "order.endUses", "use-sum", { sum: sum(shares) });
}

/** Data centres with power, operator and address. */
export function siteItems(items: Collector, desk: Desk, language: "zh" | "en"): void {
  const { order } = desk.dossier;
  items.required(order.sites, "order.sites", "sites");
  for (const id of order.sites ?? []) {
    const site = desk.site(id);
    if (site === undefined) {
      items.add("required", "order.sites", "site-gone", { site: id });
      continue;
    }
    const at = `sites.${id}`;
    const params = { site: site.names.zh ?? site.names.en ?? id };
    items.required(
      site.names[language],
      `${at}.names.${language}`,
      `site-name-${language}`,
      params,
    );
    items.required(
      site.address?.[language],
      `${at}.address.${language}`,
      `site-address-${language}`,
      params,
    );
    items.required(site.country, `${at}.country`, "site-country", params);
    items.required(site.operator, `${at}.operator`, "site-operator", params);
    items.required(site.tenure, `${at}.tenure`, "site-tenure", params);
    if (language === "zh") {
      items.required(site.stateFunded, `${at}.stateFunded`, "site-state-funded", params);
      const mainland = site.country === "CN";
      items.conditional(mainland, site.projectFiling, `${at}.projectFiling`, "site-filing", params);
      items.conditional(mainland, site.energyReview, `${at}.energyReview`, "site-energy", params);
      items.optional(site.powerMw, `${at}.powerMw`, "site-power", params);
    }
  }
}

/** Whether the shares of the tenant mix can add up to the whole: exact ones must, ranges must be able to. */
export function tenantSum(desk: Desk): "sums" | "differs" | "unknown" {
  const rows = desk.dossier.order.tenantMix ?? [];
  if (rows.some((row) => row.share.kind === "unknown")) return "unknown";
  const low = sum(
    rows.map(({ share }) => {
      if (share.kind === "exact") return share.percent;
      return share.kind === "range" ? share.min : "0";
    }),
  );
  const high = sum(
    rows.map(({ share }) => {
      if (share.kind === "exact") return share.percent;
      return share.kind === "range" ? share.max : "100";
    }),
  );
  const reaches = compareDecimal(low, "100") <= 0 && compareDecimal(high, "100") >= 0;
  return reaches ? "sums" : "differs";
}

/** Whom the capacity serves (DF-C-07); the mix is asked for as soon as it serves anybody else. */
export function tenantItems(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  const serves = order.declarations?.capacityServesOthers;
  items.required(serves, "order.declarations.capacityServesOthers", "serves-others");
  if (!servesOthers(desk) && isAbsent(order.tenantMix)) return;
  items.conditional(true, order.tenantMix, "order.tenantMix", "tenant-mix");
  if (isAbsent(order.tenantMix)) return;
  const total = tenantSum(desk);
  if (total === "differs") items.add("required", "order.tenantMix", "tenant-sum");
  if (total === "unknown") items.add("conditional", "order.tenantMix", "tenant-share-unknown");
  items.conditional(
    true,
    order.declarations?.tenantMixComplete,
    "order.declarations.tenantMixComplete",
    "tenant-complete",
  );
  for (const row of order.tenantMix ?? []) {
    if (row.class === "not-known")
      items.add("conditional", `order.tenantMix.${row.id}.class`, "tenant-class");
  }
}

/** Why domestic chips do not suffice, each reason on evidence (CN-I-06, AL-11). */
export function necessityItems(items: Collector, desk: Desk): void {
  const necessity = desk.dossier.order.necessity;
  items.required(necessity?.statement?.zh, "order.necessity.statement.zh", "necessity");
  items.required(necessity?.needDate, "order.necessity.needDate", "need-date");
  items.required(necessity?.alternatives, "order.necessity.alternatives", "alternatives");
  items.required(necessity?.claims, "order.necessity.claims", "claims");
  for (const claim of necessity?.claims ?? [])
    items.required(
      claim.evidence,
      `order.necessity.claims.${claim.id}.evidence`,
      "claim-evidence",
      {
        claim: claim.text.slice(0, 40),
      },
    );
  for (const alternative of necessity?.alternatives ?? [])
    items.required(
      alternative.considered,
      `order.necessity.alternatives.${alternative.id}.considered`,
      "alternative-considered",
      { product: alternative.product },
    );
  items.required(necessity?.conclusion?.zh, "order.necessity.conclusion.zh", "conclusion");
  items.optional(
    necessity?.domesticPurchasePlan?.zh,
    "order.necessity.domesticPurchasePlan.zh",
    "domestic-plan",
  );
}
