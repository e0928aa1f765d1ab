import type { EarlierReviews } from "#shared/acts";
import { canonicalJson, ok, type Result } from "#shared/kernel";
import type { Order, Review } from "#shared/model";
import type { DeskContext } from "../session/adapters.ts";
import { verifySignature } from "./person-keys.ts";

/** The bytes that the signature of a review from before signed acts covers: everything but the signature itself. */
function reviewBytes(review: Omit<Review, "signature">): Uint8Array {
  return Buffer.from(canonicalJson(review), "utf8");
}

/** Whether the signature of a review from before signed acts fits its content and its own key. */
export function reviewHolds(review: Review): boolean {
  const { signature, ...body } = review;
  return verifySignature(review.publicKey, reviewBytes(body), signature);
}

/**
 * Reviews that an earlier program kept in the order itself. An order can be saved by anybody, so they are held against what the
 * journal tells was signed: with one too many or too few, none of them counts.
 */
export async function earlierReviews(
  { workspace }: Pick<DeskContext, "workspace">,
  order: Order,
): Promise<Result<EarlierReviews>> {
  const kept = order.reviews ?? [];
  const told = await workspace.journal.told("review.sign");
  if (!told.ok) return told;
  const signed = told.value
    .filter(({ subject }) => subject?.collection === "orders" && subject.id === order.id)
    .map(({ detail }) => `${String(detail["kind"])} ${String(detail["decision"])}`);
  const here = kept.map(({ kind, decision }) => `${kind} ${decision}`);
  return ok({ signed: kept.filter(reviewHolds), whole: signed.join() === here.join() });
}
