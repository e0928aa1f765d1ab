import type { Dossier } from "#shared/model";
import type { MissingItem } from "../report-schema.ts";
import { Collector, type Desk, type EditorSection } from "./collector.ts";
import { crossedMatters } from "./crossed-matters.ts";
import { tenantSum } from "./use-items.ts";

/** Words that leave open what is applied for. `等` counts only where it closes a list, not inside another word. */
const vagueZh = /包括但不限于|等等|等(?=[，。；、）)\s]|$)|大约|左右|若干|待定|视情况|其他用途/;
const vagueEn =
  /\bincluding but not limited to\b|\betc\b\.?|\band so on\b|\band\/or\b|\bapproximately\b|\bto be determined\b|\btbd\b|\bother purposes\b/i;

type Text = { readonly path: string; readonly text: string | undefined };

/** Every sentence of the order that the Chinese set quotes. */
function chineseTexts({ order }: Dossier): readonly Text[] {
  const { necessity } = order;
  return [
    { path: "order.subject.zh", text: order.subject?.zh },
    { path: "order.necessity.statement.zh", text: necessity?.statement?.zh },
    { path: "order.necessity.specialCircumstances", text: necessity?.specialCircumstances },
    { path: "order.necessity.domesticPurchasePlan.zh", text: necessity?.domesticPurchasePlan?.zh },
    ...(necessity?.claims ?? []).map((claim) => ({
      path: `order.necessity.claims.${claim.id}.text`,
      text: claim.text,
    })),
    ...(necessity?.alternatives ?? []).map((item) => ({
      path: `order.necessity.alternatives.${item.id}.considered`,
      text: item.considered,
    })),
    ...(order.tenantMix ?? []).map((row) => ({
      path: `order.tenantMix.${row.id}.description`,
      text: row.description,
    })),
    ...order.lines.map((line) => ({ path: `order.lines.${line.id}.purpose`, text: line.purpose })),
    ...(order.endUses ?? []).map((use) => ({
      path: `order.endUses.${use.id}.description.zh`,
      text: use.description?.zh,
    })),
  ];
}

/** Every sentence of the order that the exporter's set quotes. */
function englishTexts({ order, sites }: Dossier): readonly Text[] {
  return [
    { path: "order.subject.en", text: order.subject?.en },
    ...(order.endUses ?? []).map((use) => ({
      path: `order.endUses.${use.id}.description.en`,
      text: use.description?.en,
    })),
    ...(order.remoteUsers ?? []).map((user) => ({
      path: `order.remoteUsers.${user.id}.description`,
      text: user.description,
    })),
    ...sites.map((site) => ({
      path: `sites.${site.id}.physicalSecurityText`,
      text: site.physicalSecurityText,
    })),
  ];
}

const sectionOfText: readonly (readonly [RegExp, EditorSection])[] = [
  [/^order\.necessity/, "necessity"],
  [/^order\.tenantMix/, "tenants"],
  [/^order\.lines/, "lines"],
  [/^order\.subject/, "basics"],
];

function vagueWords(items: Collector, texts: readonly Text[]): void {
  for (const { path, text } of texts) {
    const found = text === undefined ? null : (vagueZh.exec(text) ?? vagueEn.exec(text));
    const section = sectionOfText.find(([start]) => start.test(path))?.[1] ?? "use";
    if (found !== null) items.in(section).add("conditional", path, "vague", { words: found[0] });
  }
}

/** One name under two codes: a reader cannot tell which of the two is meant. */
function namesTwice(items: Collector, desk: Desk): void {
  const byName = new Map<string, string | undefined>();
  for (const { id, names, uscc } of desk.dossier.parties) {
    const name = names.zh?.replace(/\s/g, "");
    if (name === undefined || uscc === undefined) continue;
    const other = byName.get(name);
    if (other !== undefined && other !== uscc)
      items.add("required", `parties.${id}.names.zh`, "same-name", { party: names.zh ?? "" });
    byName.set(name, uscc);
  }
}

/** The exporter's classification must come from somebody on the seller's side of this very deal. */
function classifiers(items: Collector, desk: Desk): void {
  const { order, products } = desk.dossier;
  const { route } = order;
  const sellers = [route?.exporterOfRecord, route?.seller, route?.manufacturer].flatMap((id) => {
    const names = desk.party(id)?.names;
    return [names?.zh, names?.en].filter((name) => name !== undefined);
  });
  if (sellers.length === 0) return;
  const ordered = new Set(order.lines.map((line) => line.product));
  for (const product of products) {
    const by = product.classification?.statedBy;
    if (by === undefined || !ordered.has(product.id)) continue;
    if (!sellers.some((name) => same(name, by)))
      items.add(
        "conditional",
        `products.${product.id}.classification.statedBy`,
        "classifier-differs",
        {
          product: `${product.vendor} ${product.model}`,
          by,
        },
      );
  }
}

const same = (a: string, b: string) => {
  const plain = (text: string) => text.toLowerCase().replace(/[\s.,（）()]/g, "");
  return plain(a) === plain(b);
};

