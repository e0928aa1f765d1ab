import { readFileSync } from "node:fs";
import { type Dossier, parseDossier } from "#shared/model";
import { stretchedDossier } from "../stretched-dossier.ts";

/** A dossier with the name under which its papers are reported. */
export type NamedDossier = { readonly name: string; readonly dossier: Dossier };

function example(name: string): Dossier {
  const file = new URL(`../../../examples/${name}.json`, import.meta.url);
  const parsed = parseDossier(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.error.code}`);
  return parsed.value;
}

const complete = "private-start-up-complete";

/** Names that only a fallback font has. */
function withRareCharacters(base: Dossier): Dossier {
  return {
    ...base,
    parties: base.parties.map((party) =>
      party.kind === "person" && party.names.zh !== undefined
        ? { ...party, names: { ...party.names, zh: `${party.names.zh}䶮㐂𠮷` } }
        : party,
    ),
  };
}

/** A cloud provider with so many groups of tenants, shares of equal size. */
function withTenants(base: Dossier, count: number): Dossier {
  const [first] = base.order.tenantMix ?? [];
  if (first === undefined) throw new Error("the cloud sample has no tenants");
  return {
    ...base,
    order: {
      ...base.order,
      tenantMix: Array.from({ length: count }, (_, at) => ({
        ...first,
        id: `${first.id}-${at + 1}`,
        description: `第 ${at + 1} 组租户的业务应用（虚构样例）`,
        share: { kind: "exact" as const, percent: String(100 / count) },
      })),
    },
  };
}

/** The complete sample held by contract: a company holds nothing and directs everything. */
function heldByAgreement(base: Dossier): Dossier {
  const founder = base.links.find(({ id }) => id === "lnk_founder");
  if (founder === undefined) throw new Error("the sample has no founder");
  const { equity: _, ...rest } = founder;
  return {
    ...base,
    links: [
      ...base.links.filter(({ id }) => id !== founder.id),
      { ...rest, agreement: { kind: "vie-contracts", controls: { value: "yes" } } },
    ],
  };
}

/** Every example, and the extremes that papers are looked at with. */
export function paperSamples(): readonly NamedDossier[] {
  const base = example(complete);
  const cloud = example("cloud-with-state-tenants");
  return [
    ...["private-start-up", complete, "cloud-with-state-tenants", "large-rollout"].map((name) => ({
      name,
      dossier: example(name),
    })),
    { name: "singapore-through-distributor", dossier: example("singapore-through-distributor") },
    { name: "state-group-subsidiary", dossier: example("state-group-subsidiary") },
    { name: "1 line", dossier: stretchedDossier({ lines: 1 }, base) },
    { name: "200 lines", dossier: stretchedDossier({ lines: 200 }, base) },
    { name: "300 holders", dossier: stretchedDossier({ parties: 300 }, base) },
    {
      name: "names of 80 characters",
      dossier: stretchedDossier({ parties: 8, nameLength: 80 }, base),
    },
    { name: "rare characters", dossier: withRareCharacters(base) },
    { name: "necessity of 20 pages", dossier: stretchedDossier({ paragraphs: 180 }, base) },
    { name: "cloud with 40 tenants", dossier: withTenants(cloud, 40) },
    { name: "held by agreement", dossier: heldByAgreement(base) },
  ];
}
