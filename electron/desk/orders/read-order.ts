import { reviewsOf } from "#shared/acts";
import { ok } from "#shared/kernel";
import { earlierReviews } from "../reviews/earlier-reviews.ts";
import type { DeskContext } from "../session/adapters.ts";

/** An order as pages see it, with its reviews as acts and earlier records tell them; saving takes none of them back. */
export async function readOrder(context: DeskContext, id: string) {
  const stored = await context.workspace.books.orders.get(id);
  if (!stored.ok) return stored;
  const state = await context.acts.read();
  const earlier = await earlierReviews(context, stored.value.value);
  const all = state.ok && earlier.ok ? reviewsOf(state.value, id, earlier.value) : [];
  const reviews = all.filter((one) => one.state !== "withdrawn").map(({ review }) => review);
  const { reviews: _saved, ...value } = stored.value.value;
  const shown = reviews.length === 0 ? value : { ...value, reviews };
  return ok({ ...stored.value, value: shown });
}
