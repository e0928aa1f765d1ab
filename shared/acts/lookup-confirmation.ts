import { type AppError, appError, hashOf } from "#shared/kernel";
import type { Lookup, Order } from "#shared/model";
import type { ActOf } from "./act.ts";
import { type ActsState, actsOf, type VerifiedAct } from "./read-acts.ts";
import type { Register } from "./register.ts";

/** The verified act by which an entry was confirmed. */
export type LookupConfirmation = VerifiedAct & {
  readonly statement: ActOf<"lookup-confirmation">;
};

/** Who put each entry in, by the hash of what it says: those whose key was unlocked when the journal recorded it. */
export type Entrants = ReadonlyMap<string, string>;

type Ground = {
  readonly register: Register;
  /** Who drafts the order: with own entries nobody confirms, under whatever name they were entered. */
  readonly drafters: readonly (string | undefined)[];
  readonly entrants: Entrants;
};

/**
 * Whether a person is a second one beside whoever put an entry in, and beside whoever it names. A saved entry can name anybody, so
 * without a journalled entrant nobody is. A firm of one has no second.
 */
function isSecond(
  person: string,
  entry: Lookup,
  { register, entrants }: Pick<Ground, "register" | "entrants">,
): boolean {
  if (register.onePerson?.person === person) return true;
  const entrant = entrants.get(hashOf(entry));
  if (entrant === undefined || entry.person === undefined) return false;
  return [entrant, entry.person].every(
    (first) =>
      first !== person &&
      (register.standing(first) === undefined
        ? first !== entrant
        : register.independent(first, person)),
  );
}

/**
 * Why somebody cannot confirm what another found: `lookup-unsigned` where nobody is named who looked, `lookup-own` for the person
 * who looked, put it in or drafts the order, `lookup-entrant` where nobody known put it in as it stands, `lookup-role` for whoever is
 * neither reviewer nor legal counsel.
 */
export function confirmationRefusal(
  entry: Lookup,
  person: string,
  { register, drafters, entrants }: Ground,
): AppError | undefined {
  if (register.onePerson?.person === person) return undefined;
  const standing = register.standing(person);
  const name = standing?.name ?? person;
  if (standing === undefined) return appError("act-person-unconfirmed", { person: name });
  if (entry.person === undefined) return appError("lookup-unsigned", { id: entry.id });
  if (drafters.includes(person) || person === entry.person)
    return appError("lookup-own", { person: name });
  const entrant = entrants.get(hashOf(entry));
  if (entrant === undefined || register.standing(entrant) === undefined)
    return appError("lookup-entrant", { id: entry.id });
  if (!isSecond(person, entry, { register, entrants }))
    return appError("lookup-own", { person: name });
  return standing.roles.some((role) => role === "reviewer" || role === "legal")
    ? undefined
    : appError("lookup-role", { person: name });
}

/**
 * The entries of an order that a second person confirmed as they stand, by id with the act. One that was changed since, that its own
 * author confirmed, or whose confirmer is known under that key no longer, is not among them; the newest act about an entry decides.
 */
export function confirmedLookups(
  state: Pick<ActsState, "acts" | "register">,
  { id, lookups = [] }: Pick<Order, "id" | "lookups">,
  entrants: Entrants,
): ReadonlyMap<string, LookupConfirmation> {
  const found = new Map<string, LookupConfirmation>();
  const entries = new Map(lookups.map((entry) => [entry.id, entry]));
  for (const act of actsOf(state, "lookup-confirmation")) {
    const { subject, payload, signers } = act.statement;
    const entry = entries.get(subject.id);
    const { register } = state;
    const [signer] = signers;
    if (entry === undefined || payload.order !== id) continue;
    const holds =
      payload.holds &&
      subject.sha256 === hashOf(entry) &&
      signer !== undefined &&
      register.isKnown(signer.person, signer.publicKey) &&
      isSecond(signer.person, entry, { register, entrants });
    if (holds) found.set(entry.id, act);
    else if (!payload.holds) found.delete(entry.id);
  }
  return found;
}
