import { z } from "zod";
import type { Party } from "#shared/model";
import type { Context } from "../context.ts";
import { askKey, type Fact, fact, factWith, known, open } from "../define.ts";
import type { Ask, FactAnswer } from "../types.ts";
import type { ListHit } from "./list-hit.ts";

const listNames = z.array(z.string().min(1).max(60)).min(1).max(50);

/**
 * Which entries count: those of `lists`, and of `also` where such a list was searched at all; with `policy`, only entries whose
 * licence policy contains one of the phrases and lacks the others, and, where `silent` says so, entries without any policy text.
 * Phrases and lists are the pack's. While one of `lists` was not searched, nobody is known to be off them.
 */
export const listedSchema = z.strictObject({
  lists: listNames,
  also: listNames.optional(),
  policy: z
    .strictObject({
      contains: z.array(z.string().min(1).max(200)).max(50),
      lacks: z.array(z.string().min(1).max(200)).max(50).optional(),
      silent: z.boolean(),
    })
    .optional(),
});
export type ListedArgs = z.infer<typeof listedSchema>;

function counts(hit: ListHit, { lists, also = [], policy }: ListedArgs): boolean {
  if (hit.status === "dismissed") return false;
  if (!lists.includes(hit.list) && !also.includes(hit.list)) return false;
  if (policy === undefined) return true;
  const text = (hit.licencePolicy ?? "").trim().toLowerCase();
  if (text === "") return policy.silent;
  const has = (phrase: string) => text.includes(phrase.toLowerCase());
  return policy.contains.some(has) && !(policy.lacks ?? []).some(has);
}

/** The hits under one id that the arguments count, true matches and undecided ones; dismissed ones never. */
export function hitsOf(context: Context, id: string, args: ListedArgs): readonly ListHit[] {
  return (context.hits.get(id) ?? []).filter((hit) => counts(hit, args));
}

/** Whether every list that the arguments need was searched. */
export function wasSearched({ screened }: Context, { lists }: ListedArgs): boolean {
  return screened !== undefined && lists.every((list) => screened.includes(list));
}

/** Whether any of them was: then a name that could not be compared is the buyer's to give. */
function wasSearchedAtAll({ screened = [] }: Context, { lists, also = [] }: ListedArgs): boolean {
  return [...lists, ...also].some((list) => screened.includes(list));
}

/** Who is on a list that nobody searched, only its publisher knows: it moves no lane, and another finding says to search. */
export const notSearched: FactAnswer = open("authority", [], "not searched");

const latinLetters = /\p{Script=Latin}{2}/u;
const hanCharacter = /\p{Script=Han}/u;

/** Whether a name is written in Latin letters; a Chinese name with some letters in it is not. */
function isLatin(name: string | undefined): boolean {
  return name !== undefined && latinLetters.test(name) && !hanCharacter.test(name);
}

/** The published lists write names in Latin letters: a party without such a name cannot be compared with them. */
function hasLatinName({ names }: Party): boolean {
  return isLatin(names.en) || isLatin(names.zh) || (names.aliases ?? []).some(isLatin);
}

function askForLatinName(party: string): Ask {
  const question = "party.latin-name";
  return {
    key: askKey(question, party),
    fact: question,
    subject: { kind: "party", id: party },
    owner: "buyer",
    path: `parties.${party}.names.en`,
  };
}

/** What the hits under an id say; undefined where there are none. */
function sayOf(hits: readonly ListHit[], question: () => Ask): FactAnswer | undefined {
  const match = hits.find((hit) => hit.status === "true-match");
  if (match) return known(true, `${match.list}: ${match.entry}`);
  const possible = hits[0];
  return possible && open("buyer", [question()], `${possible.list}: ${possible.entry}`);
}

/** Products that the order names, each once; those for comparison are not ordered. */
function orderedProducts({ dossier, products }: Context) {
  const ids = new Set(dossier.order.lines.map(({ product }) => product));
  return [...ids].flatMap((id) => {
    const product = id === undefined ? undefined : products.get(id);
    return product === undefined || product.comparisonOnly === true ? [] : [product];
  });
}

/** Whether the vendor of anything ordered stands on a list; a vendor need be no party of the order (US-L-05). */
const vendorFact = factWith(
  { id: "order.vendor-listed", subject: "order", type: "bool" },
  listedSchema,
  ({ context, id, args }) => {
    const questions: Ask[] = [];
    for (const { id: product, vendor } of orderedProducts(context)) {
      const question = (path: string): Ask => ({
        key: askKey("order.vendor-listed", product),
        fact: "order.vendor-listed",
        subject: { kind: "order", id },
        owner: "buyer",
        path,
      });
      const said = sayOf(hitsOf(context, product, args), () =>
        question(`order.screening.${product}`),
      );
      if (said?.known) return said;
      if (said) questions.push(...said.ask);
      else if (!isLatin(vendor) && wasSearchedAtAll(context, args))
        questions.push(question(`products.${product}.vendor`));
    }
    // A resemblance that nobody decided is the buyer's to settle, whatever was not searched besides.
    if (questions.length > 0) return open("buyer", questions);
    return wasSearched(context, args) ? known(false) : notSearched;
  },
);

/** An exact resemblance that nobody decided, of a party or a product's vendor: it stops the order, whatever comes of it. */
function exactMatchOpen(context: Context, ids: readonly string[], lists: string[]) {
  for (const id of ids) {
    const found = hitsOf(context, id, { lists }).find(
      ({ status, exact }) => status === "possible" && exact === true,
    );
    if (found) return known(true, `${found.list}: ${found.entry}`);
  }
  return known(false);
}

/** What screening found, as a person decided it (US-L-01 … US-L-07). */
export const listFacts: readonly Fact[] = [
  factWith(
    { id: "party.listed", subject: "party", type: "bool" },
    listedSchema,
    ({ context, id, args, ask, owner }) => {
      const said = sayOf(hitsOf(context, id, args), () => ask(`order.screening.${id}`));
      if (said) return said;
      const party = context.parties.get(id);
      if (party === undefined) return open(owner, [ask(`parties.${id}`)]);
      if (!hasLatinName(party) && wasSearchedAtAll(context, args))
        return open(owner, [askForLatinName(id)]);
      return wasSearched(context, args) ? known(false) : notSearched;
    },
  ),
  factWith(
    { id: "party.exact-match-open", subject: "party", type: "bool" },
    z.strictObject({ lists: listNames }),
    ({ context, id, args }) => exactMatchOpen(context, [id], args.lists),
  ),
  factWith(
    { id: "order.vendor-exact-match-open", subject: "order", type: "bool" },
    z.strictObject({ lists: listNames }),
    ({ context, args }) =>
      exactMatchOpen(
        context,
        orderedProducts(context).map(({ id }) => id),
        args.lists,
      ),
  ),
  fact({ id: "party.latin-name", subject: "party", type: "bool" }, ({ context, id, owner }) => {
    const party = context.parties.get(id);
    return party && hasLatinName(party) ? known(true) : open(owner, [askForLatinName(id)]);
  }),
  vendorFact,
  fact({ id: "order.screened-lists", subject: "order", type: "set" }, ({ context, ask, owner }) =>
    context.screened === undefined ? open(owner, [ask("lists")]) : known(context.screened),
  ),
];
