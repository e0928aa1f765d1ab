const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinals =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );
const romans = "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");
const romanValues = [2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

const numbers = new Map<string, string>();
for (const [value, word] of units.entries()) numbers.set(word, String(value));
for (const [value, word] of ordinals.entries()) numbers.set(word, String(value));
for (const [at, word] of tens.entries()) {
  numbers.set(word, String(20 + 10 * at));
  numbers.set(word.replace(/y$/, "ieth"), String(20 + 10 * at));
}
for (const [at, word] of romans.entries()) numbers.set(word, String(romanValues[at]));

/** The number that a word of a normal name says (`14th`, `fourteenth`, `xiv`, `14`); undefined for any other word. */
export function numberOf(word: string): string | undefined {
  const digits = /^0*(\d{1,6})(?:st|nd|rd|th)?$/.exec(word);
  return digits === null ? numbers.get(word) : digits[1];
}

/** What firms and lists write short, in full. */
const short: Readonly<Record<string, string>> = {
  tech: "technology",
  techs: "technology",
  technol: "technology",
  tec: "technology",
  technologies: "technology",
  intl: "international",
  internation: "international",
  int: "international",
  internat: "international",
  grp: "group",
  inst: "institute",
  insitute: "institute",
  instit: "institute",
  univ: "university",
  uni: "university",
  sci: "science",
  dev: "development",
  devel: "development",
  devt: "development",
  eng: "engineering",
  engg: "engineering",
  engr: "engineering",
  engrg: "engineering",
  mfg: "manufacturing",
  mfr: "manufacturing",
  manuf: "manufacturing",
  ind: "industry",
  indus: "industry",
  inds: "industry",
  elec: "electronic",
  electr: "electronic",
  electron: "electronic",
  comm: "communication",
  comms: "communication",
  telecomm: "telecommunication",
  telecomms: "telecommunication",
  info: "information",
  mgmt: "management",
  mgt: "management",
  mech: "mechanical",
  mach: "machinery",
  natl: "national",
  nat: "national",
  govt: "government",
  dept: "department",
  ctr: "center",
  centre: "center",
  lab: "laboratory",
  labs: "laboratory",
  instr: "instrument",
  instrs: "instrument",
  prec: "precision",
  equip: "equipment",
  eqpt: "equipment",
  imp: "import",
  exp: "export",
  trad: "trading",
  trdg: "trading",
  svc: "service",
  svcs: "service",
  serv: "service",
  res: "research",
  prod: "product",
  prods: "product",
  mat: "material",
  mats: "material",
  chem: "chemical",
  pharm: "pharmaceutical",
  pharma: "pharmaceutical",
  med: "medical",
  auto: "automobile",
  trans: "transport",
  transp: "transport",
  log: "logistics",
  logist: "logistics",
  hldg: "holding",
  hldgs: "holding",
  holdings: "holding",
  invest: "investment",
  inv: "investment",
  invt: "investment",
  assoc: "association",
  bros: "brothers",
  mil: "military",
  def: "defense",
  defence: "defense",
  aero: "aviation",
  acad: "academy",
  coll: "college",
  bldg: "building",
  constr: "construction",
  const: "construction",
  petrol: "petroleum",
  petrochem: "petrochemical",
  semicon: "semiconductor",
  semi: "semiconductor",
  microelec: "microelectronic",
  micro: "micro",
  opto: "opto",
  bio: "bio",
  hightech: "hi",
  environ: "environment",
  env: "environment",
  dist: "district",
  prov: "province",
  provincial: "province",
  municipal: "municipality",
  chinese: "china",
  prc: "china",
  zhongguo: "china",
  sino: "sino",
  aluminium: "aluminum",
  fibre: "fiber",
  mould: "mold",
  organisation: "organization",
  jewellery: "jewelry",
  harbour: "harbor",
  programme: "program",
  industrial: "industry",
  industrials: "industry",
  optical: "optic",
  opticals: "optic",
  optics: "optic",
  mechanics: "mechanical",
  aeronautical: "aeronautic",
  astronautical: "astronautic",
  technological: "technology",
  commercial: "commerce",
  electrical: "electric",
  electrics: "electric",
  scientific: "science",
  environmental: "environment",
  meteorological: "meteorology",
  metallurgical: "metallurgy",
  agricultural: "agriculture",
  geological: "geology",
  geographical: "geography",
  geographic: "geography",
  biological: "biology",
  educational: "education",
  financial: "finance",
  structural: "structure",
  automated: "automation",
  automatic: "automation",
  polytechnical: "polytechnic",
  northwestern: "northwest",
  northeastern: "northeast",
  southwestern: "southwest",
  southeastern: "southeast",
  southern: "south",
  northern: "north",
  eastern: "east",
  western: "west",
  supercomputer: "supercomputing",
  aerospatial: "aerospace",
  navigational: "navigation",
};

/**
 * The form in which a word of a normal name is compared: number words as digits, known abbreviations in full, plurals as
 * singulars. The word itself where none of these applies.
 */
export function stem(word: string): string {
  const number = numberOf(word);
  if (number !== undefined) return number;
  const full = Object.hasOwn(short, word) ? short[word] : undefined;
  if (full !== undefined) return full;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|as|os)$/.test(word))
    return word.slice(0, -1);
  return word;
}
