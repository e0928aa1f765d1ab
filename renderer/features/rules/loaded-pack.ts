import type { Pack, Source } from "#shared/rules";

/** A pack with the texts it cites. */
export type LoadedPack = { readonly pack: Pack; readonly sources: readonly Source[] };

/** What the person is looking for, and on which day. */
export type Filter = { readonly search: string; readonly asOf: string };

/** Whether all the words stand somewhere in a value's text. */
export function mentions(value: unknown, search: string): boolean {
  if (search === "") return true;
  const text = JSON.stringify(value).toLowerCase();
  return search.split(/\s+/).every((word) => text.includes(word));
}
