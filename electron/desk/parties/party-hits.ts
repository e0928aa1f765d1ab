import { countedDecisions } from "#shared/acts";
import type { ListHit } from "#shared/facts";
import { ok, type Result } from "#shared/kernel";
import type { Link, Order, Party } from "#shared/model";
import {
  type ListIndex,
  type PartyHit,
  screenDossier,
  screenedLists,
  toListHits,
} from "#shared/screening";
import { ownershipInput } from "../ownership/classifications.ts";
import type { DeskContext } from "../session/adapters.ts";

/** What lists say of the parties of a record, with the decisions that persons made about them. */
export function screenRecord(
  indexes: readonly ListIndex[],
  record: {
    readonly parties: readonly Party[];
    readonly links: readonly Link[];
    readonly decisions?: Order["screening"];
  },
): { readonly hits: readonly ListHit[]; readonly screened: readonly string[] } {
  const { parties, decisions } = record;
  const { dossier } = ownershipInput({ parties: [...parties], links: [] }, "2000-01-01", {
    hits: [],
  });
  const order = { ...dossier.order, ...(decisions === undefined ? {} : { screening: decisions }) };
  const hits = screenDossier(indexes, { ...dossier, order });
  return { hits: toListHits(hits), screened: screenedLists(indexes) };
}

/** What the imported lists say of parties of the book, with the decisions that persons recorded in any order. */
export type PartyHits = {
  readonly of: (
    parties: readonly Party[],
  ) => Promise<Result<{ readonly hits: readonly ListHit[]; readonly screened: readonly string[] }>>;
};

type Decisions = NonNullable<Order["screening"]>;

/** Creates the screening of the party book; a party is screened again only when it or the lists changed. */
export function createPartyHits({ workspace, lists, acts }: DeskContext): PartyHits {
  const orders = new Map<string, { readonly revision: number; readonly decisions: Decisions }>();
  let screenedWith = "";
  let found = new WeakMap<Party, readonly PartyHit[]>();

  async function decisions(): Promise<Result<Decisions>> {
    const all: Decisions = [];
    const state = await acts.read();
    if (!state.ok) return state;
    for (const { id, revision } of workspace.books.orders.list()) {
      let held = orders.get(id);
      if (held?.revision !== revision) {
        const stored = await workspace.books.orders.get(id);
        if (!stored.ok) return stored;
        held = { revision, decisions: stored.value.value.screening ?? [] };
        orders.set(id, held);
      }
      // What signed acts do not stand behind leaves a match as open here as it is in the order.
      const counted = countedDecisions(state.value, { id, screening: held.decisions });
      all.push(...held.decisions.filter((decision) => counted.has(decision.id)));
    }
    // The last decision about a pair counts: one match that was found true anywhere stays true.
    return ok(
      all.toSorted((a, b) => Number(a.decision > b.decision) - Number(a.decision < b.decision)),
    );
  }

  return {
    of: async (parties) => {
      const indexes = await lists.indexes();
      if (!indexes.ok) return indexes;
      const said = await decisions();
      if (!said.ok) return said;
      const key = JSON.stringify([indexes.value.map(({ sha256 }) => sha256), said.value]);
      if (key !== screenedWith) {
        screenedWith = key;
        found = new WeakMap();
      }
      const hits = parties.flatMap((party) => {
        const before = found.get(party);
        if (before !== undefined) return before;
        const { dossier } = ownershipInput({ parties: [party], links: [] }, "2000-01-01", {
          hits: [],
        });
        const order = { ...dossier.order, screening: said.value };
        const counted = new Set(said.value.map(({ id }) => id));
        const now = screenDossier(indexes.value, { ...dossier, order }, counted);
        found.set(party, now);
        return now;
      });
      return ok({ hits: toListHits(hits), screened: screenedLists(indexes.value) });
    },
  };
}
