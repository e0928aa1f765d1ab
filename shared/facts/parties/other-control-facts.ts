import { z } from "zod";
import { compareDecimal, DECIMAL_SHAPE, sum } from "#shared/kernel";
import type { Link } from "#shared/model";
import { controlAnswer, membersOf } from "#shared/ownership";
import type { Context } from "../context.ts";
import { askKey, type Fact, factWith, known, open } from "../define.ts";
import type { Ask } from "../types.ts";
import { ancestorsOf } from "./ownership-doubt.ts";
import { askFor, holdersOf, holdersSchema } from "./ownership-facts.ts";

const percent = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => DECIMAL_SHAPE.test(text), "not a decimal");

/** Members of the set above a party, by id: each is judged alone. */
function membersAbove(context: Context, id: string, args: z.infer<typeof holdersSchema>) {
  const members = membersOf(context.graph(), holdersOf(context, args));
  return ancestorsOf(context, id).filter((above) => members.get(above) === "holds");
}

/**
 * Whether one single holder of the set controls the party, its holdings through every firm that it controls added up. Several
 * holders that reach the line only together do not.
 */
const singleFact = factWith(
  { id: "party.single-holder-controls", subject: "party", type: "bool" },
  z.strictObject({
    holders: holdersSchema,
    over: percent,
    measure: z.enum(["equity", "voting"]).default("equity"),
  }),
  ({ context, id, args, owner }) => {
    const graph = context.graph();
    const questions = new Map<string, Ask>();
    for (const holder of membersAbove(context, id, args.holders)) {
      const { value, missing } = controlAnswer(graph, {
        holders: new Set([holder]),
        over: args.over,
        measure: args.measure,
        recursive: true,
        missing: "ignore",
        target: id,
      });
      if (value === "holds") return known(true, holder);
      if (value === "unknown")
        for (const gap of missing) {
          const question = askFor(gap);
          questions.set(question.key, question);
        }
    }
    return questions.size === 0 ? known(false) : open(owner, [...questions.values()]);
  },
);

const low = ({ equity }: Link): string => {
  if (equity?.kind === "exact") return equity.percent;
  return equity?.kind === "range" ? equity.min : "0";
};
const high = ({ equity }: Link): string => {
  if (equity === undefined) return "0";
  if (equity.kind === "exact") return equity.percent;
  return equity.kind === "range" ? equity.max : "100";
};

/** Whether holders who act in concert pass the line together, somebody of the set among them; private members count towards it. */
const concertFact = factWith(
  { id: "party.concert-with", subject: "party", type: "bool" },
  z.strictObject({ holders: holdersSchema, over: percent }),
  ({ context, id, args, owner }) => {
    const links = context
      .linksInto(id)
      .filter(
        ({ agreement }) =>
          agreement?.kind === "acting-in-concert" && agreement.controls.value !== "no",
      );
    if (links.length === 0) return known(false);
    const graph = context.graph();
    const holders = holdersOf(context, args.holders);
    const members = membersOf(graph, holders);
    const belongs = (link: Link): "holds" | "fails" | "unknown" => {
      const holder = link.nomineeFor ?? link.owner;
      const own = members.get(holder) ?? "fails";
      if (own === "holds") return own;
      const above = controlAnswer(graph, {
        holders,
        over: args.over,
        measure: "equity",
        recursive: true,
        missing: "ignore",
        target: holder,
      }).value;
      return above === "fails" ? own : above;
    };
    const sides = links.map(belongs);
    if (sides.every((side) => side === "fails")) return known(false);
    if (compareDecimal(sum(links.map(high)), args.over) <= 0) return known(false);
    const acting = links.filter(({ agreement }) => agreement?.controls.value === "yes");
    const surely = compareDecimal(sum(acting.map(low)), args.over) > 0;
    if (surely && acting.some((link) => belongs(link) === "holds")) return known(true);
    const shares = links
      .filter((link) => link.equity?.kind !== "exact")
      .map(({ id: link }) => link);
    const open_ = shares.length > 0 ? shares : links.map(({ id: link }) => link);
    return open(
      owner,
      open_.map((link) => ({
        key: askKey("link.share", link),
        fact: "link.share",
        subject: { kind: "party" as const, id },
        owner,
        path: `links.${link}.equity`,
      })),
    );
  },
);

/** Whether somebody of the set, or whom the set controls, appoints most of the board; silence about a board is no gap. */
const boardFact = factWith(
  { id: "party.board-by", subject: "party", type: "bool" },
  z.strictObject({ holders: holdersSchema, over: percent }),
  ({ context, id, args, owner }) => {
    const links = context
      .linksInto(id)
      .filter(({ boardMajority }) => boardMajority !== undefined && boardMajority.value !== "no");
    if (links.length === 0) return known(false);
    const graph = context.graph();
    const holders = holdersOf(context, args.holders);
    const members = membersOf(graph, holders);
    const mine = links.filter((link) => {
      const holder = link.nomineeFor ?? link.owner;
      if (members.get(holder) === "holds") return true;
      const query = { holders, over: args.over, measure: "equity", recursive: true } as const;
      return (
        controlAnswer(graph, { ...query, missing: "ignore", target: holder }).value === "holds"
      );
    });
    const sure = mine.find(({ boardMajority }) => boardMajority?.value === "yes");
    if (sure) return known(true, sure.id);
    if (mine.length === 0) return known(false);
    return open(
      owner,
      mine.map((link) => ({
        key: askKey("link.board", link.id),
        fact: "link.board",
        subject: { kind: "party" as const, id },
        owner,
        path: `links.${link.id}.boardMajority`,
      })),
    );
  },
);

/** Control that is not one share: one body through several firms, and holders in concert (DF-S-04). */
export const otherControlFacts: readonly Fact[] = [singleFact, concertFact, boardFact];
