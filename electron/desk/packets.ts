import { z } from "zod";
import { sniff } from "#node/evidence";
import { decodeText, parseStrictJson } from "#node/input";
import { type DeskHandlers, type PacketSummary, packetSummarySchema } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash } from "#shared/model";
import { type AnnexName, usualLanguage } from "#shared/papers";
import type { DeskContext } from "./adapters.ts";
import { done } from "./books.ts";
import type { JobContext } from "./jobs.ts";
import { annexesReady, extrasOf } from "./packet-extras.ts";
import type { PacketRequest } from "./packet-works.ts";
import { openPersonKey, type Signer } from "./person-keys.ts";
import { readyToSeal } from "./sealing.ts";

const recordSchema = z.strictObject({
  schema: z.literal("h200-desk/packet-record@1"),
  packet: packetSummarySchema,
});

type Order = { readonly order: string; readonly set: PacketSummary["set"] };

async function readRecord(context: DeskContext, id: string): Promise<Result<PacketSummary>> {
  const name = `${id}.json`;
  const names = await context.workspace.files.list("packets");
  if (!names.ok) return names;
  if (!names.value.includes(name)) return err(appError("packet-unknown", { id }));
  const bytes = await context.workspace.files.read("packets", name);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, name, { mark: "refuse" });
  if (!text.ok) return text;
  const json = parseStrictJson(text.value, name);
  if (!json.ok) return json;
  const parsed = recordSchema.safeParse(json.value);
  return parsed.success
    ? ok(parsed.data.packet)
    : err(appError("packet-record-damaged", { file: name }));
}

async function readZip(context: DeskContext, id: string): Promise<Result<Uint8Array>> {
  const record = await readRecord(context, id);
  return record.ok ? await context.workspace.files.read("packets", `${id}.zip`) : record;
}

async function listRecords(context: DeskContext, order: string | undefined) {
  const names = await context.workspace.files.list("packets");
  if (!names.ok) return names;
  const found: PacketSummary[] = [];
  for (const name of names.value.filter((item) => item.endsWith(".json"))) {
    const record = await readRecord(context, name.slice(0, -".json".length));
    if (!record.ok) return record;
    if (order === undefined || record.value.order === order) found.push(record.value);
  }
  return ok(found.toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1)));
}

type Made = {
  readonly dossier: Dossier;
  readonly asOf: string | undefined;
  readonly language?: PacketRequest["language"] | undefined;
  readonly annexes?: readonly AnnexName[] | undefined;
  readonly signer?: Signer;
};

/** Builds one packet and files it; the record is written last, so that a packet is listed only when it is whole. */
async function buildOne(
  context: DeskContext,
  { order, set }: Order,
  { dossier, asOf, language, annexes, signer }: Made,
  { signal, progress }: JobContext,
): Promise<Result<PacketSummary>> {
  const { workspace, packets, ambient } = context;
  progress("check", 0, 4);
  const report = await context.reportOf(dossier, asOf === undefined ? {} : { asOf });
  if (!report.ok) return report;
  const extras = await extrasOf(context, set, dossier);
  if (!extras.ok) return extras;
  const built = await packets.build({
    set,
    dossier,
    report: report.value,
    language: language ?? usualLanguage(set),
    annexes,
    ...extras.value,
    evidence: async (sha256) => {
      const bytes = await workspace.evidence.get(sha256);
      return bytes.ok ? bytes.value : undefined;
    },
    ...(signer === undefined ? {} : { signer }),
    signal,
    progress,
  });
  if (!built.ok) return built;
  if (signal.aborted) return err(appError("cancelled"));
  const id = ambient.newId("pkt");
  const summary: PacketSummary = {
    id,
    order,
    title: dossier.order.title,
    set,
    asOf: report.value.asOf,
    createdAt: ambient.now(),
    draft: signer === undefined,
    fingerprint: built.value.fingerprint,
    dossierSha256: dossierHash(dossier),
    files: built.value.summary,
  };
  const stored = await workspace.files.write("packets", `${id}.zip`, built.value.zip);
  if (!stored.ok) return stored;
  const record = { schema: "h200-desk/packet-record@1", packet: summary };
  const noted = await workspace.files.write(
    "packets",
    `${id}.json`,
    Buffer.from(`${JSON.stringify(record, null, 2)}\n`),
  );
  if (!noted.ok) return noted;
  const journal = await workspace.journal.record(
    signer === undefined ? "packet.build" : "packet.seal",
    { collection: "packets", id },
    { set, asOf: summary.asOf, fingerprint: summary.fingerprint },
  );
  return journal.ok ? ok(summary) : journal;
}

