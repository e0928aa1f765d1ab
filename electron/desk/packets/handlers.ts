import { readPacketFile } from "#node/packets";
import type { Found } from "#node/pdf-reading";
import type { DeskHandlers, PacketSummary } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { sniff } from "#store";
import { officeFile } from "../packet-builder/packet-office.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { keyCard } from "./key-card.ts";
import { knownKeys } from "./known-keys.ts";
import { buildDraft } from "./packet-build.ts";
import { annexesReady } from "./packet-extras.ts";
import { packetName } from "./packet-name.ts";
import { listPackets, readPacket, readPacketZip } from "./packet-records.ts";
import { sealOrder, sealReadinessOf } from "./seal-order.ts";
import { attachCopy, attachedCopies, papersToSign, signedCopy } from "./signed-copies.ts";

type Handlers = DeskHandlers["packets"];

async function offer(
  context: DeskContext,
  { id, path }: Parameters<Handlers["offer"]>[0],
): Promise<Result<{ readonly grant: string; readonly fileName: string }>> {
  const { grants, workspace } = context;
  const record = await readPacket(context, id);
  if (!record.ok) return record;
  const zip = await readPacketZip(context, id);
  if (!zip.ok) return zip;
  const file = path === undefined ? zip : await readPacketFile(zip.value, path);
  if (!file.ok) return file;
  const recorded = await workspace.journal.record("packet.export", { collection: "packets", id });
  if (!recorded.ok) return recorded;
  return ok(
    grants.offer({
      fileName: path ?? `${packetName(record.value)}.zip`,
      mediaType: path === undefined ? "application/zip" : sniff(file.value, true).mediaType,
      bytes: () => Promise.resolve(ok(file.value)),
    }),
  );
}

async function find(
  context: DeskContext,
  { id, path, words }: Parameters<Handlers["find"]>[0],
): ReturnType<Handlers["find"]> {
  const record = await readPacket(context, id);
  if (!record.ok) return record;
  const zip = await readPacketZip(context, id);
  if (!zip.ok) return zip;
  const papers = record.value.files.filter(
    (file: PacketSummary["files"][number]) => file.pages !== undefined,
  );
  const found: { path: string; page: number; excerpt: string; boxes: Found["boxes"][number][] }[] =
    [];
  for (const paper of papers.filter((file) => path === undefined || file.path === path)) {
    const hits = await (await context.packets()).find(zip.value, paper.path, words);
    if (!hits.ok) return hits;
    found.push(
      ...hits.value.map(({ page, excerpt, boxes }) => ({
        path: paper.path,
        page,
        excerpt,
        boxes: [...boxes],
      })),
    );
  }
  return ok(found);
}

async function office(
  context: DeskContext,
  { id, kind, uploadMegabytes, lang }: Parameters<Handlers["office"]>[0],
): ReturnType<Handlers["office"]> {
  const zip = await readPacketZip(context, id);
  if (!zip.ok) return zip;
  const made = await officeFile(zip.value, {
    kind,
    lang: lang ?? "zh",
    ...(uploadMegabytes === undefined ? {} : { uploadBytes: uploadMegabytes * 1024 ** 2 }),
  });
  if (!made.ok) return made;
  const { fileName, bytes } = made.value;
  const mediaType = sniff(bytes, true).mediaType;
  return ok(context.grants.offer({ fileName, mediaType, bytes: () => Promise.resolve(ok(bytes)) }));
}

async function remove(context: DeskContext, id: string): ReturnType<Handlers["remove"]> {
  const record = await readPacket(context, id);
  if (!record.ok) return record;
  if (record.value.seal !== undefined) return err(appError("packet-sealed-kept"));
  const names = [`${id}.json`, `${id}.zip`];
  const { title } = record.value;
  return done(await context.workspace.files.discard("packets", names, { id, title }));
}

/** Packets of an order: made as long work, kept whole, looked at by anybody. */
export function packetHandlers(context: DeskContext): DeskHandlers["packets"] {
  const { jobs, packets, grants, workspace, clockAndIds } = context;
  const wish = async () => {
    const known = await knownKeys(context);
    return known.ok ? ok({ known: known.value, today: clockAndIds.today() }) : known;
  };
  return {
    build: async ({ order, set, asOf, language, annexes }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const ready = annexesReady(dossier.value, annexes, () => true);
      if (!ready.ok) return ready;
      const spec = { set, dossier: dossier.value, asOf, language, annexes };
      return ok({ job: jobs.start((job) => buildDraft(context, spec, job)) });
    },
    list: ({ order }) => {
      // Whoever looks at the packets of an order is about to build one.
      if (order !== undefined) void packets().then((builder) => builder.warm());
      return listPackets(context, order);
    },
    verify: async ({ id }) => {
      const zip = await readPacketZip(context, id);
      if (!zip.ok) return zip;
      const copies = await attachedCopies(context, id);
      const asked = await wish();
      if (!asked.ok) return asked;
      const verified = await (await packets()).verify(zip.value, { ...asked.value, copies });
      if (!verified.ok) return verified;
      const recorded = await workspace.journal.record(
        "packet.verify",
        { collection: "packets", id },
        { integrity: verified.value.intact ? "intact" : "broken" },
      );
      return recorded.ok ? verified : recorded;
    },
    verifyUpload: async ({ grant }) => {
      const file = grants.take(grant);
      if (!file.ok) return file;
      const asked = await wish();
      return asked.ok ? await (await packets()).verify(file.value.bytes, asked.value) : asked;
    },
    verifyFolder: async ({ files }) => {
      const taken = new Map<string, Uint8Array>();
      for (const { path, grant } of files) {
        const file = grants.take(grant);
        if (!file.ok) return file;
        taken.set(path, file.value.bytes);
      }
      const asked = await wish();
      return asked.ok ? await (await packets()).verify(taken, asked.value) : asked;
    },
    knownKeys: async () => {
      const known = await knownKeys(context);
      return known.ok ? ok({ keys: [...known.value] }) : known;
    },
    offer: (input) => offer(context, input),
    page: async ({ id, path, page }) => {
      const zip = await readPacketZip(context, id);
      return zip.ok ? await (await packets()).page(zip.value, path, page) : zip;
    },
    keyCard: (input) => keyCard(context, input),
    readiness: (input) => sealReadinessOf(context, input),
    seal: async (input) => {
      const stored = await workspace.books.orders.get(input.order);
      if (!stored.ok) return stored;
      return ok({ job: jobs.start((job) => sealOrder(context, input, job)) });
    },
    remove: ({ id }) => remove(context, id),
    papers: ({ order }) => papersToSign(context, order),
    attach: (input) => attachCopy(context, input),
    signedCopy: (input) => signedCopy(context, input),
    find: (input) => find(context, input),
    office: (input) => office(context, input),
  };
}
