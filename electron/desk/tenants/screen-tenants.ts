import { setImmediate as breathe } from "node:timers/promises";
import type { TenantScreening } from "#node/tenants";
import { type ListIndex, screen } from "#shared/screening";
import type { TenantHit } from "#shared/tenants";

/** Names that were just looked up: books repeat their customers. */
const REMEMBERED = 50_000;
/** After so many look-ups whoever else waits has a turn. */
const AT_ONCE = 200;

/** Looks tenants up in lists by name and code. */
export function tenantScreening(indexes: readonly ListIndex[]): TenantScreening {
  const before = new Map<string, readonly TenantHit[]>();
  const lookUp = (name: string, code: string): readonly TenantHit[] => {
    const subject = { names: name === "" ? [] : [name], codes: code === "" ? [] : [code] };
    return indexes.flatMap((index) =>
      screen(index, subject).map(({ list, entry, matched }) => ({
        list,
        entry: entry.id,
        name: entry.name,
        matched,
      })),
    );
  };
  return {
    lists: indexes.map(({ id, date, sha256 }) => ({ id, date, sha256 })),
    screen: async (rows) => {
      if (indexes.length === 0) return rows.map(() => []);
      const found: (readonly TenantHit[])[] = [];
      for (const [at, { name, code }] of rows.entries()) {
        if (at % AT_ONCE === AT_ONCE - 1) await breathe();
        const key = `${name}\n${code}`;
        const hits = before.get(key) ?? lookUp(name, code);
        if (before.size < REMEMBERED) before.set(key, hits);
        found.push(hits);
      }
      return found;
    },
  };
}
