import type { Tri } from "#shared/kernel";
import type { Link, Party, Share } from "#shared/model";
import { buildGraph } from "../graph/graph.ts";
import { HOLDS, membership } from "../graph/holders.ts";
import type { ControlQuery, Graph, InterestQuery, Missing, Settling } from "../graph/types.ts";
import { controls, controlValue } from "./control.ts";
import { boundsOf, interest, reaches } from "./interest.ts";
import { aboveOf } from "./propagate.ts";

/** A question that can be left open: whether an interest reaches its line, or whether a set controls. */
export type Question = { readonly interest: InterestQuery } | { readonly controls: ControlQuery };

/** Trying more gaps than these takes longer than a person reads. */
const MOST_TRIED = 24;

/** A way in which one gap could be filled. */
type Completion = { readonly graph: Graph; readonly assume?: readonly [string, boolean] };

function holdersOf(question: Question) {
  return "interest" in question ? question.interest.holders : question.controls.holders;
}

function ask(question: Question, { graph, assume }: Completion): Tri {
  const found = membership(graph, holdersOf(question));
  const members = assume ? found.slice() : found;
  if (assume) {
    const node = graph.index.get(assume[0]);
    if (node !== undefined) members[node] = assume[1] ? HOLDS : 0;
  }
  if ("controls" in question) return controlValue(graph, question.controls, members);
  const { min, max, wide } = boundsOf(graph, question.interest, members);
  return reaches(min, question.interest.missing === "ignore" ? max : wide, question.interest);
}

function withLink(graph: Graph, id: string, change: (link: Link) => Link): Graph {
  const links = graph.links.map((link) => (link.id === id ? change(link) : link));
  return buildGraph({ parties: graph.parties, links, asOf: graph.asOf }, graph);
}

const exact = (percent: string): Share => ({ kind: "exact", percent });

function shareCompletions(graph: Graph, gap: Missing): Completion[] {
  const { link: id, min = "0", max = "100", field } = gap;
  if (id === undefined) return [];
  const middle = String((Number(min) + Number(max)) / 2);
  return [min, max, middle].map((percent) => ({
    graph: withLink(graph, id, (link) =>
      field === "voting"
        ? { ...link, voting: exact(percent) }
        : { ...link, equity: exact(percent) },
    ),
  }));
}

const UNNAMED = "pty_unnamed-holder";

/** All that is not disclosed with one holder, who belongs to the set or does not. */
function holderCompletions(graph: Graph, gap: Missing): Completion[] {
  const party: Party = { id: UNNAMED, kind: "person", names: {} };
  const link: Link = {
    id: "lnk_unnamed-holder",
    owner: UNNAMED,
    target: gap.party,
    equity: exact(gap.max ?? "100"),
  };
  const filled = buildGraph(
    { parties: [...graph.parties, party], links: [...graph.links, link], asOf: graph.asOf },
    graph,
  );
  return [true, false].map((belongs) => ({ graph: filled, assume: [UNNAMED, belongs] as const }));
}

function answerCompletions(graph: Graph, gap: Missing): Completion[] {
  const { link: id } = gap;
  if (id === undefined) return [];
  return (["yes", "no"] as const).map((value) => ({
    graph: withLink(graph, id, (link) => {
      if (gap.kind === "board") return { ...link, boardMajority: { value } };
      const kind = link.agreement?.kind ?? "other";
      return { ...link, agreement: { kind, controls: { value } } };
    }),
  }));
}

function completionsOf(graph: Graph, gap: Missing): Completion[] {
  if (gap.kind === "share") return shareCompletions(graph, gap);
  if (gap.kind === "holders") return holderCompletions(graph, gap);
  if (gap.kind === "agreement" || gap.kind === "board") return answerCompletions(graph, gap);
  return [true, false].map((belongs) => ({ graph, assume: [gap.party, belongs] as const }));
}

/** Only the target and those above it: nothing else has a say, and every trial reads the record again. */
function aboveOnly(graph: Graph, question: Question): Graph {
  const query = "interest" in question ? question.interest : question.controls;
  const target = graph.index.get(query.target);
  if (target === undefined) return graph;
  const scope = new Set(aboveOf(graph, target, query.measure ?? "voting", true));
  const named = (id: string) => scope.has(graph.index.get(id) ?? -1);
  return buildGraph({
    parties: graph.parties.filter((party) => named(party.id)),
    links: graph.links.filter((link) => named(link.target)),
    asOf: graph.asOf,
  });
}

/** So many parties' worth of trials a person waits for; in a large record fewer gaps are tried. */
const PATIENCE = 8_000;
const FEWEST_TRIED = 2;

/**
 * The gaps behind an open answer, nearest first, and before them those that some filling of them alone would settle. Empty
 * when the answer is settled already. Gaps beyond the twenty-fourth (in a large record sooner) are listed untried, as not
 * settling alone.
 */
export function missingThatResolve(whole: Graph, question: Question): Settling[] {
  if (ask(question, { graph: whole }) !== "unknown") return [];
  const graph = aboveOnly(whole, question);
  const answer =
    "interest" in question
      ? interest(graph, question.interest)
      : controls(graph, question.controls);
  const patience = Math.floor(PATIENCE / Math.max(1, graph.ids.length));
  const most = Math.min(MOST_TRIED, Math.max(FEWEST_TRIED, patience));
  const tried = answer.missing.map((gap, at) => ({
    ...gap,
    alone:
      at < most &&
      completionsOf(graph, gap).some((completion) => ask(question, completion) !== "unknown"),
  }));
  return [...tried.filter((gap) => gap.alone), ...tried.filter((gap) => !gap.alone)];
}
