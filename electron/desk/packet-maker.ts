import { appError, err } from "#shared/kernel";
import type { PacketWorks } from "./packet-works.ts";

/** Where the typesetter finds its assets and its worker. */
export type PacketPlaces = { readonly root: string; readonly worker?: string };

/** Packets made with the typesetter and the bag writer of this machine. */
export function createPacketWorks(_places: PacketPlaces): PacketWorks {
  const none = () => Promise.resolve(err(appError("packet-sets-missing")));
  return { build: none, verify: none, file: none, page: none, dispose: () => Promise.resolve() };
}
