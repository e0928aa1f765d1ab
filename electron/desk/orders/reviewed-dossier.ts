import { reviewsOf } from "#shared/acts";
import { ok, type Result } from "#shared/kernel";
import type { Dossier, Order } from "#shared/model";
import type { ActStore } from "../acts/act-store.ts";
import { earlierReviews } from "../reviews/earlier-reviews.ts";
import type { WorkspaceTotals } from "../totals/workspace-totals.ts";
import type { DeskWorkspace } from "../workspace/desk-workspace.ts";
import { gatherDossier } from "./dossier.ts";
import { withNamedPersons } from "./named-persons.ts";

/** The reviews that count for something here: signed by persons who are known, and not withdrawn. */
async function reviewsThatStand(
  workspace: DeskWorkspace,
  acts: ActStore,
  order: Order,
): Promise<Result<Order["reviews"]>> {
  const state = await acts.read();
  if (!state.ok) return state;
  const earlier = await earlierReviews({ workspace }, order);
  if (!earlier.ok) return earlier;
  const { register } = state.value;
  return ok(
    reviewsOf(state.value, order.id, earlier.value)
      .filter((one) => one.state !== "withdrawn")
      .filter((one) => one.state !== "before-acts" || earlier.value.whole)
      .map(({ review }) => review)
      .filter(({ person, publicKey }) => register.isKnown(person, publicKey)),
  );
}

type Sources = {
  readonly workspace: DeskWorkspace;
  readonly acts: ActStore;
  readonly totals: WorkspaceTotals;
};

/**
 * The dossier of an order with its reviews as acts tell them, whatever the saved order holds, and with what its group orders
 * altogether where other orders of the workspace belong to it.
 */
export async function reviewedDossier(
  { workspace, acts, totals }: Sources,
  id: string,
): Promise<Result<Dossier>> {
  const stored = await workspace.books.orders.get(id);
  if (!stored.ok) return stored;
  const reviews = await reviewsThatStand(workspace, acts, stored.value.value);
  if (!reviews.ok) return reviews;
  const { reviews: _saved, ...order } = stored.value.value;
  const signed = reviews.value ?? [];
  const snapshot = await totals.snapshot(id);
  if (!snapshot.ok) return snapshot;
  const dossier = await gatherDossier(
    await withNamedPersons(workspace.books, workspace.files, id),
    signed.length === 0 ? order : { ...order, reviews: signed },
  );
  if (!dossier.ok || snapshot.value === undefined) return dossier;
  return ok({ ...dossier.value, totals: snapshot.value });
}