/** One code, one name: the same unified code under two parties, or one party named otherwise in the route. */
function namesThatDiffer(items: Collector, desk: Desk): void {
  const byCode = new Map<string, string>();
  for (const party of desk.dossier.parties) {
    if (party.uscc === undefined) continue;
    const code = party.uscc.toUpperCase().replace(/\s/g, "");
    const other = byCode.get(code);
    if (other === undefined) byCode.set(code, party.id);
    else
      items.add("required", `parties.${party.id}.uscc`, "same-code", {
        party: desk.nameOf(party.id),
        other: desk.nameOf(other),
      });
  }
  namesTwice(items, desk);
  const { route, buyer, endUses } = desk.dossier.order;
  const users = route?.endUsers ?? [];
  for (const use of endUses ?? []) {
    if (use.endUser !== undefined && users.length > 0 && !users.includes(use.endUser))
      items.add("required", `order.endUses.${use.id}.endUser`, "use-user-differs", {
        party: desk.nameOf(use.endUser),
      });
  }
  for (const line of desk.dossier.order.lines) {
    if (line.endUser !== undefined && users.length > 0 && !users.includes(line.endUser))
      items.add("required", `order.lines.${line.id}.endUser`, "line-user-differs", {
        party: desk.nameOf(line.endUser),
      });
  }
  const importer = route?.importerOfRecord;
  if (importer !== undefined && buyer !== undefined && importer !== buyer)
    items.add("optional", "order.route.importerOfRecord", "importer-differs", {
      importer: desk.nameOf(importer),
      buyer: desk.nameOf(buyer),
    });
}

function datesAndSums(items: Collector, desk: Desk): void {
  const { order } = desk.dossier;
  if (tenantSum(desk) === "differs" && (order.tenantMix?.length ?? 0) > 0)
    items.add("required", "order.tenantMix", "tenant-sum");
  for (const [index, line] of order.lines.entries()) {
    const past = line.schedule?.find((delivery) => delivery.date < desk.asOf);
    if (past !== undefined)
      items.add("conditional", `order.lines.${line.id}.schedule`, "delivery-past", {
        line: String(index + 1),
        date: past.date,
      });
    const late = line.schedule?.find(
      (delivery) =>
        order.necessity?.needDate !== undefined && delivery.date > order.necessity.needDate,
    );
    if (late !== undefined)
      items.add("optional", `order.lines.${line.id}.schedule`, "delivery-after-need", {
        line: String(index + 1),
        date: late.date,
      });
  }
  for (const rate of order.terms?.exchangeRates ?? [])
    if (rate.date > desk.asOf)
      items.add("conditional", "order.terms.exchangeRates", "rate-future", { date: rate.date });
  if (order.terms?.contractDate !== undefined && order.terms.contractDate > desk.asOf)
    items.add("conditional", "order.terms.contractDate", "contract-future", {
      date: order.terms.contractDate,
    });
}

const signed = new Set(["end-user-statement", "undertaking", "contract"]);
const onLetterhead = new Set(["end-user-statement", "undertaking", "exporter-certification"]);

/** Papers of one side: expired, unsigned, dated in the future, in the wrong language, without their bytes. */
function papers(items: Collector, desk: Desk, side: "cn-filing" | "us-exporter"): void {
  const own = desk.dossier.evidence.filter((item) => item.side === side || item.side === "both");
  const translated = new Set(desk.dossier.evidence.map((item) => item.translationOf));
  const wanted = side === "cn-filing" ? "zh" : "en";
  for (const item of own) {
    const at = `evidence.${item.id}`;
    const params = { paper: item.title.zh ?? item.title.en ?? item.fileName };
    if (item.expiresOn !== undefined && item.expiresOn < desk.asOf)
      items.add("required", `${at}.expiresOn`, "paper-expired", {
        ...params,
        date: item.expiresOn,
      });
    if (item.issuedOn !== undefined && item.issuedOn > desk.asOf)
      items.add("required", `${at}.issuedOn`, "paper-future", { ...params, date: item.issuedOn });
    if (signed.has(item.kind) && item.sealed !== true)
      items.add("required", `${at}.sealed`, "paper-unsigned", params);
    const foreign =
      item.language !== undefined && item.language !== wanted && item.language !== "both";
    if (foreign && item.translationOf === undefined && !translated.has(item.id))
      items.add("conditional", `${at}.language`, "paper-translation", params);
    if (onLetterhead.has(item.kind) && item.letterhead === false)
      items.add("conditional", `${at}.letterhead`, "paper-letterhead", params);
    if (item.missingReason !== undefined)
      items.add("conditional", `${at}.missingReason`, "paper-missing", {
        ...params,
        reason: item.missingReason,
      });
  }
}

/** An order cut into pieces, or said to be one: both readers stop there (US-D-01). */
function splits(items: Collector, desk: Desk): void {
  const said = desk.dossier.order.declarations?.splitOfLargerOrder;
  if (said?.value === "yes")
    items.in("declarations").add("required", "order.declarations.splitOfLargerOrder", "split-yes");
}

/** Why the China filing set might come back. */
export function chineseReturns(desk: Desk): readonly MissingItem[] {
  const items = new Collector("basics");
  vagueWords(items.in("use"), chineseTexts(desk.dossier));
  namesThatDiffer(items.in("parties"), desk);
  datesAndSums(items.in("schedule"), desk);
  papers(items.in("evidence"), desk, "cn-filing");
  splits(items, desk);
  crossedMatters(items, desk.dossier, "cn-filing");
  for (const [index, line] of desk.dossier.order.lines.entries())
    if (line.hs?.basis === "own")
      items.in("lines").add("conditional", `order.lines.${line.id}.hs.basis`, "hs-own", {
        line: String(index + 1),
      });
  return items.list();
}

/** Why the exporter might send the information set back. */
export function exporterReturns(desk: Desk): readonly MissingItem[] {
  const items = new Collector("basics");
  vagueWords(items.in("use"), englishTexts(desk.dossier));
  namesThatDiffer(items.in("parties"), desk);
  classifiers(items.in("lines"), desk);
  datesAndSums(items.in("schedule"), desk);
  papers(items.in("evidence"), desk, "us-exporter");
  splits(items, desk);
  crossedMatters(items, desk.dossier, "us-exporter");
  return items.list();
}
