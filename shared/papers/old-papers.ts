import { capitalAmount, formatAmount, groupDigits, inWanYi } from "#shared/i18n";
import {
  type Answer,
  type Dossier,
  lineTotal,
  orderTotal,
  orderTotalUsd,
  type Product,
  performanceDensity,
  totalProcessingPerformance,
} from "#shared/model";
import type { FlowBlock } from "#shared/packet";
import type { PaperVoice } from "./voice.ts";

/** One paper of a set: its name in the packet, its title and what stands in it. */
export type Paper = {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly FlowBlock[];
};

const addressOf = (dossier: Dossier, voice: PaperVoice, id: string | undefined): string => {
  const address = dossier.parties.find((party) => party.id === id)?.addresses?.[0];
  return voice.text(address);
};

/** Places to sign; no seal is ever drawn. */
function signature(dossier: Dossier, voice: PaperVoice): FlowBlock {
  const { buyer } = dossier.order;
  const signatory = dossier.parties.find((party) => party.id === buyer)?.signatory;
  const name = voice.main === "zh" ? signatory?.name : (signatory?.nameEn ?? signatory?.name);
  return {
    kind: "signature",
    parties: [
      {
        role: voice.say("sign.role"),
        name: voice.party(buyer),
        lines: [
          { label: voice.say("sign.name"), ...(name === undefined ? {} : { value: name }) },
          { label: voice.say("sign.date") },
        ],
        sealSpace: voice.say("sign.seal"),
      },
    ],
  };
}

/** The letter in front: who asks for what, in neutral words. */
export function letter(dossier: Dossier, voice: PaperVoice, side: "cn" | "us"): Paper {
  const { order } = dossier;
  const { route } = order;
  const words =
    side === "us"
      ? voice.say("letter.us")
      : voice.say("letter", { applicant: voice.party(order.buyer) });
  return {
    name: "01-letter",
    title: voice.say(side === "us" ? "cover.us" : "cover"),
    blocks: [
      { kind: "notice", text: voice.say("own") },
      voice.form([
        ...(side === "cn" ? ([["addressee", order.addressee]] as const) : []),
        ["subject", voice.text(order.subject)],
        ["reference", order.reference],
        ["applicant", voice.party(order.buyer)],
      ]),
      ...voice.paragraphs(words),
      voice.form([
        ["seller", voice.party(route?.seller)],
        ["exporter", voice.party(route?.exporterOfRecord)],
        ["countryOfExport", route?.countryOfExport],
        ["importer", voice.party(route?.importerOfRecord)],
        ["consignee", voice.party(route?.consignee)],
        ["consumingUnit", voice.party(route?.consumingUnit)],
        ["endUsers", (route?.endUsers ?? []).map((id) => voice.party(id)).join("\n")],
      ]),
      signature(dossier, voice),
    ],
  };
}

function amounts(dossier: Dossier, voice: PaperVoice): FlowBlock {
  const { order } = dossier;
  const total = orderTotal(order);
  const usd = orderTotalUsd(order);
  const currency = order.terms?.currency ?? "";
  const terms = order.terms;
  const chinese = total !== undefined && currency === "CNY";
  return voice.form([
    ["total", total === undefined ? "" : `${currency} ${formatAmount(total)}`],
    ...(chinese && total !== undefined
      ? ([
          ["totalShort", `${inWanYi(total)}元`],
          ["totalCapital", capitalAmount(total)],
        ] as const)
      : []),
    ["totalUsd", usd === undefined ? "" : `USD ${formatAmount(usd)}`],
    ["incoterm", [terms?.incoterm, terms?.incotermPlace].filter(Boolean).join(" ")],
    ["contract", [terms?.contractNumber, terms?.contractDate].filter(Boolean).join("  ")],
    ["tradeMode", terms?.tradeMode],
    ["exchange", terms?.foreignExchangeSource],
    ["port", order.customs?.declarationPorts?.join("\n")],
  ]);
}

