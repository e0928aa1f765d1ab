import type { Decimal } from "#shared/kernel";

/** What a rule can speak about. A tenant is one row of the tenant mix; an end use one row of the end uses. */
export const subjectKinds = [
  "order",
  "line",
  "party",
  "route",
  "site",
  "tenant",
  "end-use",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** One subject of a dossier; `order` and `route` carry the order's id. */
export type Subject = { readonly kind: SubjectKind; readonly id: string };

/** Who can give a fact. Only unknowns of the buyer move a lane (lanes.md). */
export const factOwners = ["buyer", "exporter", "laboratory", "authority"] as const;
export type FactOwner = (typeof factOwners)[number];

/** What kind of value a fact has: numbers are exact decimals, dates are civil days, sets are lists of text. */
const factTypes = ["bool", "number", "date", "text", "set"] as const;
export type FactType = (typeof factTypes)[number];

/** Arguments that a pack gives to a fact (a set of holders, a share, a list id); plain JSON, checked by the fact's schema. */
export type FactArgs = { readonly [key: string]: unknown };

/** One question still open: what to ask, about whom, and where the answer is entered. */
export type Ask = {
  /** Stable name of the question: `fact@subject-id`, with the arguments' short hash when there are any. */
  readonly key: string;
  readonly fact: string;
  readonly subject: Subject;
  readonly owner: FactOwner;
  /** Dotted path of the field that answers it: `order.route.consignee`, `parties.pty_x.uscc`, `links.lnk_y.equity`. */
  readonly path: string;
};

/** A number lies between these; an open end is one that it cannot itself be ("more than half", "below a tenth"). */
type Bounds = {
  readonly min: Decimal;
  readonly max: Decimal;
  readonly minOpen?: true;
  readonly maxOpen?: true;
};

/**
 * What a fact says. Not known is a value of its own: it may still carry bounds (a number lies between) or the values that
 * remain possible for a set (`atLeast` are certainly members).
 */
export type FactAnswer =
  | {
      readonly known: true;
      readonly value: boolean | Decimal | string | readonly string[];
      readonly note?: string;
      /** The field that says so, where it is one field. */
      readonly at?: string;
    }
  | {
      readonly known: false;
      readonly owner: FactOwner;
      readonly ask: readonly Ask[];
      readonly bounds?: Bounds;
      readonly atLeast?: readonly string[];
      readonly note?: string;
    };

/** Subjects that stand in a relation to another; `complete` is false while more of them may exist (then `ask` says what to enter). */
export type Related = {
  readonly subjects: readonly Subject[];
  readonly complete: boolean;
  readonly ask: readonly Ask[];
};

/** The only door from rules to a dossier. Implementations remember answers: asking twice costs once. */
export type FactSource = {
  readonly answer: (fact: string, subject: Subject, args: FactArgs | undefined) => FactAnswer;
  readonly related: (relation: string, subject: Subject) => Related;
  readonly subjects: (kind: SubjectKind) => readonly Subject[];
};

/** What a pack's compiler must know of a fact to refuse nonsense before anything is evaluated. */
export type FactSpec = {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly type: FactType;
  readonly owner: FactOwner;
  /** Refuses arguments it does not know; undefined when the fact takes none. Returns a problem text or undefined. */
  readonly checkArgs?: (args: unknown) => string | undefined;
  /** Names of the arguments it takes, for the guide and for a pack's author. */
  readonly takes?: readonly string[];
};

/** What the compiler must know of a relation. */
export type RelationSpec = {
  readonly id: string;
  readonly from: SubjectKind;
  readonly to: SubjectKind;
};

/** All facts and relations that a pack may name. */
export type FactCatalogue = {
  readonly facts: ReadonlyMap<string, FactSpec>;
  readonly relations: ReadonlyMap<string, RelationSpec>;
};
