import type { Lane, Reading } from "#shared/rules";

/** What a person said to a question: yes, no, or nothing that settles it. */
export type Answer = "yes" | "no" | "open";

/** The lists that lanes.md names, by their short ids. */
export type ListId = "entity-list" | "meu" | "mieu" | "sdn" | "dpl" | "uvl" | "1260h" | "cmic";

/** A firm's name beside an entry of a list, and where a person has come with it. */
export type Listing = {
  readonly list: ListId;
  /** The entry's own licence policy; absent where the entry is silent. */
  readonly policy?: string;
  /** The same name, or a name that is only alike. */
  readonly exact: boolean;
  readonly decision: "none" | "true-match" | "not-this-party";
  readonly signed: boolean;
};

/** Somebody who takes part, with every answer that a class can stand on. */
export type Firm = {
  id: string;
  kind: "company" | "public-body" | "person" | "military-unit" | "fund";
  /** First two characters of the unified social credit code; a person or foreign firm has none. */
  prefix?: string;
  country: string;
  /** Where the ultimate parent sits, as the head office is declared. */
  headquarters: string;
  sectors: readonly string[];
  military: Answer;
  militaryEndUser: Answer;
  sensitiveGovernment: Answer;
  administrativeFunctions: Answer;
  notice: Answer;
  business: Answer;
  serves: Answer;
  kyc: Answer;
  infrastructureService: Answer;
  /** Whether a firm in Hong Kong or Singapore holds or stores the goods. */
  holdsGoods: Answer;
  /** Shares in dispersed hands, a holder of its own kind: how much, and that no holder has more (`null`: not answered). */
  freeFloat?: { readonly share: number; readonly noHolderAbove: number | null };
  listings: Listing[];
};

/** An interest of one firm in another: exact per cent, or a range. */
export type Holding = {
  readonly owner: string;
  readonly target: string;
  readonly equity: number | readonly [number, number];
  readonly votes?: number;
  readonly board?: Answer;
  readonly agreement?: { readonly kind: "acting-in-concert" | "other"; readonly controls: Answer };
};

/** Which goods: a name of the table in `goods.ts`, or `unnamed`. */
export type Line = {
  goods: string;
  quantity: number;
  endUser: string;
  site?: string;
  finalDestination?: string;
};

/** A use, as it is declared. */
export type Use = { kind: string; commercial: Answer; endUser: string; site: string };

/** A class of tenants with a share of the capacity, and the firms named in it. */
type Tenant = {
  readonly class: string;
  readonly share: number;
  readonly firms: readonly string[];
};

/** Somebody who computes from afar: a firm of the dossier, or a class of tenant. */
export type RemoteUser = { readonly firm?: string; readonly class?: string };

/** A place of racks; `envelope` says whether all its chips stand within 41,600 cubic feet. */
export type Site = {
  id: string;
  country: string;
  operator: string;
  owner: string;
  tenure: "owned" | "leased";
  lessor?: string;
  physicalSecurity: Answer;
  remoteAccessControlled: Answer;
  statedFp64?: number;
  statedFp32?: number;
  oneEnvelope: Answer;
  /** The most chips within one envelope, where they do not all stand in one. */
  envelopeChips?: number;
};

/** One entry of a person about a parameter of the law. */
export type Entry = {
  readonly track: string;
  readonly parameter: string;
  readonly state: "in-force" | "suspended" | "repealed" | "not-enforced";
  readonly value?: string | number | boolean;
  readonly instead?: string | boolean;
  readonly from: string;
  readonly to?: string;
  readonly citation?: string;
  readonly confirmed?: boolean;
};

/** Everything the model looks at: an order, not yet a dossier. */
export type Situation = {
  asOf: string;
  firms: Firm[];
  holdings: Holding[];
  buyer: string;
  endUsers: string[];
  consumingUnit: string;
  importer: string;
  consignee: string;
  seller: string;
  /** Always the firm in the United States that applies for the licence. */
  exporterOfRecord: string;
  manufacturer: string;
  forwarder: string;
  integrator?: string;
  distributor?: string;
  intermediaries: string[];
  agent?: string;
  /** Who owns the goods and lets them to the end user. */
  goodsLessor?: string;
  countryOfExport: string;
  shipment: "export" | "re-export" | "in-country-transfer";
  transit: string[];
  lines: Line[];
  uses: Use[];
  tenants: Tenant[];
  remoteUsers: RemoteUser[];
  sites: Site[];
  /** Declarations of the buyer by the dossier's own names. */
  declared: Record<string, Answer>;
  /** What exporter and laboratory stated, by the dossier's own names. */
  exporter: Record<string, Answer>;
  laboratory: Record<string, Answer>;
  lookups: Entry[];
  /** Whether the dossier itself carries the published rates of double and single precision. */
  ratesGiven: boolean;
};

/** What a track says of a situation; `refused` where the file must not be read at all. */
export type Outcome = {
  readonly lane: Lane;
  readonly atBest: Lane;
  readonly atWorst: Lane;
  readonly stop: boolean;
};

/** Both tracks, or a refusal of the whole file. */
export type Expectation =
  | "refused"
  | { readonly "cn-import": Outcome; readonly "us-export": Outcome };

export type { Lane, Reading };
