import { type ActsState, countedDecisions, signersOf } from "#shared/acts";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, hashOf, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { ENGINE, type ListIndex, screenDossier } from "#shared/screening";
import { openSigners } from "../acts/open-signers.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { hitRow } from "./hits.ts";

type Deciding = Parameters<DeskHandlers["lists"]["decide"]>[0];

/**
 * Records what a person decided of one possible match. The fingerprints of both sides are taken here, from the party and the entry
 * as they stand, so that the decision holds for exactly these and reopens when either changes.
 */
export async function decideMatch(
  context: DeskContext,
  input: Deciding,
): Promise<Result<{ readonly id: string }>> {
  const { lists, workspace, clockAndIds } = context;
  const indexes = await lists.indexes();
  if (!indexes.ok) return indexes;
  const dossier = await context.dossierOf(input.order);
  if (!dossier.ok) return dossier;
  const hit = screenDossier(indexes.value, dossier.value).find(
    (one) => one.party === input.party && one.list === input.list && one.entry.id === input.entry,
  );
  if (hit === undefined) return err(appError("screening-gone", { entry: input.entry }));
  const stored = await workspace.books.orders.get(input.order);
  if (!stored.ok) return stored;
  const person = workspace.actor();
  const decision = {
    id: clockAndIds.newId("scr"),
    party: hit.party,
    list: hit.list,
    entry: hit.entry.id,
    entryHash: hit.entryHash,
    partyHash: hit.partyHash,
    decision: input.decision,
    reason: input.reason,
    date: clockAndIds.today(),
    ...(person === "" ? {} : { person }),
  };
  const { value, revision } = stored.value;
  const screening = [...(value.screening ?? []), decision];
  const saved = await workspace.books.orders.save({ ...value, screening }, revision);
  if (!saved.ok) return saved;
  const recorded = await workspace.journal.record(
    "screening.decide",
    { collection: "orders", id: input.order },
    {
      party: hit.party,
      entry: hit.entry.id,
      decision: input.decision,
      list: hit.listSha256,
      matcher: ENGINE,
    },
  );
  return recorded.ok ? ok({ id: decision.id }) : recorded;
}

/** A person stands behind a decision as it is, or no longer: a signed act about its hash. */
export async function signDecision(
  context: DeskContext,
  { order, id, holds, reason, ...hand }: Parameters<DeskHandlers["lists"]["sign"]>[0],
): Promise<Result<Record<string, never>>> {
  const stored = await context.workspace.books.orders.get(order);
  if (!stored.ok) return stored;
  const decision = stored.value.value.screening?.find((one) => one.id === id);
  if (decision === undefined) return err(appError("not-found", { id }));
  const signers = await openSigners(context, [hand]);
  if (!signers.ok) return signers;
  return done(
    await context.acts.sign(
      {
        kind: "list-decision-confirmation",
        subject: { kind: "list-decision", id, sha256: hashOf(decision) },
        payload: { order, holds },
        ...(reason === undefined || reason === "" ? {} : { reason }),
      },
      signers.value,
      { collection: "orders", id: order },
    ),
  );
}

/** The hits of a draft with what signed acts stand behind, and under each decision who signed it. */
export function signedHits(
  state: ActsState,
  indexes: readonly ListIndex[],
  dossier: Dossier,
): readonly ReturnType<typeof hitRow>[] {
  const { order } = dossier;
  const counted = countedDecisions(state, order);
  return screenDossier(indexes, dossier, counted).map((hit) => ({
    ...hitRow(hit),
    ...(hit.decision === undefined
      ? {}
      : { signedBy: [...signersOf(state, order.id, hit.decision)] }),
  }));
}

/** The same for an order of the workspace. */
export async function orderHits(
  context: DeskContext,
  indexes: readonly ListIndex[],
  order: string,
): Promise<Result<readonly ReturnType<typeof hitRow>[]>> {
  const dossier = await context.dossierOf(order);
  if (!dossier.ok) return dossier;
  const state = await context.acts.read();
  return state.ok ? ok(signedHits(state.value, indexes, dossier.value)) : state;
}
