import type { CivilDate, Decimal, Tri } from "#shared/kernel";
import type { Link, Party, partyKinds } from "#shared/model";

/** The kinds of party of the model. */
export type PartyKind = (typeof partyKinds)[number];

/**
 * Which parties count as holders, as the caller (in the end a rule pack) defines it. Within one set the fields `kinds`,
 * `usccPrefixes`, `stateCapital` and `countries` are conditions that must all be met, their values alternatives;
 * `ids` are members whatever the conditions say; `any` unites further sets; `except` wins over everything.
 */
export type HolderSet = {
  readonly kinds?: readonly PartyKind[];
  readonly usccPrefixes?: readonly string[];
  readonly stateCapital?: readonly string[];
  readonly countries?: readonly string[];
  readonly ids?: readonly string[];
  readonly any?: readonly HolderSet[];
  readonly except?: readonly string[];
};

/** A set of holders by definition, by ids (all others are known not to belong), or with doubt per id. */
export type Holders = HolderSet | ReadonlySet<string> | ReadonlyMap<string, Tri>;

/** Capital or votes; a vote share that is not recorded is presumed to follow the capital, and steps say so. */
export type Measure = "equity" | "voting";

/** How the record of one link (or one target) is wrong; `remedy` names the repair, the words are in the catalogue. */
export type LinkProblem = {
  readonly kind:
    | "owner-missing"
    | "target-missing"
    | "nominee-missing"
    | "self-link"
    | "dates-cross"
    | "no-content"
    | "parallel-links"
    | "above-hundred"
    | "closed-loop"
    | "duplicate-party"
    | "duplicate-link";
  readonly remedy:
    | "add-party"
    | "remove-link"
    | "correct-dates"
    | "add-share"
    | "merge-links"
    | "correct-shares"
    | "check-loop"
    | "rename-id";
  readonly links: readonly string[];
  readonly parties: readonly string[];
  /** The measure whose shares do not add up, and their sum in per cent, where the problem is one of sums. */
  readonly measure?: Measure;
  readonly sum?: Decimal;
};

/** One holding of `owner` in a target after reading all links between the two: bounds in units of 10⁻¹² per cent. */
export type Holding = {
  readonly owner: number;
  readonly low: number;
  readonly high: number;
  /** The true share is above `low` (not equal to it). */
  readonly lowOpen: boolean;
  /** The true share is below `high` (not equal to it). */
  readonly highOpen: boolean;
  readonly links: readonly Link[];
};

/** Power over a target by contract, articles or the board, not by shares. */
export type ControlTie = {
  readonly owner: number;
  readonly value: Tri;
  readonly by: "agreement" | "board";
  readonly link: Link;
};

/** Everything recorded about who stands behind one party. */
export type Row = {
  readonly equity: readonly Holding[];
  readonly voting: readonly Holding[];
  readonly ties: readonly ControlTie[];
};

/** A graph of who holds what on one day; made by `buildGraph`, never changed afterwards. */
export type Graph = {
  readonly asOf: CivilDate;
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly problems: readonly LinkProblem[];
  /** Node number by party id; ids that only a link names have a node without a party. */
  readonly index: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  readonly nodes: readonly (Party | undefined)[];
  readonly rows: readonly Row[];
  /** For each node the nodes it holds or controls. */
  readonly held: readonly (readonly number[])[];
};

/** One step of a path: `owner` holds (or controls) `target`. */
export type Step = {
  readonly owner: string;
  readonly target: string;
  readonly links: readonly string[];
  readonly by: "share" | "agreement" | "board";
  /** Share in per cent; absent for control by agreement or board. */
  readonly min?: Decimal;
  readonly max?: Decimal;
  readonly nominee?: string;
  readonly presumed?: boolean;
  readonly certain: boolean;
};

/** A chain from a holder of the set down to the target, with what it contributes in per cent. */
export type Path = {
  readonly steps: readonly Step[];
  readonly min: Decimal;
  readonly max: Decimal;
};

/** Something the record lacks that touches an answer. */
export type Missing = {
  /**
   * `share`: a share is a range or unknown; `holders`: the holders of a party do not add up to 100 %; `agreement`,
   * `board`: an answer about control is open; `membership`: whether a party belongs to the set is open; `party`: a link
   * names a party that is not in the record.
   */
  readonly kind: "share" | "holders" | "agreement" | "board" | "membership" | "party";
  readonly party: string;
  readonly link?: string;
  /** The field of the party or link to fill, in the words of the model. */
  readonly field: string;
  /** Known bounds in per cent where the gap is one of shares. */
  readonly min?: Decimal;
  readonly max?: Decimal;
};

/** A gap together with what filling it could do; `alone` when some answer to it settles the question by itself. */
export type Settling = Missing & { readonly alone: boolean };

/** What is asked of `interest`. */
export type InterestQuery = {
  readonly holders: Holders;
  readonly target: string;
  readonly measure: Measure;
  /**
   * `direct`: holders of the target itself. `integrated`: direct and indirect with cross-holdings and cycles.
   * `cascade`: an intermediate whose aggregate from the set reaches `over` counts wholly, any other counts nothing.
   */
  readonly method: "direct" | "integrated" | "cascade";
  /** The line in per cent; needed for `cascade`, and for a `reaches` other than unknown. */
  readonly over?: Decimal;
  /** Whether the line itself reaches (≥) or must be exceeded (>, the default). */
  readonly inclusive?: boolean;
  /** `unknown` (default): holders that the record does not name may belong to the set; `ignore`: they do not. */
  readonly missing?: "unknown" | "ignore";
};

