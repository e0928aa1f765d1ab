import { z } from "zod";
import { decodeText, parseStrictJson } from "#node/input";
import { readPacketFile } from "#node/packets";
import type { DeskHandlers } from "#shared/ipc";
import { appError, canonicalJson, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash, dossierSchema } from "#shared/model";
import { dossierChanges } from "#shared/packet";
import { newestSeal, readPacketZip } from "../packets/packet-records.ts";
import type { DeskContext } from "../session/adapters.ts";
import { changesSinceAdverse } from "./adverse-checks.ts";

type Changes = Awaited<ReturnType<DeskHandlers["orders"]["changes"]>>;
type Since = { readonly id: string; readonly by: string; readonly date: string };

const keptName = (sha256: string) => `reviewed-${sha256}.json`;

/** Keeps what a reviewer saw, under its hash, so that the next one can be told what changed since. */
export async function keepReviewed(context: DeskContext, dossier: Dossier): Promise<Result<void>> {
  const { reviews: _reviews, ...order } = dossier.order;
  const text = `${canonicalJson({ ...dossier, order })}\n`;
  return await context.workspace.files.write(
    "packets",
    keptName(dossierHash(dossier)),
    Buffer.from(text, "utf8"),
  );
}

function dossierIn(bytes: Uint8Array, name: string): Result<unknown> {
  const text = decodeText(bytes, name, { mark: "refuse" });
  return text.ok ? parseStrictJson(text.value, name) : text;
}

async function keptDossier(context: DeskContext, sha256: string): Promise<Dossier | undefined> {
  const names = await context.workspace.files.list("packets");
  if (!names.ok || !names.value.includes(keptName(sha256))) return undefined;
  const bytes = await context.workspace.files.read("packets", keptName(sha256));
  const json = bytes.ok ? dossierIn(bytes.value, keptName(sha256)) : bytes;
  const parsed = json.ok ? dossierSchema.safeParse(json.value) : undefined;
  // A note that was tampered with says nothing about what was reviewed.
  return parsed?.success === true && dossierHash(parsed.data) === sha256 ? parsed.data : undefined;
}

const recordSchema = z.object({ dossier: dossierSchema });

/** The whole dossier as it was sealed: it stands in the internal record. */
export async function sealedDossier(
  context: DeskContext,
  record: string,
): Promise<Result<Dossier>> {
  const zip = await readPacketZip(context, record);
  if (!zip.ok) return zip;
  const bytes = await readPacketFile(zip.value, "data/internal-record.json");
  const json = bytes.ok ? dossierIn(bytes.value, "internal-record.json") : bytes;
  if (!json.ok) return json;
  const parsed = recordSchema.safeParse(json.value);
  return parsed.success
    ? ok(parsed.data.dossier)
    : err(appError("packet-content", { at: "dossier" }));
}

function named(context: DeskContext, person: string): string {
  const found = context.workspace.books.persons.list().find(({ id }) => id === person);
  return found?.summary.name ?? person;
}

async function sinceReview(
  context: DeskContext,
  dossier: Dossier,
): Promise<readonly [Since, Dossier] | undefined> {
  for (const review of (dossier.order.reviews ?? []).toReversed()) {
    const kept = await keptDossier(context, review.dossierSha256);
    if (kept !== undefined)
      return [{ id: review.id, by: named(context, review.person), date: review.date }, kept];
  }
  return undefined;
}

/** What changed in an order since it was last reviewed, or last sealed. */
export async function orderChanges(
  context: DeskContext,
  { id, since }: Parameters<DeskHandlers["orders"]["changes"]>[0],
): Promise<Changes> {
  const dossier = await context.dossierOf(id);
  if (!dossier.ok) return dossier;
  if (since === "adverse") {
    const adverse = await changesSinceAdverse(context, dossier.value);
    if (!adverse.ok) return adverse;
    const { date, changes } = adverse.value;
    if (changes.length === 0) return ok({ changes: [] });
    return ok({ since: { id, by: "", date }, changes: [...changes] });
  }
  if (since === "review") {
    const found = await sinceReview(context, dossier.value);
    if (found === undefined) return ok({ changes: [] });
    return ok({ since: found[0], changes: [...dossierChanges(found[1], dossier.value)] });
  }
  const seal = await newestSeal(context, id);
  if (!seal.ok) return seal;
  const record = seal.value.find((packet) => packet.set === "internal-record");
  if (record === undefined) return ok({ changes: [] });
  const before = await sealedDossier(context, record.id);
  if (!before.ok) return before;
  const by = record.seal?.by ?? "";
  return ok({
    since: { id: record.id, by, date: record.createdAt.slice(0, 10) },
    changes: [...dossierChanges(before.value, dossier.value)],
  });
}
