import { type ListIndex, screen } from "#shared/screening";
import type { TenantHit } from "#shared/tenants";

/** Names that were just looked up: books repeat their customers. */
const REMEMBERED = 20_000;

/** What is looked for: a name and a code, either of which may be empty. */
export type Looked = { readonly name: string; readonly code: string };

/** Looks tenants up in lists by name and code, remembering those that it looked up before. */
export function tenantLookUp(
  indexes: readonly ListIndex[],
): (looked: Looked) => readonly TenantHit[] {
  const before = new Map<string, readonly TenantHit[]>();
  return ({ name, code }) => {
    const key = `${name}\n${code}`;
    const known = before.get(key);
    if (known !== undefined) return known;
    const subject = { names: name === "" ? [] : [name], codes: code === "" ? [] : [code] };
    const hits = indexes.flatMap((index) =>
      screen(index, subject).map(({ list, entry, matched }) => ({
        list,
        entry: entry.id,
        name: entry.name,
        matched,
      })),
    );
    if (before.size < REMEMBERED) before.set(key, hits);
    return hits;
  };
}
