import { keyFingerprint } from "#node/packets";
import type { Report } from "#shared/check";
import type { DeskHandlers, PacketSummary } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash, type Person, type PersonRole } from "#shared/model";
import { dossierChanges, projectDossier } from "#shared/packet";
import { setNames, usualLanguage } from "#shared/papers";
import { openSigners } from "../acts/open-signers.ts";
import { rulesHash } from "../check/rules-hash.ts";
import { sealedDossier } from "../orders/order-changes.ts";
import type { Signer } from "../reviews/person-keys.ts";
import { sealCheck } from "../reviews/seal-check.ts";
import type { DeskContext } from "../session/adapters.ts";
import type { JobContext } from "../session/jobs.ts";
import { wireError } from "../workspace/file-issues.ts";
import { makePacket, type PacketSpec, stillFresh } from "./packet-build.ts";
import { packetName } from "./packet-name.ts";
import { filePackets, type MadePacket, newestSeal } from "./packet-records.ts";

type SealInput = Parameters<DeskHandlers["packets"]["seal"]>[0];
type Set = PacketSummary["set"];
type Named = Pick<Person, "name"> & {
  readonly nameEn?: string | undefined;
  readonly roles: readonly PersonRole[];
};

/** What the sets amend: the packets of the last sealing, and the dossier that stood in its record. */
type Before = { readonly packets: readonly PacketSummary[]; readonly dossier: Dossier };

async function before(context: DeskContext, order: string): Promise<Result<Before | undefined>> {
  const packets = await newestSeal(context, order);
  if (!packets.ok) return packets;
  const record = packets.value.find((packet) => packet.set === "internal-record");
  if (record === undefined) return ok(undefined);
  const dossier = await sealedDossier(context, record.id);
  return dossier.ok ? ok({ packets: packets.value, dossier: dossier.value }) : dossier;
}

/** For a set that goes out only what its reader was told: both states are projected before they are compared. */
function amendsOf(set: Set, dossier: Dossier, last: Before | undefined): PacketSpec["amends"] {
  const packet = last?.packets.find((item) => item.set === set);
  if (last === undefined || packet === undefined) return undefined;
  const seen = (whole: Dossier) => (set === "internal-record" ? whole : projectDossier(whole, set));
  return {
    packet: packetName(packet),
    fingerprint: packet.fingerprint,
    asOf: packet.asOf,
    changes: [...dossierChanges(seen(last.dossier), seen(dossier), usualLanguage(set))],
  };
}

function unchanged(last: Before | undefined, dossier: Dossier, report: Report) {
  const filing = last?.packets.find((packet) => packet.set === "cn-filing");
  const same =
    filing !== undefined &&
    filing.dossierSha256 === dossierHash(dossier) &&
    filing.rulesSha256 === rulesHash(report) &&
    filing.asOf === report.asOf;
  return same ? appError("seal-unchanged", { packet: packetName(filing) }) : undefined;
}

/** The role that a seal is put under: the weightiest of the person's own. */
function sealingRole(roles: Person["roles"] | readonly PersonRole[]): PersonRole {
  const ranked = ["manager", "legal", "reviewer", "drafter"] as const;
  return ranked.find((role) => roles.includes(role)) ?? "drafter";
}

function signedAs(set: Set, person: Named): string {
  return set === "us-exporter" ? (person.nameEn ?? person.name) : person.name;
}

type Sealing = {
  readonly person: Named;
  readonly signer: Signer;
  readonly last: Before | undefined;
  readonly language: SealInput["language"];
  readonly annexes: SealInput["annexes"];
  readonly onePerson: boolean;
  /** Names this sealing: its record, and its act. */
  readonly id: string;
};

async function makeAll(
  context: DeskContext,
  ground: { readonly dossier: Dossier; readonly report: Report },
  { person, signer, last, language, annexes, onePerson, id }: Sealing,
  job: JobContext,
): Promise<Result<readonly MadePacket[]>> {
  // One moment for all three sets: the signatures are given one after another, without anybody waiting in between.
  const signedAt = context.clockAndIds.now();
  const role = sealingRole(person.roles);
  const made: MadePacket[] = [];
  for (const set of setNames) {
    const by = signedAs(set, person);
    const fingerprint = keyFingerprint(signer.publicKey);
    const packet = await makePacket(
      context,
      {
        ...ground,
        set,
        ...(language === "both" ? { language } : {}),
        annexes,
        seal: { signer, by, role, signedAt, ...(onePerson ? { onePerson: true } : {}) },
        amends: amendsOf(set, ground.dossier, last),
      },
      job,
    );
    if (!packet.ok) return packet;
    const supersedes = last?.packets.find((item) => item.set === set)?.id;
    made.push({
      zip: packet.value.zip,
      summary: {
        ...packet.value.summary,
        seal: { id, by, publicKey: signer.publicKey, keyFingerprint: fingerprint },
        ...(supersedes === undefined ? {} : { supersedes }),
      },
    });
  }
  return ok(made);
}

