import { anyOf, bothOf, told } from "./algebra.ts";
import type { Answer, Firm, Reading, Situation } from "./situation.ts";

/** Sectors of art. 2 of Order 745, as far as GB/T 4754 shows them (DF-C-01, DF-U-07). */
const listedSector = /^(B0[67]|D4[456]|G5[3-9]|G60|I63|I64|J6[6-9]|N76|Q84|S9[1-6])/;

/** A firm by its id; the situation never names one that is not there. */
export function firmOf(situation: Situation, id: string): Firm {
  const found = situation.firms.find((firm) => firm.id === id);
  if (found === undefined) throw new Error(`no firm ${id}`);
  return found;
}

/** Military by kind, by code A1 or A9, or by either answer. */
export function isMilitary(firm: Firm): Answer {
  if (firm.kind === "military-unit" || firm.prefix?.startsWith("A")) return "yes";
  return firm.kind === "person" ? "no" : anyOf([firm.military, firm.militaryEndUser]);
}

/** Declared a military end user: row one of the matrix, whatever its role. */
export function isMilitaryEndUser(firm: Firm): boolean {
  return firm.militaryEndUser === "yes";
}

/** Sensitive government: declared; working adds prefix 11; broad adds 12 and 13 with administrative functions. */
export function isGovernment(firm: Firm, reading: Reading): Answer {
  if (firm.kind === "person") return "no";
  const coded = told(reading !== "narrow" && firm.prefix === "11");
  const institution = told(firm.prefix === "12" || firm.prefix === "13");
  const administrative =
    reading === "broad" ? bothOf(institution, firm.administrativeFunctions) : "no";
  return anyOf([firm.sensitiveGovernment, coded, administrative]);
}

/** Critical infrastructure: the notice; where it is unanswered, the sector says whether that is unknown. */
export function isInfrastructure(firm: Firm, reading: Reading): Answer {
  if (firm.kind === "person") return "no";
  const doubtful =
    firm.sectors.length === 0 || firm.sectors.some((code) => listedSector.test(code));
  const silent: Answer = doubtful && reading !== "narrow" ? "open" : "no";
  const notice = firm.notice === "open" ? silent : firm.notice;
  return reading === "broad" ? anyOf([notice, firm.business, firm.serves]) : notice;
}
