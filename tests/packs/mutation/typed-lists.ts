/**
 * The lists that the packs are made of, typed from the reference: whose code, kind or certificate makes a state or a military
 * holder (DF-S-01, DF-U-05), sectors (DF-U-07), items (US-E-01 to US-E-09), places (US-R-07, US-R-08, US-R-14), policies of entries
 * (US-L-01), published rates (SC-01). A list of a pack that is none of these is a slip.
 */
const military = [
  { kinds: ["military-unit"] },
  { usccPrefixes: ["A1", "A9"] },
  { answeredYes: ["military", "militaryEndUser"] },
];
const state = [
  { usccPrefixes: ["11", "12"] },
  { kinds: ["public-body"] },
  { declaredStateCapital: ["state-owned", "state-absolute-control"] },
];
const militaryMarks = [
  ["kind-military-unit"],
  ["registrar-A"],
  ["military"],
  ["military-end-user"],
];
const government = [["sensitive-government"]];
const organ = [["prefix-11"]];
const institution = [
  ["prefix-12", "administrative-functions"],
  ["prefix-13", "administrative-functions"],
];
const accelerators = ["ic", "sxm-module", "oam-module", "pcie-card", "baseboard", "server", "rack"];
const items =
  "3A090.a 3A090.b 4A090.a 4A090.b 5A992.z 5A002.z 5A004.z 3A001.z 4A003.z 4A004.z 4A005.z";
const sectors =
  "B06 B07 C374 D44 D45 D46 G53 G54 G55 G56 G57 G58 G59 G60 I63 I64 I65 J66 J67 J68 J69 N76 P83 Q84 S91 S92 S93 S94 S95 S96";
const kinds = "company public-body person fund partnership social-organisation military-unit other";
const words = (text: string) => text.split(" ");

const typed: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  any: [military, state],
  except: [military, ["acting-in-concert"]],
  usccPrefixes: [
    ["11", "12"],
    ["A1", "A9"],
  ],
  declaredStateCapital: [["state-owned", "state-absolute-control"]],
  answeredYes: [["military", "militaryEndUser"]],
  kinds: [
    ["military-unit"],
    ["public-body"],
    ["legal"],
    ["exporter-certification", "exporter-licence"],
    ["vie-contracts", "articles", "board-resolution", "shareholder-agreement", "other"],
    words(kinds),
  ],
  categories: [
    ["state-owned"],
    ["state-absolute-control"],
    ["state-actual-control"],
    ["state-owned", "state-absolute-control", "state-actual-control", "state-participation"],
  ],
  prefixes: [words(sectors)],
  models: [
    ["H200"],
    ["H200 SXM", "H200 SXM5", "HGX H200", "DGX H200", "H200 141GB"],
    ["H200 NVL"],
    ["H100 SXM", "H100 SXM5", "HGX H100", "DGX H100"],
    ["H20"],
    ["H20", "MI308", "MI308X"],
    ["MI325X"],
    ["B200", "HGX B200"],
    ["B100", "B200", "B300", "GB200", "GB300", "HGX B200", "HGX B300", "MI355X"],
  ],
  fp64: [["34", "67"], ["30", "60"], ["1"], ["81.7", "163.4"], ["37"]],
  fp32: [["67"], ["60"], ["44"], ["163.4"], ["75"]],
  ways: [
    militaryMarks,
    government,
    organ,
    institution,
    [["military-end-user"]],
    [["infrastructure-notice"]],
    [["infrastructure-business"], ["infrastructure-serves"]],
    [
      ...militaryMarks,
      ...government,
      ...organ,
      ["infrastructure-notice"],
      ["capital-state-owned"],
      ["capital-state-absolute-control"],
      ["capital-state-actual-control"],
    ],
    words(kinds).map((kind) => [`kind-${kind}`]),
  ],
  contains: [
    [
      "presumption of denial",
      "presumption for denial",
      "policy of denial",
      "744.21(d)",
      "744.21(e)",
    ],
    ["§", "see sec", "all items subject to the ear"],
  ],
  lacks: [["denial", "case-by-case", "case-by case"]],
  lists: [
    ["entity-list"],
    ["meu"],
    ["mieu"],
    ["sdn"],
    ["dpl"],
    ["uvl"],
    ["1260h"],
    ["cmic"],
    ["entity-list", "meu", "sdn"],
    ["entity-list", "meu", "mieu", "sdn", "dpl"],
    ["ssi", "mbs", "plc", "capta", "dtc", "isn"],
  ],
  hasAny: [
    words(items),
    ["3A090.c"],
    ["3A090.c", "3A991.p", "4A994.l", "EAR99", "other"],
    ["BY", "CN", "CU", "IR", "MO", "KP", "RU", "VE"],
    ["CN", "HK", "MO", "BY", "CU", "IR", "KP", "RU", "VE"],
    ["HK", "SG"],
    ["entity-list"],
    ...words("dram-bandwidth interconnect memory performance-rates power us-units-shipped").map(
      (one) => [one],
    ),
  ],
  in: [
    ["11"],
    ["12"],
    ["12", "13"],
    ["11", "12", "13"],
    ["3A090.c"],
    ["CN", "HK", "MO", "BY", "CU", "IR", "KP", "RU", "VE"],
    ["CN", "MO", "HK"],
    ["CN", "MO"],
    ["HK", "SG"],
    ["US", "CN", "MO", "HK", "SG"],
    ["cloud-rental"],
    ["company", "fund", "partnership"],
    ["hold", "pause"],
    ["in-principle", "conditional", "limited"],
    ["weighed", "planned"],
    ["ic", "other"],
    accelerators,
    ["server", "rack"],
    ["military"],
    ["military-unit"],
    ["person"],
    ["public-body"],
    ["nuclear", "missile", "chemical-biological"],
    ["surveillance"],
    ["rd-laboratory", "university-research", "military"],
    ["own"],
    ["own-use", "private-commercial", "foreign"],
    ["sensitive-government", "critical-infrastructure", "state-owned-enterprise"],
    ["refused", "revoked"],
  ],
};
const known = new Map(
  Object.entries(typed).map(([key, lists]) => [
    key,
    new Set(lists.map((list) => JSON.stringify(list))),
  ]),
);

const isPlain = (list: readonly unknown[]) => list.every((item) => typeof item === "string");
const isSets = (list: readonly unknown[]) =>
  list.every((item) =>
    Object.keys(Object(item)).every((key) =>
      ["kinds", "usccPrefixes", "declaredStateCapital", "answeredYes"].includes(key),
    ),
  );

/** The lists of a pack that stand on no page of the reference. */
export function strangeLists(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(strangeLists);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const lists = known.get(key);
    const whole = Array.isArray(item) && (isPlain(item) || key === "ways" || isSets(item));
    const strange = lists !== undefined && whole && !lists.has(JSON.stringify(item));
    return [...(strange ? [`${key}: ${JSON.stringify(item)}`] : []), ...strangeLists(item)];
  });
}
