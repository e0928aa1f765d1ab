import { DOSSIER_SCHEMA, type Dossier, type Link, type OrderLine, type Party } from "#shared/model";

const yes = { value: "yes" } as const;
const no = { value: "no" } as const;

/** How large the dossier is to be. */
export type DossierSize = {
  readonly parties: number;
  readonly links: number;
  readonly lines: number;
};

const id = (prefix: string, number: number) => `${prefix}_${String(number).padStart(3, "0")}`;

function party(number: number): Party {
  return {
    id: id("pty", number),
    kind: number % 7 === 6 ? "person" : "company",
    names: { zh: `样例单位第${number}号有限公司`, en: `Sample Party ${number} Co., Ltd.` },
    country: "CN",
    headquarters: "CN",
    addresses: [
      { kind: "registered", zh: `样例路 ${number} 号`, en: `${number} Sample Road`, country: "CN" },
    ],
    sectors: ["I6513"],
    criticalInfrastructure: { notice: no, business: no, serves: no },
    military: no,
    militaryEndUser: no,
    sensitiveGovernment: no,
    infrastructureService: no,
    kycProcedures: yes,
  };
}

/** Each party is held by later ones, so that chains run several tiers up without a loop. */
function links({ parties, links: count }: DossierSize): Link[] {
  const made: Link[] = [];
  for (let number = 0; made.length < count && number < count * 4; number += 1) {
    const target = number % (parties - 1);
    const round = Math.floor(number / (parties - 1));
    const owner = target + 1 + round * 3;
    if (owner >= parties) continue;
    made.push({
      id: id("lnk", made.length),
      owner: id("pty", owner),
      target: id("pty", target),
      equity: { kind: "exact", percent: round === 0 ? "55" : "20" },
      asOf: "2026-06-30",
      source: "样例名册",
    });
  }
  return made;
}

function line(number: number): OrderLine {
  return {
    id: id("lin", number),
    product: number % 2 === 0 ? "prd_a" : "prd_b",
    quantity: String(100 + number),
    unit: "块",
    unitPrice: "26500",
    hs: { code: "84733090", basis: "broker-opinion" },
    origin: "CN",
    purpose: "训练自有模型",
    endUser: id("pty", 0),
    site: id("ste", number % 5),
    cryptoDevice: no,
    schedule: [{ id: id("dlv", number), date: "2026-12-01", quantity: String(100 + number) }],
  };
}

/**
 * A dossier of a given size whose members are all reached: 40 parties, 60 links and 30 lines unless told. Invented
 * throughout, and the same at every call.
 */
export function bigDossier(size: DossierSize = { parties: 40, links: 60, lines: 30 }): Dossier {
  const buyer = id("pty", 0);
  const sites = Array.from({ length: 5 }, (_, number) => id("ste", number));
  const product = (name: string) => ({
    id: name,
    vendor: "NVIDIA",
    model: `H200 SXM (${name})`,
    form: "sxm-module" as const,
    icsPerUnit: 1,
    computer: no,
    datacenterMarketed: yes,
    denseRates: [{ format: "FP8", bits: 8, tops: "1979" }],
    dieAreaMm2: { value: "814" },
    dramBandwidthGBs: { value: "4800" },
    usAvailableOn: "2024-06-30",
    informedLetter: no,
    classification: { eccn: "3A090.a" as const, statedBy: "Sample Accelerators Inc." },
  });
  return {
    schema: DOSSIER_SCHEMA,
    order: {
      id: "ord_big",
      title: "大订单（虚构样例）",
      buyer,
      lines: Array.from({ length: size.lines }, (_, number) => line(number)),
      terms: { currency: "USD", incoterm: "CIP", incotermPlace: "贵阳" },
      route: {
        seller: id("pty", size.parties - 1),
        exporterOfRecord: id("pty", size.parties - 1),
        countryOfExport: "US",
        kind: "export",
        importerOfRecord: buyer,
        consignee: buyer,
        consumingUnit: buyer,
        endUsers: [buyer],
        transit: [],
      },
      endUses: sites.map((site, number) => ({
        id: id("use", number),
        kind: "training" as const,
        commercial: yes,
        description: { zh: "训练自有模型", en: "Training own models" },
        endUser: buyer,
        site,
        capacityShare: "20",
      })),
      tenantMix: [{ id: "tnt_own", class: "own-use", share: { kind: "exact", percent: "100" } }],
      declarations: {
        commercialUseOnly: yes,
        militaryEndUse: no,
        prohibitedEndUse: no,
        capacityServesOthers: no,
        tenantMixComplete: yes,
        remoteUsersComplete: yes,
        splitOfLargerOrder: no,
        stateFundedProject: no,
      },
      sites,
    },
    parties: Array.from({ length: size.parties }, (_, number) => party(number)),
    links: links(size),
    sites: sites.map((site, number) => ({
      id: site,
      names: { zh: `样例机房 ${number}`, en: `Sample site ${number}` },
      country: "CN",
      operator: buyer,
      tenure: "owned" as const,
      stateFunded: no,
      physicalSecurity: yes,
      remoteAccessControlled: yes,
      supercomputerFp64Pf: "1",
      supercomputerFp32Pf: "2",
    })),
    products: [product("prd_a"), product("prd_b")],
    evidence: [],
    persons: [],
  };
}