/** What, how many, at what price, when and where. */
export function goods(dossier: Dossier, voice: PaperVoice): Paper {
  const { order } = dossier;
  const rows = order.lines.map((line, index) => {
    const total = lineTotal(line);
    return [
      String(index + 1),
      [voice.product(line.product), line.description, line.specification]
        .filter(Boolean)
        .join("\n"),
      line.hs?.code ?? "",
      [line.quantity === undefined ? "" : groupDigits(line.quantity), line.unit ?? ""]
        .join(" ")
        .trim(),
      line.unitPrice === undefined ? "" : formatAmount(line.unitPrice),
      total === undefined ? "" : formatAmount(total),
      line.origin ?? "",
    ];
  });
  const deliveries = order.lines
    .flatMap((line, index) =>
      (line.schedule ?? []).map((delivery) => [
        delivery.date,
        `${index + 1}. ${voice.product(line.product)}`,
        groupDigits(delivery.quantity),
        voice.site(delivery.site ?? line.site),
      ]),
    )
    .toSorted((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1));
  return {
    name: "02-goods",
    title: voice.say("goods"),
    blocks: [
      voice.heading("goods"),
      voice.table(
        [
          ["no", 1],
          ["goods", 5],
          ["hs", 2],
          ["quantity", 2, "right"],
          ["price", 2, "right"],
          ["amount", 3, "right"],
          ["origin", 1],
        ],
        rows,
      ),
      voice.heading("amounts"),
      amounts(dossier, voice),
      voice.heading("deliveries"),
      voice.table(
        [
          ["date", 2],
          ["goods", 4],
          ["quantity", 2, "right"],
          ["site", 4],
        ],
        deliveries,
      ),
    ],
  };
}

/** Everybody who is named, and where the set states it, who holds whom. */
export function people(dossier: Dossier, voice: PaperVoice): Paper {
  const rows = dossier.parties.map((party) => [
    voice.party(party.id),
    party.uscc ?? party.foreignCodes?.map((code) => code.value).join("\n") ?? "",
    party.country ?? "",
    addressOf(dossier, voice, party.id),
  ]);
  const holdings = dossier.links.map((link) => [
    voice.party(link.owner),
    voice.party(link.target),
    link.equity === undefined && link.agreement !== undefined
      ? link.agreement.kind
      : voice.share(link.equity),
    [link.asOf, link.source].filter(Boolean).join(" "),
  ]);
  return {
    name: "03-parties",
    title: voice.say("parties"),
    blocks: [
      voice.heading("people"),
      voice.table(
        [
          ["name", 5],
          ["code", 4],
          ["country", 1],
          ["address", 5],
        ],
        rows,
      ),
      ...(holdings.length === 0
        ? []
        : [
            voice.heading("holders"),
            voice.table(
              [
                ["owner", 4],
                ["target", 4],
                ["share", 2, "right"],
                ["source", 3],
              ],
              holdings,
            ),
          ]),
    ],
  };
}

/** What the units are for, where they stand, whom they serve. */
export function use(dossier: Dossier, voice: PaperVoice): Paper {
  const { order } = dossier;
  const uses = (order.endUses ?? []).map((item) => [
    voice.text(item.description) || item.kind,
    voice.party(item.endUser),
    voice.site(item.site),
    voice.answer(item.commercial),
    item.capacityShare === undefined ? "" : `${item.capacityShare} %`,
  ]);
  const sites = dossier.sites.map((site) => [
    voice.site(site.id),
    voice.text(site.address),
    voice.party(site.operator),
    site.powerMw ?? "",
  ]);
  const tenants = (order.tenantMix ?? []).map((row) => [
    voice.word(`tenant.class.${row.class}`),
    voice.share(row.share),
    row.description ?? "",
  ]);
  const remote = (order.remoteUsers ?? []).map((user) => [
    user.name ?? "",
    [user.country, user.headquarters].filter(Boolean).join(" / "),
    user.description ?? "",
  ]);
  const part = (key: string, table: FlowBlock, rows: readonly unknown[]) =>
    rows.length === 0 ? [] : [voice.heading(key), table];
  return {
    name: "04-use",
    title: voice.say("use"),
    blocks: [
      voice.heading("uses"),
      voice.table(
        [
          ["use", 4],
          ["user", 3],
          ["site", 3],
          ["commercial", 1],
          ["share", 1, "right"],
        ],
        uses,
      ),
      ...part(
        "sites",
        voice.table(
          [
            ["site", 3],
            ["address", 4],
            ["operator", 3],
            ["power", 1, "right"],
          ],
          sites,
        ),
        sites,
      ),
      ...part(
        "tenants",
        voice.table(
          [
            ["class", 3],
            ["share", 2, "right"],
            ["considered", 5],
          ],
          tenants,
        ),
        tenants,
      ),
      ...part(
        "remote",
        voice.table(
          [
            ["name", 3],
            ["country", 2],
            ["considered", 5],
          ],
          remote,
        ),
        remote,
      ),
    ],
  };
}

