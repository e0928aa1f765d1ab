import { type AppError, appError } from "#shared/kernel";
import type { Order, PersonRole } from "#shared/model";
import type { OrderReview } from "./order-reviews.ts";
import { type ActsState, actsOf } from "./read-acts.ts";
import type { Register } from "./register.ts";

/** What sealing is asked about: the order as it stands, its answer, its reviews, and who is known. */
export type SealGround = {
  readonly state: Pick<ActsState, "acts" | "register" | "problems">;
  readonly order: Pick<Order, "id" | "drafter">;
  /** Everybody whom the desk ever recorded as drafter, in that order. */
  readonly drafters: readonly string[];
  readonly reviews: readonly OrderReview[];
  /** Reviews from before signed acts are as many and the same as the journal tells. */
  readonly earlierWhole: boolean;
  readonly dossierSha256: string;
  readonly rulesSha256: string;
  readonly completenessSha256: string;
  /** The day whose rules and facts are sealed, and the day it is. */
  readonly asOf: string;
  readonly today: string;
  /** Required items that are missing, the first few by their path. */
  readonly missing: { readonly count: number; readonly first: readonly string[] };
  readonly nameOf: (person: string) => string;
  /** Who is to seal, once that is chosen. */
  readonly sealer?: string;
};

/** One thing that sealing needs: met, or why not. */
type SealItem = { readonly item: string; readonly fault?: AppError };

/** Everything that sealing needs, in the order in which a person sees to it. */
export type SealReadiness = {
  readonly ready: boolean;
  readonly items: readonly SealItem[];
  /** One person did all of it; every paper says so. */
  readonly onePerson: boolean;
  /** The acts that the seal rests on. */
  readonly reviews: readonly string[];
};

type Kind = "compliance" | "legal";

const roleOf: Readonly<Record<Kind, PersonRole>> = { compliance: "reviewer", legal: "legal" };

/** Who drafted it, by what the desk recorded and by signed changes; never by what the order says of itself. */
function drafterOfRecord({ state, order, drafters }: SealGround): string | undefined {
  const changed = actsOf(state, "drafter-change").findLast(
    ({ statement }) => statement.subject.id === order.id,
  );
  return changed?.statement.payload.to ?? drafters[0] ?? order.drafter;
}

/** Everybody who ever was the drafter, so that a change of drafter makes nobody a reviewer of own work. */
function everDrafted(ground: SealGround): ReadonlySet<string> {
  const { state, order, drafters } = ground;
  const changes = actsOf(state, "drafter-change")
    .filter(({ statement }) => statement.subject.id === order.id)
    .flatMap(({ statement: { payload } }) => [payload.from ?? payload.to, payload.to]);
  return new Set([...drafters, ...changes, order.drafter ?? ""]);
}

function faultOf(one: OrderReview, kind: Kind, ground: SealGround): AppError | undefined {
  const { review } = one;
  const { register } = ground.state;
  const { onePerson } = register;
  const person = ground.nameOf(review.person);
  if (one.act === undefined && !ground.earlierWhole) return appError(`seal-${kind}-before-acts`);
  if (review.dossierSha256 !== ground.dossierSha256) return appError(`seal-${kind}-stale`);
  if (review.rulesSha256 !== ground.rulesSha256) return appError(`seal-${kind}-rules`);
  if (one.act !== undefined && one.completenessSha256 !== ground.completenessSha256)
    return appError(`seal-${kind}-completeness`);
  if (!register.isKnown(review.person, review.publicKey))
    return appError("seal-person-unconfirmed", { person });
  if (onePerson !== undefined) return undefined;
  if (register.standing(review.person)?.roles.includes(roleOf[kind]) !== true)
    return appError(`review-role-${roleOf[kind]}`, { person });
  return everDrafted(ground).has(review.person)
    ? appError("review-own-draft", { person })
    : undefined;
}

type Sorted = { readonly good: readonly OrderReview[]; readonly fault: AppError | undefined };

/** The newest review of each person; one that asks for changes stands until its own signer or a withdrawal lifts it. */
function sorted(kind: Kind, ground: SealGround): Sorted {
  const newest = new Map<string, OrderReview>();
  for (const one of ground.reviews) {
    if (one.review.kind !== kind || one.state === "withdrawn") continue;
    newest.delete(one.review.person);
    newest.set(one.review.person, one);
  }
  const all = [...newest.values()].toReversed();
  const asks = all.find(
    ({ review }) =>
      review.decision === "changes-requested" &&
      ground.state.register.wasKnown(review.person, review.publicKey),
  );
  if (asks !== undefined) return { good: [], fault: appError(`seal-${kind}-changes`) };
  const ready = all.filter(({ review }) => review.decision === "ready-to-file");
  const good = ready.filter((one) => faultOf(one, kind, ground) === undefined);
  const [first] = ready;
  if (good.length > 0) return { good, fault: undefined };
  return {
    good,
    fault: first === undefined ? appError(`seal-${kind}-missing`) : faultOf(first, kind, ground),
  };
}

