import type { Decimal, Tri } from "#shared/kernel";
import {
  controls,
  type Holders,
  interest,
  type Largest,
  largestHolder,
  type Missing,
  missingThatResolve,
  type Path,
  type UltimateParents,
  ultimateParents,
} from "#shared/ownership";
import { createContext } from "../context.ts";
import type { FactSourceInput } from "../fact-source.ts";
import type { FactArgs } from "../types.ts";
import { doubtfulLinks } from "./ownership-doubt.ts";
import {
  controlledArgs,
  holdersOf,
  interestArgs,
  largestArgs,
  seatArgs,
} from "./ownership-facts.ts";

/** How one ownership fact came to its answer: the figures, the chains that make them up, and what would settle it. */
export type OwnershipWorking = {
  readonly paths: readonly Path[];
  /** What the record lacks, those gaps first that would settle the question alone. */
  readonly missing: readonly (Missing & { readonly alone?: boolean })[];
} & (
  | { readonly kind: "interest"; readonly min: Decimal; readonly max: Decimal }
  | { readonly kind: "control"; readonly value: Tri }
  | { readonly kind: "largest"; readonly largest: Largest }
  | { readonly kind: "parents"; readonly parents: UltimateParents }
);

/** Looks behind the ownership facts of one dossier on one day. */
export type Workings = {
  /** Whether a fact is one of those that this can look behind. */
  readonly knows: (fact: string) => boolean;
  /** The working of a fact with a pack's arguments; undefined for a fact that is not about ownership. */
  readonly of: (
    fact: string,
    args: FactArgs | undefined,
    party: string,
  ) => OwnershipWorking | undefined;
  /** The holders that a fact's arguments speak of. */
  readonly holders: (fact: string, args: FactArgs | undefined) => Holders | undefined;
};

const schemas = {
  "party.interest": interestArgs,
  "party.controlled": controlledArgs,
  "party.largest-holder-in": largestArgs,
} as const;
const SEAT = "party.parent-headquarters";

/** Opens the workings of ownership; answers are those that the facts of the same input give. */
export function createWorkings(input: FactSourceInput): Workings {
  const context = createContext(input);
  const { graph } = context;

  const interestOf = (args: unknown, target: string): OwnershipWorking | undefined => {
    const parsed = interestArgs.safeParse(args);
    if (!parsed.success) return undefined;
    const { over, holders, ...rest } = parsed.data;
    const query = {
      ...rest,
      ...(over === undefined ? {} : { over }),
      holders: holdersOf(context, holders),
      target,
    };
    const found = interest(graph(), query);
    const max = query.missing === "ignore" ? found.max : found.maxWithUndisclosed;
    const settling = found.reaches === "unknown" && over !== undefined;
    const missing = settling ? missingThatResolve(graph(), { interest: query }) : found.missing;
    const doubts = query.missing === "ignore" ? [] : doubtfulLinks(context, target);
    return {
      kind: "interest",
      min: found.min,
      max: doubts.length > 0 ? "100" : max,
      paths: found.paths,
      missing: [...doubts, ...missing],
    };
  };

  const controlOf = (args: unknown, target: string): OwnershipWorking | undefined => {
    const parsed = controlledArgs.safeParse(args);
    if (!parsed.success) return undefined;
    const query = { ...parsed.data, holders: holdersOf(context, parsed.data.holders), target };
    const { value, paths } = controls(graph(), query);
    const missing = value === "unknown" ? missingThatResolve(graph(), { controls: query }) : [];
    const doubts =
      value === "holds" || query.missing === "ignore" ? [] : doubtfulLinks(context, target);
    if (doubts.length > 0)
      return { kind: "control", value: "unknown", paths, missing: [...doubts, ...missing] };
    return { kind: "control", value, paths, missing };
  };

  const largestOf = (args: unknown, target: string): OwnershipWorking | undefined => {
    const parsed = largestArgs.safeParse(args);
    if (!parsed.success) return undefined;
    const { through, holders, ...rest } = parsed.data;
    const largest = largestHolder(graph(), {
      ...rest,
      ...(through === undefined ? {} : { through: { over: through } }),
      holders: holdersOf(context, holders),
      target,
    });
    const doubts =
      largest === "yes" || rest.missing === "ignore" ? [] : doubtfulLinks(context, target);
    return {
      kind: "largest",
      largest: doubts.length > 0 ? "unknown" : largest,
      paths: [],
      missing: doubts,
    };
  };

  const parentsOf = (args: unknown, target: string): OwnershipWorking | undefined => {
    const parsed = seatArgs.safeParse(args);
    if (!parsed.success) return undefined;
    const parents = ultimateParents(graph(), target, parsed.data);
    const paths = parents.parents.map(({ via }) => via);
    return { kind: "parents", parents, paths, missing: parents.missing };
  };

  return {
    knows: (fact) => fact === SEAT || Object.hasOwn(schemas, fact),
    of: (fact, args, party) => {
      switch (fact) {
        case "party.interest":
          return interestOf(args, party);
        case "party.controlled":
          return controlOf(args, party);
        case "party.largest-holder-in":
          return largestOf(args, party);
        case SEAT:
          return parentsOf(args, party);
        default:
          return undefined;
      }
    },
    holders: (fact, args) => {
      if (!Object.hasOwn(schemas, fact)) return undefined;
      const parsed = schemas[fact as keyof typeof schemas].safeParse(args);
      return parsed.success ? holdersOf(context, parsed.data.holders) : undefined;
    },
  };
}
