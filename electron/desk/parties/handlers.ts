import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Graph, largestRing } from "#shared/ownership";
import type { OwnershipTask } from "../ownership/ownership-task.ts";
import { holdingsView, pictureView, standingView, viewFacts } from "../ownership/ownership-view.ts";
import type { DeskContext } from "../session/adapters.ts";
import { bookHandlers, flatList } from "../workspace/books.ts";
import { type Chain, createChains } from "./party-chain.ts";
import { createPartyHits } from "./party-hits.ts";
import { importParties } from "./party-import.ts";
import { mergeParties } from "./party-merge.ts";
import { createUndoShelf } from "./party-undo.ts";

/** More parties than these no picture of the screen holds; the page itself draws far fewer at a time. */
const MOST_DRAWN = 10_000;
/** Rings up to here are computed in a blink. */
const MOST_RING = 24;

type About = { readonly id: string; readonly asOf?: string | undefined };

/** Answers who stands behind whom from the book; graphs of nearly the same record are edited instead of built anew. */
function ownershipAnswers(context: DeskContext) {
  const { parties } = context.workspace.books;
  const chains = createChains(context);
  const screened = createPartyHits(context);
  let last: { readonly id: string; readonly graph: Graph } | undefined;

  /** The record around a party as facts: with lists and packs as they are now. */
  async function factsOf(
    { id, asOf = context.clockAndIds.today() }: About,
    chain: Result<Chain>,
    before?: Graph,
  ) {
    if (!chain.ok) return chain;
    const found = await screened.of(chain.value.parties);
    if (!found.ok) return found;
    const programs = await context.packs.active();
    if (!programs.ok) return programs;
    const input = { ...chain.value, ...found.value, subject: id, asOf, before };
    const facts = viewFacts({ ...input, programs: programs.value });
    return ok({ facts, programs: programs.value, parties: chain.value.parties });
  }
  /** The same from a process of its own, where many hold one another; undefined where it is done here in a blink. */
  async function hosted(
    view: OwnershipTask["view"],
    { id, asOf = context.clockAndIds.today() }: About,
  ): Promise<Result<unknown> | undefined> {
    const { tasks } = context;
    if (tasks === undefined || !parties.has(id)) return undefined;
    const chain = await chains.above(id);
    if (!chain.ok || largestRing(chain.value.links) <= MOST_RING) return undefined;
    const found = await screened.of(chain.value.parties);
    if (!found.ok) return found;
    const active = await context.packs.active();
    if (!active.ok) return active;
    const programs = active.value.map(({ catalogue: _, prepared: __, ...sent }) => sent);
    const input = { ...chain.value, ...found.value, subject: id, asOf };
    const task: OwnershipTask = { view, input, programs, subject: id, most: MOST_DRAWN };
    return await tasks.run("ownership", task);
  }
  const missing = (id: string) =>
    err(appError("store.no-such-document", { collection: "parties", id }));

  return {
    hosted,
    above: async (about: About) => {
      const { id, asOf = context.clockAndIds.today() } = about;
      if (!parties.has(id)) return missing(id);
      const before = last?.id === id && last.graph.asOf === asOf ? last.graph : undefined;
      const found = await factsOf(about, await chains.above(id), before);
      if (found.ok) last = { id, graph: found.value.facts.graph };
      return found;
    },
    below: async (about: About) =>
      parties.has(about.id)
        ? await factsOf(about, await chains.below(about.id))
        : missing(about.id),
  };
}

/** The party book: who there is, who stands behind whom. */
export function partyHandlers(context: DeskContext): DeskHandlers["parties"] {
  const { parties } = context.workspace.books;
  const shelf = createUndoShelf(context);
  const answers = ownershipAnswers(context);
  return {
    ...bookHandlers(parties),
    list: () =>
      Promise.resolve(ok(flatList(parties.list()).map(({ owners: _owners, ...row }) => row))),
    holdings: async ({ id, asOf }) => {
      const found = await answers.below({ id, asOf });
      if (!found.ok) return found;
      const { facts, programs, parties: below } = found.value;
      return ok(holdingsView(facts, programs, { subject: id, parties: below, most: MOST_DRAWN }));
    },
    ownership: async ({ id, asOf }) => {
      const hosted = await answers.hosted("picture", { id, asOf });
      if (hosted !== undefined) return hosted as Result<ReturnType<typeof pictureView>>;
      const found = await answers.above({ id, asOf });
      if (!found.ok) return found;
      const { facts, programs, parties: above } = found.value;
      return ok(pictureView(facts, programs, { subject: id, parties: above, most: MOST_DRAWN }));
    },
    standing: async ({ id, asOf }) => {
      const hosted = await answers.hosted("standing", { id, asOf });
      if (hosted !== undefined) return hosted as Result<ReturnType<typeof standingView>>;
      const found = await answers.above({ id, asOf });
      if (!found.ok) return found;
      return ok(standingView(found.value.facts, found.value.programs, id));
    },
    import: (input) => importParties(context, shelf, input),
    merge: (input) => mergeParties(context, shelf, input),
    undo: ({ token }) => shelf.undo(token),
    history: ({ id }) => parties.history(id),
  };
}
