import { type AppError, appError } from "#shared/kernel";
import { type ActKind, type ActOf, type ActStatement, personSubject } from "./act.ts";
import { type Register, sameRoles } from "./register.ts";

/** Acts that a second person countersigns, except in a firm of one. */
const countersigned: ReadonlySet<ActKind> = new Set([
  "review-withdrawal",
  "key-change",
  "key-revocation",
  "role-change",
  "drafter-change",
]);

/** Whether acts of this kind need a second signature as things stand. */
function needsCountersign(kind: ActKind, register: Register): boolean {
  return countersigned.has(kind) && register.onePerson === undefined;
}

const unknown = (person: string) => appError("act-person-unconfirmed", { person });

function refuseConfirmation(
  { subject, payload, signers: [by] }: ActOf<"person-confirmation">,
  register: Register,
): AppError | undefined {
  if (by === undefined) return unknown("");
  const { id } = subject;
  if (by.person === id || by.publicKey === payload.publicKey)
    return appError("act-confirms-self", { person: payload.name });
  if (subject.sha256 !== personSubject({ id, ...payload }).sha256)
    return appError("act-subject", { kind: "person-confirmation" });
  if (register.isTaken(payload.publicKey, id))
    return appError("act-key-taken", { person: payload.name });
  if (register.isRevoked(payload.publicKey))
    return appError("act-key-revoked", { person: payload.name });
  if (register.newest(id) !== undefined && register.standing(id) === undefined)
    return appError("key-change-by-act", { person: payload.name });
  if (register.founded && !register.isKnown(by.person, by.publicKey)) return unknown(by.person);
  const before = register.standing(id) ?? register.waiting(id);
  if (before === undefined) return undefined;
  if (before.publicKey !== payload.publicKey && register.standing(id) !== undefined)
    return appError("key-change-by-act", { person: payload.name });
  return sameRoles(before.roles, payload.roles) || register.standing(id) === undefined
    ? undefined
    : appError("role-change-by-act", { person: payload.name });
}

function refuseKeyChange(
  { subject, payload, signers: [own, second] }: ActOf<"key-change">,
  register: Register,
): AppError | undefined {
  const before = register.newest(subject.id);
  if (before === undefined || before.publicKey !== payload.from) return unknown(subject.id);
  if (own?.person !== subject.id || own.publicKey !== payload.to || payload.to === payload.from)
    return appError("act-subject", { kind: "key-change" });
  if (register.isTaken(payload.to, subject.id))
    return appError("act-key-taken", { person: before.name });
  return second !== undefined && register.isKnown(second.person, second.publicKey)
    ? undefined
    : unknown(second?.person ?? "");
}

function refuseRevocation(
  { subject, payload }: ActOf<"key-revocation">,
  register: Register,
): AppError | undefined {
  const held = register.keys.some(
    ({ person, publicKey }) => person === subject.id && publicKey === payload.publicKey,
  );
  if (!held) return unknown(subject.id);
  return register.isRevoked(payload.publicKey)
    ? appError("act-key-revoked", { person: register.newest(subject.id)?.name ?? subject.id })
    : undefined;
}

function refuseRoleChange(
  { subject, payload }: ActOf<"role-change">,
  register: Register,
): AppError | undefined {
  const before = register.standing(subject.id);
  if (before === undefined) return unknown(subject.id);
  return sameRoles(before.roles, payload.from)
    ? undefined
    : appError("act-subject", { kind: "role-change" });
}

function refuseSigners(statement: ActStatement, register: Register): AppError | undefined {
  const { signers, kind } = statement;
  const [first, second] = signers;
  if (first === undefined) return unknown("");
  const two = needsCountersign(kind, register);
  if (two && second === undefined) return appError("act-countersign", { kind });
  if (
    second !== undefined &&
    (second.person === first.person || second.publicKey === first.publicKey)
  )
    return appError("act-countersign-self", { person: first.person });
  return undefined;
}

/** Those who sign must be known here, and of two neither through the other alone. */
function refuseStrangers({ signers }: ActStatement, register: Register): AppError | undefined {
  const stranger = signers.find(({ person, publicKey }) => !register.isKnown(person, publicKey));
  if (stranger !== undefined) return unknown(stranger.person);
  const [first, second] = signers;
  if (first === undefined || second === undefined) return undefined;
  return register.independent(first.person, second.person)
    ? undefined
    : appError("act-not-independent", { person: first.person, other: second.person });
}

/**
 * Why an act does not count after those that came before it; undefined when it does. The same rules refuse it when it is
 * made and when it is read. A review counts for what it is; whether its signer is known is asked when an order is sealed.
 */
export function refusalOf(statement: ActStatement, register: Register): AppError | undefined {
  const signers = refuseSigners(statement, register);
  if (signers !== undefined) return signers;
  switch (statement.kind) {
    case "review":
      return undefined;
    case "person-confirmation":
      return refuseConfirmation(statement, register);
    case "key-change":
      return refuseKeyChange(statement, register);
    case "key-revocation":
      return refuseRevocation(statement, register) ?? refuseStrangers(statement, register);
    case "one-person-firm":
      return register.founded ? appError("act-one-person-founded") : undefined;
    case "role-change":
      return refuseRoleChange(statement, register) ?? refuseStrangers(statement, register);
    default:
      return refuseStrangers(statement, register);
  }
}
