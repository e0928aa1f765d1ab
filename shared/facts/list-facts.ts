import { z } from "zod";
import type { Context } from "./context.ts";
import { type Fact, fact, factWith, known, open } from "./define.ts";
import type { ListHit } from "./list-hit.ts";

/**
 * Which entries count: those of `lists`; with `policy`, only entries whose licence policy contains one of the phrases and
 * lacks the others, and, where `silent` says so, entries without any policy text. Phrases and lists are the pack's.
 */
export const listedSchema = z.strictObject({
  lists: z.array(z.string().min(1).max(60)).min(1).max(50),
  policy: z
    .strictObject({
      contains: z.array(z.string().min(1).max(200)).max(50),
      lacks: z.array(z.string().min(1).max(200)).max(50).optional(),
      silent: z.boolean(),
    })
    .optional(),
});
export type ListedArgs = z.infer<typeof listedSchema>;

function counts(hit: ListHit, { lists, policy }: ListedArgs): boolean {
  if (hit.status === "dismissed" || !lists.includes(hit.list)) return false;
  if (policy === undefined) return true;
  const text = (hit.licencePolicy ?? "").trim().toLowerCase();
  if (text === "") return policy.silent;
  const has = (phrase: string) => text.includes(phrase.toLowerCase());
  return policy.contains.some(has) && !(policy.lacks ?? []).some(has);
}

/** The hits on one party that the arguments count, true matches and undecided ones; dismissed ones never. */
export function hitsOf(context: Context, party: string, args: ListedArgs): readonly ListHit[] {
  return (context.hits.get(party) ?? []).filter((hit) => counts(hit, args));
}

/** What screening found, as a person decided it (US-L-01 … US-L-07). */
export const listFacts: readonly Fact[] = [
  factWith(
    { id: "party.listed", subject: "party", type: "bool" },
    listedSchema,
    ({ context, id, args, ask, owner }) => {
      const hits = hitsOf(context, id, args);
      const match = hits.find((hit) => hit.status === "true-match");
      if (match) return known(true, `${match.list}: ${match.entry}`);
      const possible = hits[0];
      if (possible)
        return open(owner, [ask(`order.screening.${id}`)], `${possible.list}: ${possible.entry}`);
      if (context.parties.has(id)) return known(false);
      return open(owner, [ask(`parties.${id}`)]);
    },
  ),
  fact({ id: "order.screened-lists", subject: "order", type: "set" }, ({ context, ask, owner }) =>
    context.screened === undefined ? open(owner, [ask("lists")]) : known(context.screened),
  ),
];
