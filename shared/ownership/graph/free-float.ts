import type { Link, Party } from "#shared/model";
import type { GraphInput } from "./graph-rows.ts";
import { toUnits } from "./units.ts";

/** Free floats among the parties of a graph, with the most that one holder in it has, in units of 10⁻¹² per cent. */
const floats = new WeakMap<Party, number>();

/** The most that one holder within a free float has; undefined for a party that is no free float. */
export function mostOfFloat(party: Party | undefined): number | undefined {
  return party === undefined ? undefined : floats.get(party);
}

function floatOf({ id, freeFloat }: Party): readonly [Party, Link] | undefined {
  if (freeFloat === undefined) return undefined;
  const name = id.replace(/^pty_/, "").slice(0, 40);
  const party: Party = { id: `pty_float-of-${name}`, kind: "person", names: {} };
  // Until somebody says how large its holders are, a float hides nobody.
  floats.set(party, freeFloat.noHolderAbove === undefined ? 0 : toUnits(freeFloat.noHolderAbove));
  const equity = freeFloat.share ?? { kind: "unknown" as const };
  return [party, { id: `lnk_float-of-${name}`, owner: party.id, target: id, equity }];
}

/** The record with a holder of its own kind for every free float that a party states: dispersed, and of no class. */
export function withFloats(input: GraphInput): GraphInput {
  const known = new Set(input.parties.map(({ id }) => id));
  const found = input.parties.flatMap((party) => {
    const float = floatOf(party);
    return float === undefined || known.has(float[0].id) ? [] : [float];
  });
  if (found.length === 0) return input;
  return {
    ...input,
    parties: [...input.parties, ...found.map(([party]) => party)],
    links: [...input.links, ...found.map(([, link]) => link)],
  };
}
