import type { Report } from "#shared/check";
import type { PacketSummary } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash } from "#shared/model";
import { type AnnexName, usualLanguage } from "#shared/papers";
import { rulesHash } from "../check/rules-hash.ts";
import type { PacketRequest } from "../packet-builder/packet-request.ts";
import type { DeskContext } from "../session/adapters.ts";
import type { JobContext } from "../session/jobs.ts";
import { extrasOf } from "./packet-extras.ts";
import { filePackets, type MadePacket } from "./packet-records.ts";

/** One set to be made of a dossier and its report. */
export type PacketSpec = {
  readonly set: PacketSummary["set"];
  readonly dossier: Dossier;
  readonly report: Report;
  readonly language?: PacketRequest["language"] | undefined;
  readonly annexes?: readonly AnnexName[] | undefined;
  readonly seal?: PacketRequest["seal"];
  readonly amends?: PacketRequest["amends"];
};

/** Makes one packet; nothing is filed yet. */
export async function makePacket(
  context: DeskContext,
  spec: PacketSpec,
  { signal, progress }: JobContext,
): Promise<Result<MadePacket>> {
  const { store, clockAndIds } = context;
  const { set, dossier, report, language, annexes, seal, amends } = spec;
  const extras = await extrasOf(context, set, dossier);
  if (!extras.ok) return extras;
  const built = await (await context.packets()).build({
    set,
    dossier,
    report,
    language: language ?? usualLanguage(set),
    annexes,
    ...extras.value,
    evidence: async (sha256) =>
      (await store.evidence.has(sha256)) ? () => store.evidence.stream(sha256) : undefined,
    seal,
    amends,
    signal,
    progress,
  });
  if (!built.ok) return built;
  if (signal.aborted) return err(appError("cancelled"));
  const summary: PacketSummary = {
    id: clockAndIds.newId("pkt"),
    order: dossier.order.id,
    title: dossier.order.title,
    set,
    asOf: report.asOf,
    createdAt: clockAndIds.now(),
    draft: seal === undefined,
    fingerprint: built.value.fingerprint,
    dossierSha256: dossierHash(dossier),
    rulesSha256: rulesHash(report),
    files: built.value.summary,
    ...(built.value.remarks.length === 0 ? {} : { remarks: [...built.value.remarks] }),
  };
  return ok({ summary, zip: built.value.zip });
}

/** Dossier and rules as they are now; `packet-stale` when they are no longer what a packet was made of. */
export async function stillFresh(
  context: DeskContext,
  { dossier, report }: Pick<PacketSpec, "dossier" | "report">,
): Promise<Result<void>> {
  const now = await context.dossierOf(dossier.order.id);
  if (!now.ok) return now;
  const again = await context.reportOf(now.value, { asOf: report.asOf });
  if (!again.ok) return again;
  return dossierHash(now.value) === dossierHash(dossier) &&
    rulesHash(again.value) === rulesHash(report)
    ? ok(undefined)
    : err(appError("packet-stale"));
}

/** Builds one draft and files it. */
export async function buildDraft(
  context: DeskContext,
  spec: Omit<PacketSpec, "report" | "seal" | "amends"> & { readonly asOf: string | undefined },
  job: JobContext,
): Promise<Result<PacketSummary>> {
  const { dossier, asOf } = spec;
  job.progress("check", 0, 4);
  const report = await context.reportOf(dossier, asOf === undefined ? {} : { asOf });
  if (!report.ok) return report;
  const made = await makePacket(context, { ...spec, report: report.value }, job);
  if (!made.ok) return made;
  const fresh = await stillFresh(context, { dossier, report: report.value });
  if (!fresh.ok) return fresh;
  const filed = await filePackets(context, [made.value]);
  if (!filed.ok) return filed;
  const { summary } = made.value;
  const journal = await context.workspace.journal.record(
    "packet.build",
    { collection: "packets", id: summary.id },
    { set: summary.set, asOf: summary.asOf, fingerprint: summary.fingerprint },
  );
  return journal.ok ? ok(summary) : journal;
}
