/** Lists whose effects differ (US-L-01 … US-L-07); other ids are allowed, so that a pack can speak of lists made later. */
const knownLists = ["entity-list", "meu", "mieu", "uvl", "dpl", "sdn", "1260h", "cmic"] as const;

/** How far a person has come with one possible match. */
type ListHitStatus = "true-match" | "possible" | "dismissed";

/**
 * One party of the dossier that resembles one entry of a list. Screening finds hits and remembers decisions; facts only
 * report them: a true match counts, a dismissed one does not, an undecided one is an unknown that the buyer owns.
 */
export type ListHit = {
  readonly party: string;
  readonly list: (typeof knownLists)[number] | (string & {});
  /** Id or name of the entry, for the explanation. */
  readonly entry: string;
  /** The entry's own licence policy in the list's words; absent or empty where the entry is silent. */
  readonly licencePolicy?: string | undefined;
  readonly status: ListHitStatus;
  /** The names are the same letter by letter, or a number is. */
  readonly exact?: boolean | undefined;
  /** What items the entry reaches, in the list's words; absent where it says nothing less than all. */
  readonly licenceRequirement?: string | undefined;
};