/** An aggregate interest as an interval in per cent that contains the truth for every completion of the record. */
export type Interest = {
  readonly min: Decimal;
  readonly minOpen: boolean;
  /** Upper bound over the holders that the record names. */
  readonly max: Decimal;
  readonly maxOpen: boolean;
  /** Upper bound when holders that the record does not name may belong to the set. */
  readonly maxWithUndisclosed: Decimal;
  readonly maxWithUndisclosedOpen: boolean;
  /** The interval (of the `missing` mode asked for) is one point. */
  readonly known: boolean;
  /** Whether the interest is more than nothing. */
  readonly positive: Tri;
  /** Whether it reaches `over`; unknown when the interval straddles the line or no line was given. */
  readonly reaches: Tri;
  readonly paths: readonly Path[];
  readonly missing: readonly Missing[];
};

/** Whether the largest single holder belongs to the set. */
export type Largest = "yes" | "no" | "tied" | "unknown";

/** What is asked of `controls`. */
export type ControlQuery = {
  readonly holders: Holders;
  readonly target: string;
  readonly over: Decimal;
  readonly inclusive?: boolean;
  /** Defaults to `voting`. */
  readonly measure?: Measure;
  /** At every tier one of the set (or of what it controls) must also be the largest holder. */
  readonly requireLargest?: boolean;
  /** What a tie for the largest holder means; the caller's reading. Defaults to `unknown`. */
  readonly ties?: Tri;
  /** Control by agreement, articles, resolution or board majority counts as control. */
  readonly byAgreement?: boolean;
  /** What the set controls counts wholly at the next tier; percentages are never multiplied. */
  readonly recursive: boolean;
  readonly missing?: "unknown" | "ignore";
};

/** Whether a set of holders controls a party. */
export type Control = {
  readonly value: Tri;
  /** Whether the largest holder of the target is in the set or controlled by it. */
  readonly largest: Largest;
  readonly paths: readonly Path[];
  readonly missing: readonly Missing[];
};

/** What is asked of `largestHolder`. */
export type LargestQuery = {
  readonly holders: Holders;
  readonly target: string;
  readonly measure: Measure;
  /** Holders controlled by the set above this line count as of the set; without it only the set itself does. */
  readonly through?: { readonly over: Decimal; readonly inclusive?: boolean };
  readonly missing?: "unknown" | "ignore";
};

/** What is asked of `ultimateParents`. */
export type ParentQuery = {
  readonly over: Decimal;
  readonly inclusive?: boolean;
  readonly byAgreement?: boolean;
  readonly measure?: Measure;
  readonly missing?: "unknown" | "ignore";
};

/** One party at the top of the control chains over a target. */
export type UltimateParent = {
  readonly id: string;
  readonly via: Path;
  readonly contractual: boolean;
  /** The topmost party of the chain that is no natural person; its seat is what a headquarters test looks at. */
  readonly entity: string;
};

/** Where an ultimate parent has its head office; `known` only when declared. */
export type Headquarters = {
  readonly party: string;
  readonly country?: string;
  readonly known: boolean;
  /** Country of incorporation, a hint where the head office is not declared. */
  readonly incorporated?: string;
};

/** Who ultimately controls a party; the party itself where nobody else does. */
export type UltimateParents = {
  readonly parents: readonly UltimateParent[];
  /** Parties not among `parents` that would be under some completion of the record. */
  readonly possible: readonly string[];
  /** Whether the record excludes that the parents are others, fewer or more. */
  readonly complete: Tri;
  readonly headquarters: readonly Headquarters[];
  readonly missing: readonly Missing[];
};

/** A node of the ownership picture. */
export type PictureNode = {
  readonly id: string;
  readonly kind: PartyKind | "absent";
  readonly names: { readonly zh?: string; readonly en?: string };
  readonly subject: boolean;
  /** Steps upwards (positive) or downwards (negative) from the subject. */
  readonly tier: number;
  /** Names of the marked sets that the party belongs to, with doubt kept. */
  readonly marks: Readonly<Record<string, Tri>>;
  readonly inCycle: boolean;
  /** Owners and holdings that are recorded but not in the picture. */
  readonly hiddenOwners: number;
  readonly hiddenHoldings: number;
  readonly problems: number;
};

/** An edge of the ownership picture; what kind of line it takes and what stands on it is data, never a sentence. */
export type PictureEdge = {
  readonly id: string;
  readonly owner: string;
  readonly target: string;
  readonly links: readonly string[];
  readonly style: "solid" | "dashed";
  readonly label:
    | { readonly kind: "exact"; readonly percent: Decimal }
    | {
        readonly kind: "range";
        readonly min: Decimal;
        readonly max: Decimal;
        readonly minOpen: boolean;
        readonly maxOpen: boolean;
      }
    | { readonly kind: "unknown" }
    | { readonly kind: "none" };
  /** Vote share where it differs from the capital share. */
  readonly voting?: { readonly min: Decimal; readonly max: Decimal };
  readonly by: "share" | "agreement" | "board";
  readonly certain: boolean;
  readonly nominee?: string;
  readonly inCycle: boolean;
  readonly problem: boolean;
};

/** A part of the graph around one party, ready to be laid out and drawn. */
export type Picture = {
  readonly subject: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
};
