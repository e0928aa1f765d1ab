import { z } from "zod";
import { compareDecimal, DECIMAL_SHAPE } from "#shared/kernel";
import { agreementKinds, type Link, partyKinds } from "#shared/model";
import {
  belongsTo,
  controlAnswer,
  controlsAll,
  type HolderSet,
  type Holders,
  interestSize,
  largestHolder,
  type Missing,
  membersOf,
  triOfCode,
  ultimateParents,
} from "#shared/ownership";
import type { Context } from "../context.ts";
import { argsKey, askKey, type Fact, factWith, known, open, type Reading } from "../define.ts";
import type { Ask, FactAnswer } from "../types.ts";
import { hitsOf, listedSchema, notSearched, wasSearched } from "./list-facts.ts";
import { doubtfulLinks } from "./ownership-doubt.ts";

const percent = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => DECIMAL_SHAPE.test(text), "not a decimal");
const texts = z.array(z.string().min(1).max(60)).min(1).max(100);

/** Answers of a party about itself by which a pack may pick out holders. */
const marking = ["military", "militaryEndUser", "sensitiveGovernment"] as const;

type SetArgs = {
  kinds?: (typeof partyKinds)[number][] | undefined;
  usccPrefixes?: string[] | undefined;
  declaredStateCapital?: string[] | undefined;
  answeredYes?: (typeof marking)[number][] | undefined;
  countries?: string[] | undefined;
  any?: SetArgs[] | undefined;
  except?: SetArgs[] | undefined;
};

const setSchema: z.ZodType<SetArgs> = z.lazy(() =>
  z.strictObject({
    kinds: z.array(z.enum(partyKinds)).min(1).optional(),
    usccPrefixes: texts.optional(),
    declaredStateCapital: texts.optional(),
    answeredYes: z.array(z.enum(marking)).min(1).optional(),
    countries: texts.optional(),
    any: z.array(setSchema).min(1).max(20).optional(),
    except: z.array(setSchema).min(1).max(20).optional(),
  }),
);

/** Who counts as a holder: a set by kind, code, declared category or country, or the parties that stand on lists. */
export const holdersSchema = z.union([setSchema, z.strictObject({ listed: listedSchema })]);
type HolderArgs = z.infer<typeof holdersSchema>;

/** Arguments of `party.interest`. */
export const interestArgs = z.strictObject({
  holders: holdersSchema,
  measure: z.enum(["equity", "voting"]).default("equity"),
  method: z.enum(["direct", "integrated", "cascade"]).default("integrated"),
  over: percent.optional(),
  inclusive: z.boolean().default(false),
  missing: z.enum(["unknown", "ignore"]).default("unknown"),
});

/** Arguments of `party.controlled`. */
export const controlledArgs = z.strictObject({
  holders: holdersSchema,
  over: percent,
  inclusive: z.boolean().default(false),
  measure: z.enum(["equity", "voting"]).default("equity"),
  recursive: z.boolean().default(true),
  requireLargest: z.boolean().default(false),
  ties: z.enum(["holds", "fails", "unknown"]).default("unknown"),
  byAgreement: z.boolean().default(false),
  missing: z.enum(["unknown", "ignore"]).default("unknown"),
});

/** Arguments of `party.largest-holder-in`. */
export const largestArgs = z.strictObject({
  holders: holdersSchema,
  measure: z.enum(["equity", "voting"]).default("equity"),
  through: percent.optional(),
  missing: z.enum(["unknown", "ignore"]).default("unknown"),
});

/** Arguments of `party.parent-headquarters`. */
export const seatArgs = z.strictObject({ over: percent, byAgreement: z.boolean().default(true) });

function listedHolders(context: Context, args: z.infer<typeof listedSchema>): Holders {
  const marks = new Map<string, "holds" | "unknown">();
  for (const party of context.hits.keys()) {
    if (!context.parties.has(party)) continue;
    const hits = hitsOf(context, party, args);
    if (hits.length === 0) continue;
    marks.set(party, hits.some((hit) => hit.status === "true-match") ? "holds" : "unknown");
  }
  return marks;
}

