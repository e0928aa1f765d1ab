import { readFileSync } from "node:fs";
import { type Dossier, type Party, parseDossier } from "#shared/model";

/** How far a sample is stretched. */
export type Stretch = {
  readonly lines?: number;
  readonly parties?: number;
  /** Characters of a company's Chinese name. */
  readonly nameLength?: number;
  /** Paragraphs of the statement of necessity; about nine fill a page. */
  readonly paragraphs?: number;
};

const example = new URL("../../examples/private-start-up-complete.json", import.meta.url);

/** The complete sample of the house, invented throughout. */
export function sampleDossier(): Dossier {
  const parsed = parseDossier(JSON.parse(readFileSync(example, "utf8")));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

const filler = "样例虚构示范演示测试数据智能科技计算云服务信息网络工程系统集成应用软件开发";

function longName(length: number, index: number): string {
  const tail = `第${index}号（虚构）有限责任公司`;
  const body = [...filler.repeat(Math.ceil(length / filler.length))];
  return body.slice(0, Math.max(2, length - tail.length)).join("") + tail;
}

function holders(count: number, nameLength: number): Pick<Dossier, "parties" | "links"> {
  const parties: Party[] = [];
  const links: Dossier["links"] = [];
  for (let index = 1; index <= count; index += 1) {
    const id = `pty_holder-${index}`;
    parties.push({
      id,
      kind: index % 3 === 0 ? "person" : "company",
      names: { zh: longName(nameLength, index), en: `Sample Holder ${index} (invented) Ltd.` },
      country: index % 7 === 0 ? "HK" : "CN",
      addresses: [
        { kind: "registered", zh: `虚构省样例市示范路 ${index} 号`, en: `${index} Sample Road` },
      ],
    });
    // A pyramid: six hold the applicant, each of the others one that came before.
    const target = index <= 6 ? "pty_xinghe" : `pty_holder-${Math.floor((index - 1) / 6)}`;
    links.push({
      id: `lnk_holder-${index}`,
      owner: id,
      target,
      equity:
        index % 5 === 0
          ? { kind: "range", min: "1", max: "9.5" }
          : { kind: "exact", percent: String(3 + (index % 4)) },
      asOf: "2026-06-30",
      source: "股东名册（虚构样例）",
    });
  }
  return { parties, links };
}

/** The sample with many lines, many holders, long names and a long statement; as valid as the short one. */
export function stretchedDossier(stretch: Stretch, base: Dossier = sampleDossier()): Dossier {
  const { lines = 1, parties = 0, nameLength = 12, paragraphs = 0 } = stretch;
  const [first] = base.order.lines;
  if (first === undefined) throw new Error("the sample has no line");
  const more = holders(parties, nameLength);
  const necessity = base.order.necessity;
  const statement = Array.from(
    { length: paragraphs },
    (_, index) =>
      `第 ${index + 1} 段（虚构样例）。${"本单位的训练任务受显存带宽限制，现有设备不能在需用日期前完成计划；".repeat(3)}实测数据见所附证据。`,
  ).join("\n");
  return {
    ...base,
    order: {
      ...base.order,
      lines: Array.from({ length: lines }, (_, index) => ({
        ...first,
        id: index === 0 ? first.id : `lin_${index + 1}`,
        description: `第 ${index + 1} 批（虚构样例）`,
        unitPrice: `${240_000 + index * 137}.${String(index % 100).padStart(2, "0")}`,
        schedule: (first.schedule ?? []).map((delivery) => ({
          ...delivery,
          id: `${delivery.id}-${index + 1}`,
        })),
      })),
      ...(paragraphs === 0 || necessity === undefined
        ? {}
        : { necessity: { ...necessity, statement: { ...necessity.statement, zh: statement } } }),
    },
    parties: [
      ...base.parties.map((party) =>
        nameLength > 40 && party.id === "pty_xinghe"
          ? { ...party, names: { ...party.names, zh: longName(nameLength, 0) } }
          : party,
      ),
      ...more.parties,
    ],
    links: [
      ...base.links.map((link) =>
        parties > 0 ? { ...link, equity: { kind: "exact" as const, percent: "30" } } : link,
      ),
      ...more.links,
    ],
  };
}
