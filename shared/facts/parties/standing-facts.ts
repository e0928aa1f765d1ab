import { z } from "zod";
import { compareDecimal, DECIMAL_SHAPE, subtract, sum } from "#shared/kernel";
import type { Link } from "#shared/model";
import type { Context } from "../context.ts";
import { type Fact, factWith, known, open } from "../define.ts";
import { askForFields, bears, type MarkSets, waysSchema } from "./marks.ts";
import { ancestorsOf } from "./ownership-doubt.ts";

/** Whether a question that nobody put to a party is a gap. */
const silence = z.enum(["open", "no"]).default("no");
const percent = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => DECIMAL_SHAPE.test(text), "not a decimal");

type Holding = { readonly owner: string; readonly low: string; readonly high: string };

/** Who holds shares of a party directly, with the bounds of each; several links of one holder are read apart. */
function holdersOf(
  context: Context,
  party: string,
): readonly (Holding & { readonly link: Link })[] {
  const found = context.linksInto(party).flatMap((link) => {
    const { equity, nomineeFor, owner } = link;
    if (equity === undefined) return [];
    const holder = nomineeFor ?? owner;
    if (equity.kind === "exact")
      return [{ owner: holder, low: equity.percent, high: equity.percent, link }];
    if (equity.kind === "range")
      return [{ owner: holder, low: equity.min, high: equity.max, link }];
    return [{ owner: holder, low: "0", high: "100", link }];
  });
  // Nobody holds what others hold for certain.
  const named = sum(found.map(({ low }) => low));
  return found.map((one) => {
    const room = subtract("100", subtract(named, one.low));
    return compareDecimal(one.high, room) > 0 && compareDecimal(room, one.low) >= 0
      ? { ...one, high: room }
      : one;
  });
}

type Chain = { readonly certain: boolean; readonly links: readonly string[] };

/** Everybody above a party who holds more than the line at every tier on the way, for sure or as far as ranges allow. */
function aboveTheLine(context: Context, party: string, over: string): ReadonlyMap<string, Chain> {
  const found = new Map<string, Chain>();
  const queue: (readonly [string, Chain])[] = [[party, { certain: true, links: [] }]];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [id, chain] = next;
    for (const { owner, low, high, link } of holdersOf(context, id)) {
      if (owner === party || compareDecimal(high, over) <= 0) continue;
      const sure = compareDecimal(low, over) > 0;
      const grown: Chain = {
        certain: chain.certain && sure,
        links: sure ? chain.links : [...chain.links, link.id],
      };
      const before = found.get(owner);
      if (before !== undefined && (before.certain || !grown.certain)) continue;
      found.set(owner, grown);
      queue.push([owner, grown]);
    }
  }
  return found;
}

const markedFact = factWith(
  { id: "party.marked", subject: "party", type: "bool" },
  z.strictObject({ ways: waysSchema, silence }),
  ({ context, id, args, owner }) => {
    const said = bears(context, id, args.ways, args.silence === "open");
    return "value" in said ? known(said.value) : open(owner, askForFields(said.open));
  },
);

/** Whether somebody among these bears the marks; what is open is asked where it is entered. */
function someBear(context: Context, ids: Iterable<string>, sets: MarkSets, isOpen: boolean) {
  const fields: string[] = [];
  for (const id of ids) {
    const said = bears(context, id, sets, isOpen);
    if (!("value" in said)) fields.push(...said.open);
    else if (said.value) return { holder: id, fields };
  }
  return { holder: undefined, fields };
}

const ownerMarkedFact = factWith(
  { id: "party.owner-marked", subject: "party", type: "bool" },
  z.strictObject({ ways: waysSchema, over: percent.optional(), silence }),
  ({ context, id, args, owner }) => {
    if (args.over === undefined) {
      const { holder, fields } = someBear(
        context,
        ancestorsOf(context, id),
        args.ways,
        args.silence === "open",
      );
      if (holder !== undefined) return known(true, holder);
      return fields.length === 0 ? known(false) : open(owner, askForFields(fields));
    }
    const chains = aboveTheLine(context, id, args.over);
    const fields: string[] = [];
    for (const [holder, { certain, links }] of chains) {
      const said = bears(context, holder, args.ways, args.silence === "open");
      if ("value" in said && !said.value) continue;
      if ("value" in said && certain) return known(true, holder);
      fields.push(...links.map((link) => `links.${link}.equity`));
      if (!("value" in said)) fields.push(...said.open);
    }
    return fields.length === 0 ? known(false) : open(owner, askForFields(fields));
  },
);

/** Whether a party's own record, or that of somebody above it, bears marks that a pack names (DF-U-05, DF-S-07). */
export const standingFacts: readonly Fact[] = [markedFact, ownerMarkedFact];