/** Drops absent members: an absent condition is none, not an empty one. */
function plainSet(context: Context, args: SetArgs): HolderSet {
  const { kinds, usccPrefixes, declaredStateCapital, answeredYes, countries, any, except } = args;
  const ids = [
    ...(declaredStateCapital ? declaredIds(context, declaredStateCapital) : []),
    ...(answeredYes ? answeredIds(context, answeredYes) : []),
  ];
  return {
    ...(kinds && { kinds }),
    ...(usccPrefixes && { usccPrefixes }),
    ...(countries && { countries }),
    ...((declaredStateCapital || answeredYes) && { ids }),
    ...(any && { any: any.map((further) => plainSet(context, further)) }),
    ...(except && { except: except.flatMap((other) => certainMembers(context, other)) }),
  };
}

/** Who certainly belongs to a set; a doubtful member is not taken out of another set for it. */
function certainMembers(context: Context, args: SetArgs): readonly string[] {
  const set = plainSet(context, args);
  return context.dossier.parties
    .filter((party) => belongsTo(party.id, party, set) === "holds")
    .map(({ id }) => id);
}

/** Parties whose certificate bears one of the categories; silence about it says nothing, the links are then traced. */
function declaredIds(context: Context, categories: readonly string[]): readonly string[] {
  return context.dossier.parties
    .filter(({ stateCapital }) => stateCapital !== undefined && categories.includes(stateCapital))
    .map(({ id }) => id);
}

/** Parties that answered yes to one of the questions about themselves. */
function answeredIds(
  context: Context,
  answers: readonly (typeof marking)[number][],
): readonly string[] {
  return context.dossier.parties
    .filter((party) => answers.some((key) => party[key]?.value === "yes"))
    .map(({ id }) => id);
}

/** The holders that a pack's arguments speak of, in the words of the ownership graph. */
export function holdersOf(context: Context, args: HolderArgs): Holders {
  // A pack writes the same set out wherever it needs it: it is found once.
  const name = argsKey(args);
  let found = context.holders.get(name);
  if (found === undefined) {
    found = "listed" in args ? listedHolders(context, args.listed) : plainSet(context, args);
    context.holders.set(name, found);
  }
  return found;
}

/** Names of the questions that gaps of the ownership record put. */
export const gapFacts = {
  share: "link.share",
  agreement: "link.agreement",
  board: "link.board",
  holders: "party.holders",
  membership: "party.identity",
  party: "party.record",
} as const;

/** A gap of the ownership record as a question: the same gap gives the same question whatever rule meets it. */
export function askFor(gap: Missing): Ask {
  const fact = gapFacts[gap.kind];
  const path =
    gap.link === undefined ? `parties.${gap.party}.${gap.field}` : `links.${gap.link}.${gap.field}`;
  return {
    key: askKey(fact, gap.link ?? `${gap.party}.${gap.field}`),
    fact,
    subject: { kind: "party", id: gap.party },
    owner: "buyer",
    path,
  };
}

/** Whether a holder stands on a list is open while a person has not decided its possible match. */
function askForMatch({ party }: Missing): Ask {
  return {
    key: askKey("party.listed", party),
    fact: "party.listed",
    subject: { kind: "party", id: party },
    owner: "buyer",
    path: `order.screening.${party}`,
  };
}

function asks(missing: readonly Missing[], fallback: Ask, holders?: HolderArgs): readonly Ask[] {
  const byList = holders !== undefined && "listed" in holders;
  const found = new Map(
    missing
      .map((gap) => (byList && gap.kind === "membership" ? askForMatch(gap) : askFor(gap)))
      .map((ask) => [ask.key, ask]),
  );
  return found.size === 0 ? [fallback] : [...found.values()];
}

function absent({ context, id, ask, owner }: Reading<unknown>): FactAnswer | undefined {
  return context.parties.has(id) ? undefined : open(owner, [ask(`parties.${id}`)]);
}