/** The applicant's own case; the conclusion is the applicant's. */
export function necessity(dossier: Dossier, voice: PaperVoice): Paper {
  const said = dossier.order.necessity;
  const titles = new Map(dossier.evidence.map((item) => [item.id, voice.text(item.title)]));
  const named = (ids: readonly string[] | undefined) =>
    (ids ?? [])
      .map((id) => titles.get(id) ?? "")
      .filter(Boolean)
      .join("\n");
  return {
    name: "05-necessity",
    title: voice.say("necessity"),
    blocks: [
      voice.heading("statement"),
      ...voice.paragraphs(voice.text(said?.statement)),
      ...voice.paragraphs(said?.specialCircumstances ?? ""),
      voice.heading("claims"),
      voice.table(
        [
          ["claim", 6],
          ["evidence", 4],
        ],
        (said?.claims ?? []).map((claim) => [claim.text, named(claim.evidence)]),
      ),
      voice.heading("alternatives"),
      voice.table(
        [
          ["product", 3],
          ["considered", 6],
          ["source", 2],
        ],
        (said?.alternatives ?? []).map((item) => [
          item.product,
          item.considered ?? "",
          item.sourceId ?? "",
        ]),
      ),
      ...(said?.domesticPurchasePlan === undefined
        ? []
        : [voice.heading("plan"), ...voice.paragraphs(voice.text(said.domesticPurchasePlan))]),
    ],
  };
}

function figures(product: Product, voice: PaperVoice): readonly (readonly string[])[] {
  const computed = [
    ["tpp", totalProcessingPerformance(product)],
    ["density", performanceDensity(product)],
  ] as const;
  const given = [
    ["dram", product.dramBandwidthGBs],
    ["memory", product.memoryGB],
    ["interconnect", product.interconnectGBs],
    ["power", product.powerW],
  ] as const;
  const name = `${product.vendor} ${product.model}`;
  return [
    ...computed.map(([key, value]) => [
      name,
      voice.say(`figure.${key}`),
      value?.value ?? "",
      value?.from ?? "",
    ]),
    ...given.map(([key, value]) => [
      name,
      voice.say(`figure.${key}`),
      value?.value ?? "",
      value?.source ?? "",
    ]),
    [
      name,
      voice.say("figure.eccn"),
      product.classification?.eccn ?? "",
      product.classification?.statedBy ?? "",
    ],
  ];
}

type Declared = keyof NonNullable<Dossier["order"]["declarations"]>;

/** Declarations, safeguards and technical figures, in the words of the form and the answers of the applicant. */
export function safeguards(
  dossier: Dossier,
  voice: PaperVoice,
  declared: readonly Declared[],
): Paper {
  const said = dossier.order.declarations;
  const rows: (readonly [string, Answer | undefined])[] = declared.map((key) => [
    voice.say(`declaration.${key}`),
    said?.[key],
  ]);
  for (const id of new Set([dossier.order.buyer, ...(dossier.order.route?.endUsers ?? [])])) {
    const party = dossier.parties.find((item) => item.id === id);
    if (party === undefined) continue;
    const about = (key: string) => voice.say(`declaration.${key}`, { party: voice.party(id) });
    rows.push(
      [about("military"), party.military],
      [about("government"), party.sensitiveGovernment],
      [about("notice"), party.criticalInfrastructure?.notice],
      [about("business"), party.criticalInfrastructure?.business],
      [about("serves"), party.criticalInfrastructure?.serves],
      [about("kyc"), party.kycProcedures],
    );
  }
  for (const site of dossier.sites) {
    const about = (key: string) => voice.say(`declaration.${key}`, { site: voice.site(site.id) });
    rows.push(
      [about("physical"), site.physicalSecurity],
      [about("remote"), site.remoteAccessControlled],
    );
  }
  return {
    name: "06-safeguards",
    title: voice.say("safeguards"),
    blocks: [
      voice.heading("declarations"),
      voice.table(
        [
          ["question", 7],
          ["answer", 3],
        ],
        rows
          .filter(([, answer]) => answer !== undefined)
          .map(([question, answer]) => [question, voice.answer(answer)]),
      ),
      voice.heading("figures"),
      voice.table(
        [
          ["product", 3],
          ["figure", 4],
          ["value", 2, "right"],
          ["source", 4],
        ],
        dossier.products.flatMap((product) => figures(product, voice)),
      ),
    ],
  };
}

/** Every paper that the set carries or should carry, with the hash that names its content. */
export function evidenceIndex(dossier: Dossier, voice: PaperVoice): Paper {
  return {
    name: "07-evidence",
    title: voice.say("evidence"),
    blocks: [
      voice.table(
        [
          ["no", 1],
          ["name", 5],
          ["file", 4],
          ["date", 2],
          ["code", 4],
        ],
        dossier.evidence.map((item, index) => [
          String(index + 1),
          voice.text(item.title),
          item.missingReason === undefined
            ? item.fileName
            : voice.say("missingFile", { reason: item.missingReason }),
          item.issuedOn ?? "",
          item.sha256.slice(0, 16),
        ]),
      ),
    ],
  };
}
