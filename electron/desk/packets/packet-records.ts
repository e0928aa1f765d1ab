import { z } from "zod";
import { decodeText, parseStrictJson } from "#node/input";
import { actsOf } from "#shared/acts";
import { type ListedPacket, type PacketSummary, packetSummarySchema } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { dossierHash } from "#shared/model";
import { rulesHash } from "../check/rules-hash.ts";
import type { DeskContext } from "../session/adapters.ts";

/** A packet that was built alone. */
const singleSchema = z.strictObject({
  schema: z.literal("h200-desk/packet-record@1"),
  packet: packetSummarySchema,
});

/** The packets of one sealing: one file, so that all of them are there or none. */
const sealSchema = z.strictObject({
  schema: z.literal("h200-desk/seal-record@1"),
  packets: z.array(packetSummarySchema).length(3),
});

const recordSchema = z.discriminatedUnion("schema", [singleSchema, sealSchema]);

// Records are named after what they list; the folder holds zips and other notes beside them.
const RECORD = /^(pkt|sel)_[a-z0-9-]+\.json$/;

async function readRecord(context: DeskContext, name: string): Promise<Result<PacketSummary[]>> {
  const bytes = await context.workspace.files.read("packets", name);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, name, { mark: "refuse" });
  const json = text.ok ? parseStrictJson(text.value, name) : text;
  if (!json.ok) return json;
  const parsed = recordSchema.safeParse(json.value);
  if (!parsed.success) return err(appError("packet-record-damaged", { file: name }));
  const packets = "packet" in parsed.data ? [parsed.data.packet] : parsed.data.packets;
  // A record lists what it is named after; a copy under another name would list its packets twice.
  const own = packets.every(({ id, seal }) => `${seal?.id ?? id}.json` === name);
  return own ? ok(packets) : err(appError("packet-record-damaged", { file: name }));
}

const sealKey = (...parts: readonly string[]) => parts.join(" ");

/**
 * Whether a packet is one that somebody sealed here: its seal is a signed act under the key that it names, or, before seals were acts, a
 * line of the journal. A record laid into the folder can say anything.
 */
async function sealedHere(
  context: DeskContext,
): Promise<Result<(packet: PacketSummary) => boolean>> {
  const state = await context.acts.read();
  if (!state.ok) return state;
  const told = await context.workspace.journal.told("packet.seal");
  if (!told.ok) return told;
  const sealed = new Set([
    ...actsOf(state.value, "seal").flatMap(({ statement: { subject, payload, signers } }) =>
      payload.packets.map(({ set, fingerprint }) =>
        sealKey("act", subject.id, signers[0]?.publicKey ?? "", set, fingerprint),
      ),
    ),
    ...told.value.map(({ subject, detail: { set, fingerprint } }) =>
      sealKey("line", subject?.id ?? "", String(set), String(fingerprint)),
    ),
  ]);
  return ok(({ id, set, fingerprint, seal }) =>
    seal === undefined
      ? true
      : sealed.has(sealKey("act", seal.id, seal.publicKey, set, fingerprint)) ||
        sealed.has(sealKey("line", id, set, fingerprint)),
  );
}

/** Every packet of the desk, or of one order; the newest first, those of one sealing together. */
async function readPackets(
  context: DeskContext,
  order?: string,
): Promise<Result<readonly PacketSummary[]>> {
  const names = await context.workspace.files.list("packets");
  if (!names.ok) return names;
  const isSealed = await sealedHere(context);
  if (!isSealed.ok) return isSealed;
  const found: PacketSummary[] = [];
  for (const name of names.value.filter((item) => RECORD.test(item))) {
    const record = await readRecord(context, name);
    if (!record.ok) {
      // One record that a sync client left half-written must not hide all others.
      context.workspace.files.report("packets", name, record.error);
      continue;
    }
    if (!record.value.every(isSealed.value)) {
      context.workspace.files.report(
        "packets",
        name,
        appError("packet-seal-unknown", { file: name }),
      );
      continue;
    }
    found.push(...record.value.filter((packet) => order === undefined || packet.order === order));
  }
  return ok(found.toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1)));
}

/** One packet by its id. */
export async function readPacket(context: DeskContext, id: string): Promise<Result<PacketSummary>> {
  const all = await readPackets(context);
  if (!all.ok) return all;
  const found = all.value.find((packet) => packet.id === id);
  return found === undefined ? err(appError("packet-unknown", { id })) : ok(found);
}

/** The bytes of a packet as they were filed. */
export async function readPacketZip(context: DeskContext, id: string): Promise<Result<Uint8Array>> {
  const known = await readPacket(context, id);
  return known.ok ? await context.workspace.files.read("packets", `${id}.zip`) : known;
}

/** The packets of the newest sealing of an order; none when it was never sealed. */
export async function newestSeal(
  context: DeskContext,
  order: string,
): Promise<Result<readonly PacketSummary[]>> {
  const all = await readPackets(context, order);
  if (!all.ok) return all;
  const id = all.value.find((packet) => packet.seal !== undefined)?.seal?.id;
  return ok(id === undefined ? [] : all.value.filter((packet) => packet.seal?.id === id));
}

/** A packet that is ready to be filed: what a list shows of it, and its bytes. */
export type MadePacket = { readonly summary: PacketSummary; readonly zip: Uint8Array };

/** Files packets together: their bytes first, then one record of all, so that nothing half-filed is ever listed. */
export async function filePackets(
  context: DeskContext,
  made: readonly MadePacket[],
): Promise<Result<void>> {
  const { files } = context.workspace;
  for (const { summary, zip } of made) {
    const stored = await files.write("packets", `${summary.id}.zip`, zip);
    if (!stored.ok) return stored;
  }
  const [first] = made;
  if (first === undefined) return ok(undefined);
  const seal = first.summary.seal?.id;
  const record =
    seal === undefined
      ? { schema: "h200-desk/packet-record@1", packet: first.summary }
      : { schema: "h200-desk/seal-record@1", packets: made.map(({ summary }) => summary) };
  const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
  return await files.write("packets", `${seal ?? first.summary.id}.json`, bytes);
}

/** What an order is today, for telling which of its packets speak of an earlier state. */
async function presentState(context: DeskContext, order: string) {
  const dossier = await context.dossierOf(order);
  const report = dossier.ok ? await context.reportOf(dossier.value, {}) : dossier;
  if (!dossier.ok || !report.ok) return undefined;
  return { dossier: dossierHash(dossier.value), rules: rulesHash(report.value) };
}

/** The packets as a list shows them: what changed since they were made, and which were superseded. */
export async function listPackets(
  context: DeskContext,
  order: string | undefined,
): Promise<Result<readonly ListedPacket[]>> {
  const found = await readPackets(context, order);
  if (!found.ok) return found;
  const states = new Map<string, Awaited<ReturnType<typeof presentState>>>();
  for (const id of new Set(found.value.map((packet) => packet.order)))
    states.set(id, await presentState(context, id));
  const later = new Map(found.value.map((packet) => [packet.supersedes, packet.id]));
  return ok(
    found.value.map((packet) => {
      const now = states.get(packet.order);
      const by = later.get(packet.id);
      const rules = packet.rulesSha256 !== undefined && now?.rules !== packet.rulesSha256;
      return {
        ...packet,
        stale: [
          ...(now !== undefined && now.dossier !== packet.dossierSha256
            ? (["dossier"] as const)
            : []),
          ...(now !== undefined && rules ? (["rules"] as const) : []),
        ],
        ...(by === undefined ? {} : { supersededBy: by }),
      };
    }),
  );
}
