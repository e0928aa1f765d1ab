import type { Store } from "./collections.ts";

/** Where the opened workspace lies, how it was opened, and how many files were ever set aside. */
export async function describeWorkspace(store: Store) {
  const aside = await store.quarantined();
  const { readOnlyReason, tookOver } = store;
  return {
    path: store.dir,
    encrypted: store.encrypted,
    readOnly: store.mode === "read",
    ...(readOnlyReason === undefined ? {} : { readOnlyReason }),
    ...(tookOver === undefined
      ? {}
      : { tookOverFrom: `${tookOver.owner} ${tookOver.host}`.trim() }),
    quarantined: aside.ok ? aside.value.length : 0,
  };
}