/** Why three persons are not three hands: two of them are known through one person alone. */
function dependence(
  persons: readonly string[],
  { state, nameOf }: SealGround,
): AppError | undefined {
  const shared = state.register.sharedHand(persons);
  return shared === undefined
    ? undefined
    : appError("seal-known-through", {
        person: nameOf(shared.person),
        other: nameOf(shared.through),
      });
}

function pairOf(
  compliance: Sorted,
  legal: Sorted,
  drafter: string,
  ground: SealGround,
): { readonly pair: readonly OrderReview[]; readonly fault: AppError | undefined } {
  if (ground.state.register.onePerson !== undefined) {
    const pair = [compliance.good[0], legal.good[0]].flatMap((one) => one ?? []);
    return { pair, fault: undefined };
  }
  let fault: AppError | undefined;
  for (const one of compliance.good)
    for (const other of legal.good) {
      const same =
        one.review.person === other.review.person ||
        one.review.publicKey === other.review.publicKey;
      const found = same
        ? appError("seal-one-reviewer", { person: ground.nameOf(one.review.person) })
        : dependence([one.review.person, other.review.person, drafter], ground);
      if (found === undefined) return { pair: [one, other], fault: undefined };
      fault ??= found;
    }
  return { pair: [], fault };
}

function drafterFault(record: string | undefined, ground: SealGround): AppError | undefined {
  const { order, state, nameOf } = ground;
  const { onePerson } = state.register;
  if (order.drafter === undefined || record === undefined) return appError("seal-no-drafter");
  if (order.drafter !== record)
    return appError("seal-drafter-changed", {
      person: nameOf(record),
      other: nameOf(order.drafter),
    });
  const known =
    onePerson === undefined ? isStanding(state.register, record) : onePerson.person === record;
  return known ? undefined : appError("seal-person-unconfirmed", { person: nameOf(record) });
}

const isStanding = (register: Register, person: string) => register.standing(person) !== undefined;

function sealerFault({ sealer, state, nameOf }: SealGround): AppError | undefined {
  if (sealer === undefined) return undefined;
  const { onePerson } = state.register;
  const known =
    onePerson === undefined ? isStanding(state.register, sealer) : onePerson.person === sealer;
  if (!known) return appError("seal-person-unconfirmed", { person: nameOf(sealer) });
  // The papers print the sealer's name: no one hand may be able to put it there.
  const through = state.register.knownThrough(sealer);
  return through === undefined
    ? undefined
    : appError("seal-sealer-through", { person: nameOf(sealer), other: nameOf(through) });
}

/**
 * Rules begin and end on days, so another day can be another answer: what is sealed is of no day before anybody whose review it rests
 * on looked at it, nor of one that is still to come.
 */
function dayFault(
  pair: readonly OrderReview[],
  { asOf, today }: Pick<SealGround, "asOf" | "today">,
): AppError | undefined {
  const reviewed =
    pair
      .map(({ review }) => review.date)
      .toSorted()
      .at(-1) ?? asOf;
  return asOf < reviewed || asOf > today ? appError("seal-other-day", { day: asOf }) : undefined;
}

/**
 * What must stand before a packet is frozen (CN-L-06): whole acts, no required item missing, the drafter of record, and a
 * compliance and a legal review by two other persons whose keys and roles others confirmed, each the newest of its signer, both
 * of this very dossier under these very packs and lists with this completeness. No lane forbids it: a request about a
 * reported bar may be filed, and says so.
 */
export function sealReadiness(ground: SealGround): SealReadiness {
  const record = drafterOfRecord(ground);
  const compliance = sorted("compliance", ground);
  const legal = sorted("legal", ground);
  const { pair, fault } = pairOf(compliance, legal, record ?? "", ground);
  const [problem] = ground.state.problems;
  const { count, first } = ground.missing;
  const found: readonly (readonly [string, AppError | undefined])[] = [
    [
      "acts",
      problem === undefined ? undefined : appError("seal-acts-broken", { why: problem.code }),
    ],
    ["complete", count === 0 ? undefined : appError("seal-incomplete", { count, first })],
    ["drafter", drafterFault(record, ground)],
    ["compliance", compliance.fault],
    ["legal", legal.fault],
    ["independent", fault],
    ["day", dayFault(pair, ground)],
    ...(ground.sealer === undefined ? [] : ([["sealer", sealerFault(ground)]] as const)),
  ];
  const items = found.map(([item, why]) => (why === undefined ? { item } : { item, fault: why }));
  return {
    ready: items.every((item) => !("fault" in item)),
    items,
    onePerson: ground.state.register.onePerson !== undefined,
    reviews: pair.flatMap(({ act }) => act?.id ?? []),
  };
}
