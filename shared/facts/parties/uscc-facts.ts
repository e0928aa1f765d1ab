import { readUscc } from "#shared/identity";
import type { Party } from "#shared/model";
import { type Fact, fact, known, open, type Reading } from "../define.ts";
import type { FactAnswer } from "../types.ts";

/** Parties that by their nature bear no Chinese code: those established elsewhere, and natural persons. */
function bearsNone(party: Party): boolean {
  return party.kind === "person" || (party.country !== undefined && party.country !== "CN");
}

function prefixed(length: number): (reading: Reading<undefined>) => FactAnswer {
  return ({ context, id, ask, owner }) => {
    const party = context.parties.get(id);
    if (party?.uscc === undefined)
      return party !== undefined && bearsNone(party)
        ? known("none")
        : open(owner, [ask(`parties.${id}.uscc`)]);
    const { code, valid } = readUscc(party.uscc);
    if (!valid) return open(owner, [ask(`parties.${id}.uscc`)], "not valid");
    return known(code.slice(0, length));
  };
}

/** What a unified social credit code shows: registrar, category and whether its check digits agree (DF-U-04 … DF-U-06). */
export const usccFacts: readonly Fact[] = [
  fact({ id: "party.uscc.registrar", subject: "party", type: "text" }, prefixed(1)),
  fact({ id: "party.uscc.prefix", subject: "party", type: "text" }, prefixed(2)),
  fact(
    { id: "party.uscc.valid", subject: "party", type: "bool" },
    ({ context, id, ask, owner }) => {
      const code = context.parties.get(id)?.uscc;
      if (code === undefined) return open(owner, [ask(`parties.${id}.uscc`)]);
      return known(readUscc(code).valid);
    },
  ),
];
