import type { LinkProblem, Missing } from "#shared/ownership";
import type { Context } from "../context.ts";

/** Parties whose holders were recorded with more than the whole, each with the record's own finding. */
const doubtful = new WeakMap<Context, ReadonlyMap<string, LinkProblem>>();

function doubtfulParties(context: Context): ReadonlyMap<string, LinkProblem> {
  let found = doubtful.get(context);
  if (found === undefined) {
    const above = context.graph().problems.filter(({ kind }) => kind === "above-hundred");
    found = new Map(above.map((problem) => [problem.parties[0] ?? "", problem]));
    doubtful.set(context, found);
  }
  return found;
}

/** Everyone above a party, whatever the share, found upwards through the links in force on the day. */
export function ancestorsOf(context: Context, party: string): readonly string[] {
  const seen = new Set<string>();
  const queue = [party];
  const { index, ids, rows } = context.graph();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = index.get(id);
    const row = node === undefined ? undefined : rows[node];
    if (row === undefined) continue;
    for (const { owner } of [...row.equity, ...row.voting, ...row.ties]) {
      const above = ids[owner];
      if (above === undefined || above === party || seen.has(above)) continue;
      // A free float is a holder of the graph alone: nobody can be asked about it.
      if (!context.parties.has(above)) continue;
      seen.add(above);
      queue.push(above);
    }
  }
  return [...seen];
}

/**
 * The links, at a party or above it, whose shares add up to more than a hundred: at least one of them is wrong, so nothing that
 * is computed from them can exclude a holder. Empty where the record is consistent.
 */
export function doubtfulLinks(context: Context, party: string): readonly Missing[] {
  const problems = doubtfulParties(context);
  if (problems.size === 0) return [];
  return [party, ...ancestorsOf(context, party)].flatMap((id) => {
    const problem = problems.get(id);
    if (problem === undefined) return [];
    return problem.links.map((link): Missing => {
      const votes = context.dossier.links.find((one) => one.id === link)?.voting !== undefined;
      const field = problem.measure === "voting" && votes ? "voting" : "equity";
      return { kind: "share", party: id, link, field, min: "0", max: "100" };
    });
  });
}
