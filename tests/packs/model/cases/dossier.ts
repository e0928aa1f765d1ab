import type { ListEntry } from "#shared/lists";
import type { Party } from "#shared/model";
import { entryFingerprint, partyFingerprint } from "#shared/screening";
import { goodsOf, goodsTable } from "../goods.ts";
import type { Answer, Firm, Holding, Line, Listing, Site, Situation } from "../situation.ts";
import { inventedCode } from "./codes.ts";
import {
  decisionPart,
  floatPart,
  holdsGoodsPart,
  lookupPart,
  ratesPart,
  remoteUserPart,
  routePart,
  sitePart,
} from "./schema-gaps.ts";

type Part = Record<string, unknown>;

const answer = (value: Answer): Part => ({ value: value === "open" ? "unknown" : value });
const party = (id: string) => `pty_${id}`;

function answers(given: Readonly<Record<string, Answer>>): Part {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, answer(value)]));
}

const companyAnswers = [
  "military",
  "militaryEndUser",
  "sensitiveGovernment",
  "administrativeFunctions",
  "infrastructureService",
] as const;

function words(firm: Firm, number: number): Part {
  const zh = { person: "示例人", "military-unit": "示例单位", "public-body": "示例机构" };
  const kind = firm.kind === "company" || firm.kind === "fund" ? "示例商贸" : zh[firm.kind];
  return {
    ...(firm.country === "CN" ? { zh: `${kind}第${number + 1}号` } : {}),
    en: `${englishName(firm)}`,
  };
}

/** The invented English name of a firm; entries of the invented list are made from it. */
function englishName(firm: Firm): string {
  const word = firm.id.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());
  return firm.kind === "person" ? `Person ${word}` : `${word} Example Co., Ltd.`;
}

function partyOf(firm: Firm, number: number): Part {
  const known = firm.kind !== "person";
  return {
    id: party(firm.id),
    kind: firm.kind,
    names: words(firm, number),
    ...(firm.prefix === undefined ? {} : { uscc: inventedCode(firm.prefix, number + 1) }),
    country: firm.country,
    headquarters: firm.headquarters,
    addresses: [{ kind: "registered", en: `${number + 1} Sample Road`, country: firm.country }],
    ...(firm.sectors.length > 0 ? { sectors: firm.sectors } : {}),
    ...(known
      ? {
          ...answers(Object.fromEntries(companyAnswers.map((name) => [name, firm[name]]))),
          kycProcedures: answer(firm.kyc),
          criticalInfrastructure: answers({
            notice: firm.notice,
            business: firm.business,
            serves: firm.serves,
          }),
        }
      : {}),
    ...holdsGoodsPart(firm),
    ...floatPart(firm),
  };
}

const written = (value: number) => String(Math.round(value * 1e6) / 1e6);
const percent = (value: number) => ({ kind: "exact", percent: written(value) });

function linkOf(holding: Holding, number: number): Part {
  const { equity } = holding;
  return {
    id: `lnk_${number + 1}`,
    owner: party(holding.owner),
    target: party(holding.target),
    equity:
      typeof equity === "number"
        ? percent(equity)
        : { kind: "range", min: written(equity[0]), max: written(equity[1]) },
    ...(holding.votes === undefined ? {} : { voting: percent(holding.votes) }),
    ...(holding.board === undefined ? {} : { boardMajority: answer(holding.board) }),
    ...(holding.agreement === undefined
      ? {}
      : {
          agreement: {
            kind: holding.agreement.kind,
            controls: answer(holding.agreement.controls),
          },
        }),
    asOf: "2026-01-01",
  };
}

