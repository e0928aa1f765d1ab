import type { Party } from "#shared/model";
import { type Fact, fact, known, open, type Reading } from "./define.ts";
import type { FactAnswer } from "./types.ts";

const SHAPE = /^[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Parties that by their nature bear no Chinese code: those established elsewhere, and natural persons. */
function bearsNone(party: Party): boolean {
  return party.kind === "person" || (party.country !== undefined && party.country !== "CN");
}

/** The code in one spelling; what it proves is said by the pack, which reads its first characters. */
function codeOf(party: Party | undefined): string | undefined {
  return party?.uscc?.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

function prefixed(length: number): (reading: Reading<undefined>) => FactAnswer {
  return ({ context, id, ask, owner }) => {
    const party = context.parties.get(id);
    const code = codeOf(party);
    if (code === undefined || party === undefined)
      return party !== undefined && bearsNone(party)
        ? known("none")
        : open(owner, [ask(`parties.${id}.uscc`)]);
    if (!SHAPE.test(code)) return open(owner, [ask(`parties.${id}.uscc`)], "not valid");
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
      const party = context.parties.get(id);
      const code = codeOf(party);
      if (code === undefined) return open(owner, [ask(`parties.${id}.uscc`)]);
      return known(SHAPE.test(code));
    },
  ),
];
