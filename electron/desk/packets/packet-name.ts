import type { PacketSummary } from "#shared/ipc";

/** What a packet's folder is called, wherever it lies. */
export function packetName({
  set,
  asOf,
  fingerprint,
}: Pick<PacketSummary, "set" | "asOf" | "fingerprint">): string {
  return `${set}-${asOf}-${fingerprint.slice(0, 8)}`;
}