function productOf(id: string, rates: boolean): Part {
  const goods = goodsTable[id];
  if (goods === undefined) return {};
  return {
    id: `prd_${id}`,
    vendor: goods.vendor,
    model: goods.model,
    form: goods.form,
    icsPerUnit: goods.chips,
    computer: { value: goods.form === "server" ? "yes" : "no" },
    datacenterMarketed: { value: "yes" },
    ...(goods.tops8 === undefined
      ? {}
      : { denseRates: [{ format: "FP8", bits: 8, tops: goods.tops8 }] }),
    dieAreaMm2: { value: "814" },
    ...(rates ? ratesPart(goods) : {}),
    ...(goods.bandwidth === undefined ? {} : { dramBandwidthGBs: { value: goods.bandwidth } }),
    ...(goods.availableOn === undefined ? {} : { usAvailableOn: goods.availableOn }),
    ...(goods.letterAnswer === undefined ? {} : { informedLetter: { value: goods.letterAnswer } }),
    ...(goods.eccn === undefined
      ? {}
      : { classification: { eccn: goods.eccn, statedBy: "Seller Example Co., Ltd." } }),
  };
}

function lineOf(line: Line, number: number, situation: Situation): Part {
  return {
    id: `lin_${number + 1}`,
    ...(goodsOf(line) === undefined ? {} : { product: `prd_${line.goods}` }),
    quantity: String(line.quantity),
    unit: "块",
    unitPrice: "30000",
    endUser: party(line.endUser),
    ...(line.site === undefined ? {} : { site: `ste_${line.site}` }),
    ...(line.finalDestination === undefined ? {} : { finalDestination: line.finalDestination }),
    ...(situation.integrator === undefined ? {} : { integrator: party(situation.integrator) }),
    hs: { code: "84733090", basis: "advance-ruling" },
    cryptoDevice: { value: "no" },
  };
}

function siteOf(site: Site, situation: Situation): Part {
  const chips = situation.lines
    .filter((line) => line.site === site.id)
    .reduce((sum, line) => sum + line.quantity * (goodsOf(line)?.chips ?? 0), 0);
  return {
    id: `ste_${site.id}`,
    names: { zh: "示例数据中心", en: "Sample data centre" },
    country: site.country,
    operator: party(site.operator),
    owner: party(site.owner),
    tenure: site.tenure,
    powerMw: "50",
    stateFunded: { value: "no" },
    physicalSecurity: answer(site.physicalSecurity),
    remoteAccessControlled: answer(site.remoteAccessControlled),
    ...(site.statedFp64 === undefined ? {} : { supercomputerFp64Pf: String(site.statedFp64) }),
    ...(site.statedFp32 === undefined ? {} : { supercomputerFp32Pf: String(site.statedFp32) }),
    ...sitePart(site, chips > 1_000),
  };
}

/** The entry of the invented list that a firm's name stands beside. */
export function entryOf(firm: Firm, listing: Listing): ListEntry {
  const same = englishName(firm);
  const [word = same] = same.split(" ");
  return {
    id: `${listing.list}:${firm.id}`,
    list: listing.list,
    kind: "entity",
    name: listing.exact ? same : `${word} Example Technology Group`,
    aliases: [],
    countries: ["CN"],
    codes: [],
    programs: [],
    ...(listing.policy === undefined ? {} : { licencePolicy: listing.policy }),
  };
}

function decisionsOf(firm: Firm, number: number): readonly Part[] {
  return firm.listings.flatMap((listing, at) => {
    if (listing.decision === "none") return [];
    const entry = entryOf(firm, listing);
    return [
      {
        id: `scr_${number}-${at}`,
        party: party(firm.id),
        list: listing.list,
        entry: entry.id,
        entryHash: entryFingerprint(entry),
        partyHash: partyFingerprint(partyOf(firm, number) as Party),
        decision: listing.decision,
        reason: "示例理由 / sample reason",
        date: "2026-01-01",
        ...decisionPart(listing),
      },
    ];
  });
}

function routeOf(s: Situation): Part {
  return {
    seller: party(s.seller),
    manufacturer: party(s.manufacturer),
    exporterOfRecord: party(s.exporterOfRecord),
    countryOfExport: s.countryOfExport,
    kind: s.shipment,
    ...(s.distributor === undefined ? {} : { distributor: party(s.distributor) }),
    ...(s.intermediaries.length > 0 ? { intermediaries: s.intermediaries.map(party) } : {}),
    forwarder: party(s.forwarder),
    importerOfRecord: party(s.importer),
    consignee: party(s.consignee),
    consumingUnit: party(s.consumingUnit),
    endUsers: s.endUsers.map(party),
    transit: s.transit,
    testingPlace: "US",
    ...routePart(s),
  };
}

