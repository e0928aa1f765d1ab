import type { useDesk } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];
type Value<T> = T extends { readonly ok: true; readonly value: infer V } ? V : never;

/** Where the desk stands, as it answers `start.state`. */
export type StartState = Value<Awaited<ReturnType<Client["start"]["state"]>>>;
/** What a folder is, as the desk answers `start.look`. */
export type Look = Value<Awaited<ReturnType<Client["start"]["look"]>>>;
/** How a workspace is opened. */
export type OpenWish = Parameters<Client["start"]["open"]>[0];
