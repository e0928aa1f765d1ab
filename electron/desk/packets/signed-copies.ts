import { createHash } from "node:crypto";
import { z } from "zod";
import { decodeText, parseStrictJson } from "#node/input";
import { readPacketFile } from "#node/packets";
import {
  type CopyFound,
  copyFoundSchema,
  type DeskHandlers,
  type PacketSummary,
  type PaperOfSeal,
} from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { sniff } from "#store";
import { copyFound, type GivenCopy, isPdf } from "../packet-verify/copies-found.ts";
import type { DeskContext } from "../session/adapters.ts";
import { newestSeal, readPacket, readPacketZip } from "./packet-records.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const copySchema = z.strictObject({
  /** The unsigned original inside the packet. */
  path: z.string().max(400),
  original: sha256,
  fileName: z.string().max(200),
  sha256,
  bytes: z.number().int(),
  mediaType: z.string().max(100),
  attachedAt: z.string(),
  found: copyFoundSchema.optional(),
});
const copiesSchema = z.strictObject({
  schema: z.literal("h200-desk/signed-copies@1"),
  packet: z.string(),
  copies: z.array(copySchema).max(200),
});
type Copy = z.infer<typeof copySchema>;

const SCANS = ["application/pdf", "image/jpeg", "image/png"];

const noteName = (packet: string) => `${packet}.signed.json`;

async function readCopies(context: DeskContext, packet: string): Promise<Result<readonly Copy[]>> {
  const { files } = context.workspace;
  const name = noteName(packet);
  const names = await files.list("packets");
  if (!names.ok) return names;
  if (!names.value.includes(name)) return ok([]);
  const bytes = await files.read("packets", name);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, name, { mark: "refuse" });
  const json = text.ok ? parseStrictJson(text.value, name) : text;
  if (!json.ok) return json;
  const parsed = copiesSchema.safeParse(json.value);
  return parsed.success && parsed.data.packet === packet
    ? ok(parsed.data.copies)
    : err(appError("packet-record-damaged", { file: name }));
}

/** A paper with places to sign, and its scan where that is of this very original. */
function paperOf(
  packet: PacketSummary,
  file: PacketSummary["files"][number],
  copies: readonly Copy[],
): PaperOfSeal {
  const copy = copies.find((item) => item.path === file.path && item.original === file.sha256);
  const { path, sha256: hash, pages = 0, title } = file;
  const named = title === undefined ? {} : { title };
  const paper = { packet: packet.id, set: packet.set, path, ...named, pages, sha256: hash };
  if (copy === undefined) return paper;
  const { fileName, sha256: scan, bytes, mediaType, attachedAt, found } = copy;
  const known = found === undefined ? {} : { found };
  return { ...paper, signed: { fileName, sha256: scan, bytes, mediaType, attachedAt, ...known } };
}

const toSign = (packet: PacketSummary) =>
  packet.set === "internal-record" ? [] : packet.files.filter((file) => file.toSign === true);

/** The papers of the newest sealing that are printed, signed and sealed by hand, with the scans that came back. */
export async function papersToSign(
  context: DeskContext,
  order: string,
): Promise<Result<PaperOfSeal[]>> {
  const seal = await newestSeal(context, order);
  if (!seal.ok) return seal;
  const papers: PaperOfSeal[] = [];
  for (const packet of seal.value) {
    const copies = await readCopies(context, packet.id);
    if (!copies.ok) return copies;
    papers.push(...toSign(packet).map((file) => paperOf(packet, file, copies.value)));
  }
  return ok(papers);
}

async function sealedPaper(context: DeskContext, id: string, path: string) {
  const packet = await readPacket(context, id);
  if (!packet.ok) return packet;
  if (packet.value.seal === undefined) return err(appError("packet-not-sealed"));
  const file = toSign(packet.value).find((item) => item.path === path);
  return file === undefined
    ? err(appError("packet-paper-unknown", { path }))
    : ok({ packet: packet.value, file });
}