function necessity(): Part {
  return {
    statement: { zh: "实测表明带宽不足（虚构）。", en: "Bandwidth falls short (invented)." },
    needDate: "2026-12-01",
    claims: [
      { id: "clm_1", kind: "memory-bandwidth", text: "实测（虚构）。", evidence: ["evd_bench"] },
    ],
    alternatives: [
      { id: "alt_1", product: "Ascend 910C", sourceId: "AL-01", considered: "已比较（虚构）。" },
    ],
    domesticPurchasePlan: { zh: "同期采购国产卡（虚构）。" },
  };
}

function orderOf(s: Situation): Part {
  const decisions = s.firms.flatMap(decisionsOf);
  return {
    id: "ord_model",
    title: "样例采购单（虚构）",
    drafter: "psn_first",
    buyer: party(s.buyer),
    lines: s.lines.map((line, at) => lineOf(line, at, s)),
    terms: { currency: "USD", incoterm: "CIP" },
    route: routeOf(s),
    endUses: s.uses.map((use, at) => ({
      id: `use_${at + 1}`,
      kind: use.kind,
      commercial: answer(use.commercial),
      description: { zh: "样例用途（虚构）。", en: "Sample use (invented)." },
      endUser: party(use.endUser),
      site: `ste_${use.site}`,
    })),
    tenantMix: s.tenants.map((tenant, at) => ({
      id: `tnt_${at + 1}`,
      class: tenant.class,
      share: percent(tenant.share),
      ...(tenant.firms.length > 0 ? { tenants: tenant.firms.map(party) } : {}),
    })),
    remoteUsers: s.remoteUsers.map((user, at) => ({
      id: `rmu_${at + 1}`,
      country: "CN",
      headquarters: "CN",
      ...remoteUserPart(user),
    })),
    necessity: necessity(),
    declarations: answers(s.declared),
    exporterFacts: { ...answers(s.exporter), laboratory: answers(s.laboratory) },
    sites: s.sites.map(({ id }) => `ste_${id}`),
    evidence: ["evd_bench"],
    lookups: s.lookups.map((entry, at) => ({
      id: `lkp_${at + 1}`,
      track: entry.track,
      parameter: entry.parameter,
      state: entry.state,
      ...(entry.value === undefined ? {} : { value: entry.value }),
      from: entry.from,
      ...(entry.to === undefined ? {} : { to: entry.to }),
      ...(entry.citation === undefined ? {} : { citation: entry.citation }),
      seenOn: entry.from,
      person: "psn_first",
      ...lookupPart(entry),
    })),
    ...(decisions.length > 0 ? { screening: decisions } : {}),
  };
}

/** The dossier of a situation as JSON: what the desk would be handed. */
export function dossierOf(s: Situation): unknown {
  const ordered = [...new Set(s.lines.map((line) => line.goods))].filter((id) => id in goodsTable);
  return {
    schema: "h200-desk/dossier@1",
    order: orderOf(s),
    parties: s.firms.map(partyOf),
    links: s.holdings.map(linkOf),
    sites: s.sites.map((site) => siteOf(site, s)),
    products: ordered.map((id) => productOf(id, s.ratesGiven)),
    evidence: [
      {
        id: "evd_bench",
        sha256: "0".repeat(64),
        bytes: 1,
        mediaType: "text/plain",
        fileName: "bench.txt",
        title: { zh: "实测（虚构）" },
        kind: "benchmark-report",
        side: "cn-filing",
      },
    ],
    persons: [
      { id: "psn_first", name: "赵起草（虚构）", roles: ["drafter"] },
      { id: "psn_second", name: "钱审核（虚构）", roles: ["reviewer"] },
    ],
  };
}
