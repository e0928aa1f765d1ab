import type { DeskHandlers } from "#shared/ipc";
import { canonicalJson, ok } from "#shared/kernel";
import type { Order } from "#shared/model";

/** The newest drafts that are held; a page has one order open at a time. */
const MOST = 20;

/** What pages have not saved yet, in memory and nowhere else: no disk sees it, and closing the workspace forgets it. */
export type Drafts = {
  readonly handlers: DeskHandlers["drafts"];
  /** An order was saved: a draft that says the same is no longer needed. */
  saved(order: Order): void;
};

type Held = {
  readonly id: string;
  readonly page: string;
  readonly revision: number;
  readonly text: string;
  /** The page that was given another one's draft; when it is done with it, so is the draft. */
  readonly takenBy?: string;
};

function saysTheSame(text: string, order: Order): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(order);
  } catch {
    return false;
  }
}

/** Starts with no draft held. Each page has its own of an order; a page without one is given what another left behind. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, Held>();
  const keyOf = (id: string, page: string) => `${id} ${page}`;
  const put = (held: Held) => {
    const key = keyOf(held.id, held.page);
    drafts.delete(key);
    drafts.set(key, held);
    for (const oldest of drafts.keys()) {
      if (drafts.size <= MOST) break;
      drafts.delete(oldest);
    }
  };
  return {
    saved: (order) => {
      for (const [key, held] of drafts)
        if (held.id === order.id && saysTheSame(held.text, order)) drafts.delete(key);
    },
    handlers: {
      hold: ({ id, page, revision, text }) => {
        put({ id, page, revision, text });
        return Promise.resolve(ok({}));
      },
      held: ({ id, page }) => {
        const own = drafts.get(keyOf(id, page));
        const left = own ?? [...drafts.values()].findLast((held) => held.id === id);
        if (left === undefined) return Promise.resolve(ok({}));
        if (left !== own) put({ ...left, takenBy: page });
        return Promise.resolve(ok({ held: { revision: left.revision, text: left.text } }));
      },
      drop: ({ id, page }) => {
        for (const [key, held] of drafts)
          if (held.id === id && (held.page === page || held.takenBy === page)) drafts.delete(key);
        return Promise.resolve(ok({}));
      },
    },
  };
}

/** The names of orders, with each save told to the drafts. */
export function withDraftUpdates(
  orders: DeskHandlers["orders"],
  drafts: Drafts,
): DeskHandlers["orders"] {
  return {
    ...orders,
    save: async (input) => {
      const saved = await orders.save(input);
      if (saved.ok) drafts.saved(input.value);
      return saved;
    },
  };
}
