import type { CivilDate } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { buildGraph, ultimateParents } from "#shared/ownership";
import type { DeskWorkspace } from "../workspace/desk-workspace.ts";

/** Control as the definition of state-owned firms has it too: more than half, or by agreement. */
const CONTROL = { over: "50", byAgreement: true, missing: "ignore" } as const;

/** A buyer and everybody above it, from the party book. */
async function chainOf(
  { books: { parties } }: Pick<DeskWorkspace, "books">,
  buyers: readonly string[],
): Promise<{ readonly parties: Party[]; readonly links: Link[] }> {
  const found = { parties: [] as Party[], links: [] as Link[] };
  const seen = new Set<string>();
  const waiting = [...buyers];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id) || !parties.has(id)) continue;
    seen.add(id);
    const stored = await parties.get(id);
    if (!stored.ok) continue;
    const { party, holders } = stored.value.value;
    found.parties.push(party);
    found.links.push(...holders);
    for (const { owner, nomineeFor } of holders)
      waiting.push(owner, ...(nomineeFor === undefined ? [] : [nomineeFor]));
  }
  return found;
}

/**
 * Whose group each buyer belongs to: the one party at the top of its control chains that is known for sure, or the buyer itself where
 * there is none, or more than one.
 */
export async function controllersOf(
  workspace: Pick<DeskWorkspace, "books">,
  buyers: readonly string[],
  asOf: CivilDate,
): Promise<ReadonlyMap<string, string>> {
  const graph = buildGraph({ ...(await chainOf(workspace, buyers)), asOf });
  return new Map(
    buyers.map((buyer) => {
      if (!workspace.books.parties.has(buyer)) return [buyer, buyer];
      const { parents } = ultimateParents(graph, buyer, CONTROL);
      const [only] = parents;
      return [buyer, parents.length === 1 && only !== undefined ? only.id : buyer];
    }),
  );
}
