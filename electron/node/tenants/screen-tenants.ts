import { setImmediate as breathe } from "node:timers/promises";
import type { ListSnapshot } from "#shared/lists";
import { buildListIndex } from "#shared/screening";
import type { TenantHit } from "#shared/tenants";
import type { TenantScreening } from "./classify-book.ts";
import { tenantLookUp } from "./look-up.ts";

/** After so many look-ups whoever else waits has a turn. */
const AT_ONCE = 200;

/** What a classified book says of the lists that it was compared with. */
export const listsCompared = (lists: readonly ListSnapshot[]): TenantScreening["lists"] =>
  lists.map(({ id, date, sha256 }) => ({ id, date, sha256 }));

/** Looks tenants up in this thread, leaving turns to others. */
export function screeningHere(lists: readonly ListSnapshot[]): TenantScreening {
  const lookUp = tenantLookUp(lists.map(buildListIndex));
  return {
    lists: listsCompared(lists),
    end: () => Promise.resolve(),
    screen: async (rows) => {
      if (lists.length === 0) return rows.map(() => []);
      const found: (readonly TenantHit[])[] = [];
      for (const [at, row] of rows.entries()) {
        if (at % AT_ONCE === AT_ONCE - 1) await breathe();
        found.push(lookUp(row));
      }
      return found;
    },
  };
}