const interestFact = factWith(
  { id: "party.interest", subject: "party", type: "number" },
  interestArgs,
  (reading) => {
    const { context, id, args, ask, owner } = reading;
    const { holders, over, ...query } = args;
    const nobody = absent(reading);
    if (nobody) return nobody;
    const set = holdersOf(context, holders);
    if ("listed" in holders && !wasSearched(context, holders.listed)) {
      // Who stands on a list that nobody searched is open, and with it what they hold; confirmed matches count.
      if (set instanceof Map && set.size === 0) return notSearched;
    }
    // Where nobody stands on the lists, nobody of them holds anything: no graph needs to be solved.
    if (set instanceof Map && set.size === 0 && args.missing === "ignore") return known("0");
    const result = interestSize(context.graph(), {
      ...query,
      ...(over !== undefined && { over }),
      holders: set,
      target: id,
    });
    const doubts = args.missing === "ignore" ? [] : doubtfulLinks(context, id);
    if (doubts.length > 0)
      return {
        known: false,
        owner,
        ask: asks([...doubts, ...result.missing], ask(`parties.${id}.holders`), holders),
        bounds: { min: result.min, max: "100", ...(result.minOpen ? { minOpen: true } : {}) },
      };
    if (result.known && compareDecimal(result.min, result.max) === 0) return known(result.min);
    return {
      known: false,
      owner,
      ask: asks(result.missing, ask(`parties.${id}.holders`), holders),
      bounds: {
        min: result.min,
        max: result.max,
        ...(result.minOpen ? { minOpen: true } : {}),
        ...(result.maxOpen ? { maxOpen: true } : {}),
      },
    };
  },
);

const controlledFact = factWith(
  { id: "party.controlled", subject: "party", type: "bool" },
  controlledArgs,
  (reading) => {
    const { context, id, args, ask, owner } = reading;
    const nobody = absent(reading);
    if (nobody) return nobody;
    const { holders, ...query } = args;
    const { value, missing } = controlAnswer(context.graph(), {
      ...query,
      holders: holdersOf(context, holders),
      target: id,
    });
    const doubts = value === "holds" || args.missing === "ignore" ? [] : doubtfulLinks(context, id);
    if (value !== "unknown" && doubts.length === 0) return known(value === "holds");
    return open(owner, asks([...doubts, ...missing], ask(`parties.${id}.holders`), holders));
  },
);

const largestFact = factWith(
  { id: "party.largest-holder-in", subject: "party", type: "text" },
  largestArgs,
  (reading) => {
    const { context, id, args, ask, owner } = reading;
    const nobody = absent(reading);
    if (nobody) return nobody;
    const { holders, through, ...query } = args;
    const result = largestHolder(context.graph(), {
      ...query,
      ...(through !== undefined && { through: { over: through } }),
      holders: holdersOf(context, holders),
      target: id,
    });
    const doubts = result === "yes" || args.missing === "ignore" ? [] : doubtfulLinks(context, id);
    if (result !== "unknown" && doubts.length === 0) return known(result);
    return open(owner, asks(doubts, ask(`parties.${id}.holders`)));
  },
);

/** A link under contract, judged by whether its holder is of the set: settled, of no concern, or open with what to ask. */
function contractOf(
  { context, args, ask }: Reading<{ holders: HolderArgs; over: string }>,
  link: Link,
): "holds" | readonly Ask[] {
  const graph = context.graph();
  const holders = holdersOf(context, args.holders);
  const holder = link.nomineeFor ?? link.owner;
  const above = controlAnswer(graph, { holders, over: args.over, recursive: true, target: holder });
  const belongs = membersOf(graph, holders).get(holder) === "holds" ? "holds" : above.value;
  const says = link.agreement?.controls.value;
  if (belongs === "fails" || says === "no") return [];
  if (belongs === "holds" && says === "yes") return "holds";
  const path = `links.${link.id}.agreement`;
  const key = askKey("link.agreement", link.id);
  return [
    ...(belongs === "holds" ? [] : asks(above.missing, ask(`parties.${holder}.holders`))),
    ...(says === "yes" ? [] : [{ ...ask(path), key, fact: "link.agreement" }]),
  ];
}

/**
 * Whether somebody of the set, or whom the set controls, controls by an agreement of these kinds, with a share or without
 * (DF-S-09). Links that name no such agreement are not asked about; a holder whose own owners are open leaves it open.
 */
