import { type AppError, appError, hashOf } from "#shared/kernel";
import type { Lookup, Order } from "#shared/model";
import type { ActOf } from "./act.ts";
import { type ActsState, actsOf, type VerifiedAct } from "./read-acts.ts";
import type { Register } from "./register.ts";

/** The verified act by which an entry was confirmed. */
export type LookupConfirmation = VerifiedAct & {
  readonly statement: ActOf<"lookup-confirmation">;
};

type Ground = {
  readonly register: Register;
  /** Who drafts the order: with own entries nobody confirms, under whatever name they were entered. */
  readonly drafters: readonly (string | undefined)[];
};

/** Whether a person is a second one beside whoever entered a look-up. A firm of one has no second. */
function isSecond(person: string, entry: Lookup, register: Register): boolean {
  if (register.onePerson?.person === person) return true;
  if (entry.person === undefined) return false;
  if (person === entry.person) return false;
  const entrant = register.standing(entry.person);
  return entrant === undefined || register.independent(entry.person, person);
}

/**
 * Why somebody cannot confirm what another found: `lookup-unsigned` where nobody is named who looked, `lookup-own` for the person
 * who looked or drafts the order, `lookup-role` for whoever is neither reviewer nor legal counsel.
 */
export function confirmationRefusal(
  entry: Lookup,
  person: string,
  { register, drafters }: Ground,
): AppError | undefined {
  if (register.onePerson?.person === person) return undefined;
  const standing = register.standing(person);
  const name = standing?.name ?? person;
  if (standing === undefined) return appError("act-person-unconfirmed", { person: name });
  if (entry.person === undefined) return appError("lookup-unsigned", { id: entry.id });
  if (drafters.includes(person) || !isSecond(person, entry, register))
    return appError("lookup-own", { person: name });
  return standing.roles.some((role) => role === "reviewer" || role === "legal")
    ? undefined
    : appError("lookup-role", { person: name });
}

/**
 * The entries of an order that a second person confirmed as they stand, by id with the act. One that was changed since, or that its
 * own author confirmed, is not among them; the newest act about an entry decides.
 */
export function confirmedLookups(
  state: Pick<ActsState, "acts" | "register">,
  { id, lookups = [] }: Pick<Order, "id" | "lookups">,
): ReadonlyMap<string, LookupConfirmation> {
  const found = new Map<string, LookupConfirmation>();
  const entries = new Map(lookups.map((entry) => [entry.id, entry]));
  for (const act of actsOf(state, "lookup-confirmation")) {
    const { subject, payload, signers } = act.statement;
    const entry = entries.get(subject.id);
    if (entry === undefined || payload.order !== id) continue;
    const holds =
      payload.holds &&
      subject.sha256 === hashOf(entry) &&
      isSecond(signers[0]?.person ?? "", entry, state.register);
    if (holds) found.set(entry.id, act);
    else if (!payload.holds) found.delete(entry.id);
  }
  return found;
}
