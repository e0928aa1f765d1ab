import { type ActsState, reviewsOf, type SealReadiness, sealReadiness } from "#shared/acts";
import { completenessOf, type Report } from "#shared/check";
import { hashOf, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash, type Order } from "#shared/model";
import { rulesHash } from "../check/rules-hash.ts";
import { recordedDrafters } from "../orders/drafter.ts";
import type { DeskContext } from "../session/adapters.ts";
import { earlierReviews } from "./earlier-reviews.ts";

/** The hash of what completeness says today of both sets that go out; a review is bound to it, whatever day is sealed. */
export function completenessHash(dossier: Dossier, today: string): string {
  return hashOf(completenessOf(dossier, { asOf: today }));
}

function missingOf({ completeness }: Report): { count: number; first: string[] } {
  const missing = (["cn-filing", "us-exporter"] as const).flatMap((set) =>
    completeness[set].missing.filter(({ need }) => need === "required").map(({ path }) => path),
  );
  return { count: missing.length, first: [...new Set(missing)].slice(0, 5) };
}

/** The order as it is kept, with reviews from before signed acts where it has any. */
async function storedOrder({ workspace }: DeskContext, id: string): Promise<Result<Order>> {
  const stored = await workspace.books.orders.get(id);
  return stored.ok ? ok(stored.value.value) : stored;
}

/** Everything that sealing an order needs, each met or with the reason why not. Asks for no passphrase. */
export async function sealCheck(
  context: DeskContext,
  { dossier, report, state }: { dossier: Dossier; report: Report; state: ActsState },
  sealer?: string,
): Promise<Result<SealReadiness>> {
  const { id } = dossier.order;
  const stored = await storedOrder(context, id);
  if (!stored.ok) return stored;
  const earlier = await earlierReviews(context, stored.value);
  if (!earlier.ok) return earlier;
  const drafters = await recordedDrafters(context, id);
  if (!drafters.ok) return drafters;
  const persons = new Map(
    context.workspace.books.persons.list().map((row) => [row.id, row.summary.name]),
  );
  const nameOf = (person: string) =>
    state.register.standing(person)?.name ?? persons.get(person) ?? person;
  return ok(
    sealReadiness({
      state,
      order: dossier.order,
      drafters: drafters.value.filter(
        (person) => persons.has(person) || state.register.standing(person) !== undefined,
      ),
      reviews: reviewsOf(state, id, earlier.value),
      earlierWhole: earlier.value.whole,
      dossierSha256: dossierHash(dossier),
      rulesSha256: rulesHash(report),
      completenessSha256: completenessHash(dossier, context.clockAndIds.today()),
      asOf: report.asOf,
      today: context.clockAndIds.today(),
      missing: missingOf(report),
      nameOf,
      ...(sealer === undefined ? {} : { sealer }),
    }),
  );
}
