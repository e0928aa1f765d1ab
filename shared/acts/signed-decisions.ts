import { hashOf } from "#shared/kernel";
import type { Order, ScreeningDecision } from "#shared/model";
import { type ActsState, actsOf } from "./read-acts.ts";

/** Somebody whose key stands behind a decision, as it is and not as it was before a change. */
type DecisionSigner = { readonly person: string; readonly name: string; readonly day: string };

type Ground = Pick<ActsState, "acts" | "register">;

/** Who signed a decision of an order as it stands: the newest act of each person counts, and only while that person is known. */
export function signersOf(
  state: Ground,
  order: string,
  decision: ScreeningDecision,
): readonly DecisionSigner[] {
  const sha256 = hashOf(decision);
  const found = new Map<string, DecisionSigner>();
  for (const { statement } of actsOf(state, "list-decision-confirmation")) {
    const { subject, payload, signers, day } = statement;
    const [signer] = signers;
    if (payload.order !== order || subject.id !== decision.id || signer === undefined) continue;
    const { person, publicKey } = signer;
    const stands =
      payload.holds && subject.sha256 === sha256 && state.register.isKnown(person, publicKey);
    if (stands)
      found.set(person, { person, day, name: state.register.standing(person)?.name ?? person });
    else found.delete(person);
  }
  return [...found.values()];
}

/**
 * The decisions of an order that count: "not this party" once two persons signed it of whom neither is known through the other alone,
 * or the one person of a firm of one. A true match counts whoever says so, and needs nobody.
 */
export function countedDecisions(
  state: Ground,
  { id, screening = [] }: Pick<Order, "id" | "screening">,
): ReadonlySet<string> {
  const counts = (decision: ScreeningDecision): boolean => {
    if (decision.decision === "true-match") return true;
    if (decision.decision === "unsure") return false;
    const signers = signersOf(state, id, decision);
    const { onePerson } = state.register;
    if (onePerson !== undefined) return signers.some(({ person }) => person === onePerson.person);
    return signers.some((one, at) =>
      signers.slice(at + 1).some((other) => state.register.independent(one.person, other.person)),
    );
  };
  return new Set(screening.filter(counts).map((decision) => decision.id));
}
