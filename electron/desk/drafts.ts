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

function saysTheSame(text: string, order: Order): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === canonicalJson(order);
  } catch {
    return false;
  }
}

/** Starts with no draft held. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, { readonly revision: number; readonly text: string }>();
  return {
    saved: (order) => {
      const held = drafts.get(order.id);
      if (held !== undefined && saysTheSame(held.text, order)) drafts.delete(order.id);
    },
    handlers: {
      hold: ({ id, revision, text }) => {
        drafts.delete(id);
        drafts.set(id, { revision, text });
        for (const oldest of drafts.keys()) {
          if (drafts.size <= MOST) break;
          drafts.delete(oldest);
        }
        return Promise.resolve(ok({}));
      },
      held: ({ id }) => {
        const held = drafts.get(id);
        return Promise.resolve(ok(held === undefined ? {} : { held }));
      },
      drop: ({ id }) => {
        drafts.delete(id);
        return Promise.resolve(ok({}));
      },
    },
  };
}

/** The names of orders, with each save told to the drafts. */
export function tellingDrafts(
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