/**
 * Freezes both outgoing sets and the internal record in one act: all three speak of the same dossier and report, carry the
 * same commitment and are filed together or not at all. A second sealing makes amendments of the first.
 */
export async function sealOrder(
  context: DeskContext,
  input: SealInput,
  job: JobContext,
): Promise<Result<readonly PacketSummary[]>> {
  const { workspace } = context;
  job.progress("check", 0, 4);
  const dossier = await context.dossierOf(input.order);
  if (!dossier.ok) return dossier;
  const asOf = input.asOf === undefined ? {} : { asOf: input.asOf };
  const report = await context.reportOf(dossier.value, asOf);
  if (!report.ok) return report;
  const ground = { dossier: dossier.value, report: report.value };
  const state = await context.acts.read();
  if (!state.ok) return state;
  const checked = await sealCheck(context, { ...ground, state: state.value }, input.person);
  if (!checked.ok) return checked;
  const fault = checked.value.items.find((item) => item.fault !== undefined)?.fault;
  if (fault !== undefined) return err(fault);
  const last = await before(context, input.order);
  if (!last.ok) return last;
  const same = unchanged(last.value, ground.dossier, ground.report);
  if (same !== undefined) return err(same);
  const person = await workspace.books.persons.get(input.person);
  if (!person.ok) return person;
  const signers = await openSigners(context, [input]);
  if (!signers.ok) return signers;
  const [signer] = signers.value;
  const { register } = state.value;
  if (signer === undefined || !register.isKnown(input.person, signer.publicKey))
    return err(appError("seal-person-unconfirmed", { person: person.value.value.name }));
  // The names that others confirmed are printed, not those that the book was changed to since.
  const known = register.standing(input.person) ?? person.value.value;
  const sealing = {
    person: known,
    signer,
    last: last.value,
    language: input.language,
    annexes: input.annexes,
    onePerson: checked.value.onePerson,
    id: context.clockAndIds.newId("sel"),
  };
  const made = await makeAll(context, ground, sealing, job);
  if (!made.ok) return made;
  const fresh = await stillFresh(context, ground);
  if (!fresh.ok) return fresh;
  const signed = await context.acts.sign(
    {
      kind: "seal",
      subject: { kind: "dossier", id: sealing.id, sha256: dossierHash(ground.dossier) },
      payload: {
        order: input.order,
        packets: made.value.map(({ summary: { set, fingerprint } }) => ({ set, fingerprint })),
        rulesSha256: rulesHash(ground.report),
        role: sealingRole(known.roles),
        reviews: [...checked.value.reviews],
        onePerson: sealing.onePerson,
      },
    },
    [signer],
    { collection: "orders", id: input.order },
  );
  if (!signed.ok) return signed;
  const filed = await filePackets(context, made.value);
  if (!filed.ok) return filed;
  for (const { summary } of made.value) {
    const { set, fingerprint, id } = summary;
    const recorded = await workspace.journal.record(
      "packet.seal",
      { collection: "packets", id },
      { set, asOf: summary.asOf, fingerprint },
    );
    if (!recorded.ok) return recorded;
  }
  return ok(made.value.map(({ summary }) => summary));
}

/** The list of everything that sealing needs, before any passphrase is asked for. */
export async function sealReadinessOf(
  context: DeskContext,
  { order, asOf, person }: Parameters<DeskHandlers["packets"]["readiness"]>[0],
): Promise<Awaited<ReturnType<DeskHandlers["packets"]["readiness"]>>> {
  const dossier = await context.dossierOf(order);
  if (!dossier.ok) return dossier;
  const report = await context.reportOf(dossier.value, asOf === undefined ? {} : { asOf });
  if (!report.ok) return report;
  const state = await context.acts.read();
  if (!state.ok) return state;
  const ground = { dossier: dossier.value, report: report.value, state: state.value };
  const checked = await sealCheck(context, ground, person);
  if (!checked.ok) return checked;
  const { ready, onePerson, items } = checked.value;
  return ok({
    ready,
    onePerson,
    items: items.map(({ item, fault }) =>
      fault === undefined ? { item } : { item, fault: wireError(fault) },
    ),
  });
}
