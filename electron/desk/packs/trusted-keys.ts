import type { Managed } from "#node/host";
import type { TrustedPackKey } from "#node/packs";
import { type ActsState, actsOf } from "#shared/acts";
import { ok, type Result } from "#shared/kernel";
import type { ActStore } from "../acts/act-store.ts";

/** The keys whose packs a known person trusts by a signed act; the newest act about a key decides. */
export function keysTrustedByActs(state: Pick<ActsState, "acts">): readonly TrustedPackKey[] {
  const keys = new Map<string, TrustedPackKey>();
  for (const { statement } of actsOf(state, "pack-trust")) {
    const { name, publicKey, trusted } = statement.payload;
    keys.delete(publicKey);
    if (trusted) keys.set(publicKey, { name, publicKey });
  }
  return [...keys.values()];
}

/** What the desk goes by when a pack is taken in or loaded: the firm's keys, and whether only those count. */
export type PackTrust = {
  readonly trusted: readonly TrustedPackKey[];
  readonly onlyTrusted: boolean;
};

/** The keys of the firm's rules, and those that persons trust by signed acts unless the rules allow their own alone. */
export async function packTrust({
  acts,
  host,
}: {
  readonly acts: Pick<ActStore, "read">;
  readonly host: { readonly program?: { readonly managed?: Managed } };
}): Promise<Result<PackTrust>> {
  const managed = host.program?.managed;
  const theirs = managed?.trustedPackKeys ?? [];
  if (managed?.onlyTheseKeys === true) return ok({ trusted: theirs, onlyTrusted: true });
  const state = await acts.read();
  if (!state.ok) return state;
  const known = new Set(theirs.map(({ publicKey }) => publicKey));
  const own = keysTrustedByActs(state.value).filter(({ publicKey }) => !known.has(publicKey));
  return ok({ trusted: [...theirs, ...own], onlyTrusted: false });
}