/** What a PDF that comes back is to the paper; nothing for a scan in another form. */
async function recognised(
  context: DeskContext,
  id: string,
  path: string,
  copy: GivenCopy,
): Promise<Result<CopyFound | undefined>> {
  if (!isPdf(copy.bytes)) return ok(undefined);
  const zip = await readPacketZip(context, id);
  if (!zip.ok) return zip;
  const paper = await readPacketFile(zip.value, path);
  return paper.ok ? ok(copyFound(paper.value, path, copy)) : paper;
}

/** The copies that were attached to the papers of a packet, for whoever verifies it. */
export async function attachedCopies(
  context: DeskContext,
  packet: string,
): Promise<readonly GivenCopy[]> {
  const copies = await readCopies(context, packet);
  const found: GivenCopy[] = [];
  for (const { fileName, sha256: hash } of copies.ok ? copies.value : []) {
    const bytes = await context.workspace.files.read("packets", `scan-${hash}.bin`);
    if (bytes.ok && isPdf(bytes.value)) found.push({ fileName, bytes: bytes.value });
  }
  return found;
}

/** Files the scan of a signed paper beside its original: bytes under their hash, both hashes in one note. */
export async function attachCopy(
  context: DeskContext,
  { id, path, grant }: Parameters<DeskHandlers["packets"]["attach"]>[0],
): Promise<Result<PaperOfSeal>> {
  const { workspace, grants, clockAndIds } = context;
  const found = await sealedPaper(context, id, path);
  if (!found.ok) return found;
  const upload = grants.take(grant);
  if (!upload.ok) return upload;
  const { fileName, bytes } = upload.value;
  const { mediaType } = sniff(bytes, true);
  if (!SCANS.includes(mediaType)) return err(appError("signed-copy-kind", { file: fileName }));
  const hash = createHash("sha256").update(bytes).digest("hex");
  const { packet, file } = found.value;
  if (hash === file.sha256) return err(appError("signed-copy-same", { file: fileName }));
  const copies = await readCopies(context, id);
  if (!copies.ok) return copies;
  const kept = await workspace.files.write("packets", `scan-${hash}.bin`, bytes);
  if (!kept.ok) return kept;
  const known = await recognised(context, id, path, { fileName, bytes });
  if (!known.ok) return known;
  const copy: Copy = {
    path,
    original: file.sha256,
    fileName,
    sha256: hash,
    bytes: bytes.length,
    mediaType,
    attachedAt: clockAndIds.now(),
    ...(known.value === undefined ? {} : { found: known.value }),
  };
  const all = [...copies.value.filter((item) => item.path !== path), copy];
  const note = { schema: "h200-desk/signed-copies@1", packet: id, copies: all };
  const text = Buffer.from(`${JSON.stringify(note, null, 2)}\n`);
  const noted = await workspace.files.write("packets", noteName(id), text);
  if (!noted.ok) return noted;
  const recorded = await workspace.journal.record(
    "packet.attach",
    { collection: "packets", id },
    { path, original: file.sha256, scan: hash },
  );
  return recorded.ok ? ok(paperOf(packet, file, all)) : recorded;
}

/** The scan as it was attached; refused when its bytes are no longer those that were hashed. */
export async function signedCopy(
  context: DeskContext,
  { id, path }: { readonly id: string; readonly path: string },
): Promise<Result<{ readonly grant: string; readonly fileName: string }>> {
  const found = await sealedPaper(context, id, path);
  if (!found.ok) return found;
  const copies = await readCopies(context, id);
  if (!copies.ok) return copies;
  const copy = copies.value.find(
    (item) => item.path === path && item.original === found.value.file.sha256,
  );
  if (copy === undefined) return err(appError("signed-copy-none", { path }));
  const bytes = await context.workspace.files.read("packets", `scan-${copy.sha256}.bin`);
  if (!bytes.ok) return bytes;
  if (createHash("sha256").update(bytes.value).digest("hex") !== copy.sha256)
    return err(appError("packet-evidence-changed", { path, file: copy.fileName }));
  const { fileName, mediaType } = copy;
  return ok(
    context.grants.offer({ fileName, mediaType, bytes: () => Promise.resolve(ok(bytes.value)) }),
  );
}