function contractual(
  reading: Reading<{ holders: HolderArgs; over: string }>,
  kinds: readonly string[],
): FactAnswer {
  const found = reading.context
    .linksInto(reading.id)
    .filter(({ agreement }) => agreement !== undefined && kinds.includes(agreement.kind))
    .map((link) => contractOf(reading, link));
  if (found.includes("holds")) return known(true);
  const questions = found.flatMap((asked) => (asked === "holds" ? [] : asked));
  return questions.length === 0 ? known(false) : open(reading.owner, questions);
}

const agreementFact = factWith(
  { id: "party.agreement-with", subject: "party", type: "bool" },
  z.strictObject({
    holders: holdersSchema,
    over: percent,
    kinds: z.array(z.enum(agreementKinds)).min(1).optional(),
    /** Kinds that are judged elsewhere: a link that names one of them has no other agreement. */
    except: z.array(z.enum(agreementKinds)).min(1).optional(),
  }),
  (reading) => {
    const { context, id, args, ask, owner } = reading;
    const nobody = absent(reading);
    if (nobody) return nobody;
    if (args.kinds !== undefined) return contractual(reading, args.kinds);
    const graph = context.graph();
    const holders = holdersOf(context, args.holders);
    const members = membersOf(graph, holders);
    const controlled = controlsAll(graph, { holders, over: args.over, recursive: true });
    const belongs = (holder: string) => {
      const node = graph.index.get(holder);
      const byControl = node === undefined ? "unknown" : triOfCode(controlled[node] ?? 0);
      return members.get(holder) === "holds" || byControl === "holds";
    };
    const fromSet = context.linksInto(id).filter((link) => belongs(link.nomineeFor ?? link.owner));
    const answers = fromSet.map(({ agreement }) =>
      agreement !== undefined && args.except?.includes(agreement.kind)
        ? "no"
        : agreement?.controls.value,
    );
    if (answers.includes("yes")) return known(true);
    const unanswered = fromSet.filter((_, at) => answers[at] !== "no");
    if (unanswered.length === 0) return known(false);
    return open(
      owner,
      unanswered.map((link) => ({
        ...ask(`links.${link.id}.agreement`),
        key: askKey("link.agreement", link.id),
        fact: "link.agreement",
      })),
    );
  },
);

const seatFact = factWith(
  { id: "party.parent-headquarters", subject: "party", type: "set" },
  seatArgs,
  (reading) => {
    const { context, id, args, ask, owner } = reading;
    const nobody = absent(reading);
    if (nobody) return nobody;
    const own = context.parties.get(id)?.headquarters;
    const found = ultimateParents(context.graph(), id, args);
    const { headquarters } = found;
    const doubts = doubtfulLinks(context, id);
    const complete = doubts.length > 0 ? "unknown" : found.complete;
    const missing = [...doubts, ...found.missing];
    const seats = [own, ...headquarters.map(({ country }) => country)].filter(
      (seat) => seat !== undefined,
    );
    const open_ = headquarters.filter((seat) => !seat.known);
    const unique = [...new Set(seats)].sort();
    if (own !== undefined && open_.length === 0 && complete === "holds") return known(unique);
    const seatAsks: Ask[] = [
      ...(own === undefined ? [ask(`parties.${id}.headquarters`)] : []),
      ...open_
        .filter(({ party }) => party !== id)
        .map(({ party }) => ({
          key: askKey("party.headquarters", party),
          fact: "party.headquarters",
          subject: { kind: "party", id: party } as const,
          owner,
          path: `parties.${party}.headquarters`,
        })),
    ];
    const gaps = complete === "holds" ? [] : asks(missing, ask(`parties.${id}.holders`));
    return { known: false, owner, ask: [...seatAsks, ...gaps], atLeast: unique };
  },
);

/** Who stands behind a party, computed from the links under the definitions a pack gives (DF-S-01 … DF-S-05, US-AF-01, US-G-01). */
export const ownershipFacts: readonly Fact[] = [
  interestFact,
  controlledFact,
  largestFact,
  agreementFact,
  seatFact,
];