/** Seals all three sets of an order at once, so that they speak of the same dossier. */
async function sealAll(
  context: DeskContext,
  input: Parameters<DeskHandlers["packets"]["seal"]>[0],
  job: JobContext,
): Promise<Result<readonly PacketSummary[]>> {
  const dossier = await context.dossierOf(input.order);
  if (!dossier.ok) return dossier;
  const report = await context.reportOf(
    dossier.value,
    input.asOf === undefined ? {} : { asOf: input.asOf },
  );
  if (!report.ok) return report;
  const ready = readyToSeal(dossier.value, report.value);
  if (!ready.ok) return ready;
  const signer = await openPersonKey(context.workspace.files, input.person, input.passphrase);
  if (!signer.ok) return signer;
  const sealed: PacketSummary[] = [];
  for (const set of ["internal-record", "cn-filing", "us-exporter"] as const) {
    const made = { dossier: dossier.value, asOf: input.asOf };
    const built = await buildOne(
      context,
      { order: input.order, set },
      { ...made, signer: signer.value },
      job,
    );
    if (!built.ok) return built;
    sealed.push(built.value);
  }
  return ok(sealed);
}

/** Packets of an order: made as long work, kept whole, looked at by anybody. */
export function packetHandlers(context: DeskContext): DeskHandlers["packets"] {
  const { jobs, packets, grants, workspace } = context;
  return {
    build: async ({ order, set, asOf, language, annexes }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const ready = annexesReady(dossier.value, annexes);
      if (!ready.ok) return ready;
      const made = { dossier: dossier.value, asOf, language, annexes };
      const job = jobs.start((jobContext) => buildOne(context, { order, set }, made, jobContext));
      return ok({ job });
    },
    list: ({ order }) => listRecords(context, order),
    verify: async ({ id }) => {
      const zip = await readZip(context, id);
      if (!zip.ok) return zip;
      const verified = await packets.verify(zip.value);
      if (!verified.ok) return verified;
      const recorded = await workspace.journal.record(
        "packet.verify",
        { collection: "packets", id },
        { integrity: verified.value.integrity },
      );
      return recorded.ok ? verified : recorded;
    },
    verifyUpload: async ({ grant }) => {
      const file = grants.take(grant);
      return file.ok ? await packets.verify(file.value.bytes) : file;
    },
    offer: async ({ id, path }) => {
      const record = await readRecord(context, id);
      if (!record.ok) return record;
      const zip = await workspace.files.read("packets", `${id}.zip`);
      if (!zip.ok) return zip;
      const recorded = await workspace.journal.record("packet.export", {
        collection: "packets",
        id,
      });
      if (!recorded.ok) return recorded;
      if (path === undefined) {
        const fileName = `${record.value.set}-${record.value.asOf}-${record.value.fingerprint.slice(0, 8)}.zip`;
        return ok(
          grants.offer({
            fileName,
            mediaType: "application/zip",
            bytes: () => Promise.resolve(ok(zip.value)),
          }),
        );
      }
      const file = await packets.file(zip.value, path);
      if (!file.ok) return file;
      return ok(
        grants.offer({
          fileName: path,
          mediaType: sniff(file.value, true).mediaType,
          bytes: () => Promise.resolve(ok(file.value)),
        }),
      );
    },
    page: async ({ id, path, page }) => {
      const zip = await readZip(context, id);
      return zip.ok ? await packets.page(zip.value, path, page) : zip;
    },
    seal: async (input) => {
      const stored = await workspace.books.orders.get(input.order);
      if (!stored.ok) return stored;
      return ok({ job: jobs.start((jobContext) => sealAll(context, input, jobContext)) });
    },
    remove: async ({ id }) => {
      const record = await readRecord(context, id);
      if (!record.ok) return record;
      const gone = await workspace.files.remove("packets", `${id}.json`);
      return gone.ok ? done(await workspace.files.remove("packets", `${id}.zip`)) : gone;
    },
  };
}
