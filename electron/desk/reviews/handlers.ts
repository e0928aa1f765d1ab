import { actsOf, reviewsOf } from "#shared/acts";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, hashOf, ok, type Result } from "#shared/kernel";
import { dossierHash, type Person, type Review } from "#shared/model";
import { openSigners } from "../acts/open-signers.ts";
import { rulesHash } from "../check/rules-hash.ts";
import { keepReviewed } from "../orders/order-changes.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { earlierReviews } from "./earlier-reviews.ts";
import { completenessHash } from "./seal-check.ts";

type Input = Parameters<DeskHandlers["orders"]["addReview"]>[0];
type Orders = DeskHandlers["orders"];

/** Drafter and reviewer are told apart by person and by key; a legal review needs the legal role. */
function mayReview(
  drafterId: string | undefined,
  person: Person,
  drafter: Person | undefined,
  kind: Input["kind"],
) {
  const own =
    person.id === drafterId ||
    (drafter?.publicKey !== undefined && drafter.publicKey === person.publicKey);
  if (own) return appError("review-own-draft", { person: person.name });
  const role = kind === "legal" ? "legal" : "reviewer";
  return person.roles.includes(role)
    ? undefined
    : appError(`review-role-${role}`, { person: person.name });
}

/** Signs a review bound to the dossier, its answer and its completeness as they stand now. It is an act, no part of the order. */
export async function addReview(context: DeskContext, input: Input): Promise<Result<Review>> {
  const { books } = context.workspace;
  const dossier = await context.dossierOf(input.id);
  if (!dossier.ok) return dossier;
  const person = await books.persons.get(input.person);
  if (!person.ok) return person;
  const state = await context.acts.read();
  if (!state.ok) return state;
  const { drafter } = dossier.value.order;
  const drafting = dossier.value.persons.find(({ id }) => id === drafter);
  const alone = state.value.register.onePerson?.person === input.person;
  const refusal = alone ? undefined : mayReview(drafter, person.value.value, drafting, input.kind);
  if (refusal !== undefined) return err(refusal);
  const report = await context.reportOf(dossier.value, {});
  if (!report.ok) return report;
  const signers = await openSigners(context, [input]);
  if (!signers.ok) return signers;
  const kept = await keepReviewed(context, dossier.value);
  if (!kept.ok) return kept;
  const signed = await context.acts.sign(
    {
      kind: "review",
      subject: { kind: "order", id: input.id, sha256: dossierHash(dossier.value) },
      payload: {
        review: input.kind,
        decision: input.decision,
        ...(input.comment === undefined ? {} : { comment: input.comment }),
        ...(input.comments.length === 0 ? {} : { comments: input.comments }),
        rulesSha256: rulesHash(report.value),
        completenessSha256: completenessHash(dossier.value, context.clockAndIds.today()),
      },
    },
    signers.value,
    { collection: "orders", id: input.id },
  );
  if (!signed.ok) return signed;
  const all = reviewsOf({ acts: [signed.value] }, input.id, { signed: [], whole: true });
  const [made] = all;
  return made === undefined ? err(appError("act-subject", { kind: "review" })) : ok(made.review);
}

/** The reviews of an order with what became of each, and whether its signer is known here. */
export async function listReviews(
  context: DeskContext,
  id: string,
): Promise<Awaited<ReturnType<Orders["reviews"]>>> {
  const order = await context.workspace.books.orders.get(id);
  if (!order.ok) return order;
  const state = await context.acts.read();
  if (!state.ok) return state;
  const earlier = await earlierReviews(context, order.value.value);
  if (!earlier.ok) return earlier;
  const { register } = state.value;
  return ok(
    reviewsOf(state.value, id, earlier.value).map(({ review, state: became, act }) => ({
      review,
      state: became,
      known: register.isKnown(review.person, review.publicKey),
      ...(act === undefined ? {} : { act: act.id }),
    })),
  );
}

/** Lifts a review by an act of two: it stays on record and no longer counts. */
export async function withdrawReview(
  context: DeskContext,
  input: Parameters<Orders["withdrawReview"]>[0],
): Promise<Result<Record<string, never>>> {
  const state = await context.acts.read();
  if (!state.ok) return state;
  const found = actsOf(state.value, "review").find(({ statement }) => statement.id === input.act);
  if (found === undefined || found.statement.subject.id !== input.id)
    return err(appError("act-unknown", { id: input.act }));
  const order = await context.workspace.books.orders.get(input.id);
  if (!order.ok) return order;
  const hands = input.second === undefined ? [input] : [input, input.second];
  const { drafter } = order.value.value;
  const alone = state.value.register.onePerson !== undefined;
  if (!alone && hands.some(({ person }) => person === drafter))
    return err(appError("withdraw-own-draft"));
  const signers = await openSigners(context, hands);
  if (!signers.ok) return signers;
  return done(
    await context.acts.sign(
      {
        kind: "review-withdrawal",
        subject: { kind: "act", id: input.act, sha256: found.sha256 },
        payload: { order: input.id },
        reason: input.reason,
      },
      signers.value,
      { collection: "orders", id: input.id },
    ),
  );
}

/** Puts another drafter in the place of the present one: signed by the new one, countersigned by a second person. */
export async function changeDrafter(
  context: DeskContext,
  input: Parameters<Orders["changeDrafter"]>[0],
): Promise<Result<Record<string, never>>> {
  const { orders } = context.workspace.books;
  const order = await orders.get(input.id);
  if (!order.ok) return order;
  const { drafter: from, ...rest } = order.value.value;
  const hands = input.second === undefined ? [input] : [input, input.second];
  const signers = await openSigners(context, hands);
  if (!signers.ok) return signers;
  const payload = { ...(from === undefined ? {} : { from }), to: input.person };
  const signed = await context.acts.sign(
    {
      kind: "drafter-change",
      subject: { kind: "order", id: input.id, sha256: hashOf({ order: input.id, ...payload }) },
      payload,
      reason: input.reason,
    },
    signers.value,
    { collection: "orders", id: input.id },
  );
  if (!signed.ok) return signed;
  return done(await orders.save({ ...rest, drafter: input.person }, order.value.revision));
}
