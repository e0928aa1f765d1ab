import { type CivilDate, err, ok, type Result, sha256Hex } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { type BodsFault, isRecord } from "./bods-check.ts";
import { linksOf } from "./bods-link.ts";
import type { BodsNote } from "./bods-note.ts";
import { partyOf } from "./bods-party.ts";
import { type BodsStatement, readBods } from "./bods-read.ts";

/** What a BODS file says, in the words of the model; ids are those of the file, made safe. */
export type BodsImport = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly notes: readonly BodsNote[];
};

/** A party id that keeps a record's own id where it can, and a hash of it where it cannot. */
function idFor(prefix: "pty" | "lnk", recordId: string): string {
  if (new RegExp(`^${prefix}_[A-Za-z0-9-]{1,60}$`).test(recordId)) return recordId;
  if (/^[A-Za-z0-9-]{1,60}$/.test(recordId)) return `${prefix}_${recordId}`;
  return `${prefix}_b${sha256Hex(recordId).slice(0, 24)}`;
}

/** Of several statements about one record the latest holds; statements after the day asked for are not known yet. */
function latest(
  statements: readonly BodsStatement[],
  asOf: CivilDate | undefined,
  notes: BodsNote[],
): BodsStatement[] {
  const byRecord = new Map<string, BodsStatement>();
  for (const statement of statements) {
    const { recordType, recordId, statementDate } = statement;
    if (asOf !== undefined && statementDate.slice(0, 10) > asOf) continue;
    const key = `${recordType} ${recordId}`;
    const before = byRecord.get(key);
    const older = before && before.statementDate > statementDate;
    const past = older ? statement : before;
    if (past) notes.push({ kind: "superseded", statementId: past.statementId, recordId });
    if (!older) byRecord.set(key, statement);
  }
  return [...byRecord.values()];
}

/** Turns checked statements into parties and links. */
function fromStatements(statements: readonly BodsStatement[], asOf?: CivilDate): BodsImport {
  const notes: BodsNote[] = [];
  const parties = new Map<string, Party>();
  const links: Link[] = [];
  for (const statement of latest(statements, asOf, notes)) {
    const { recordType, recordId, statementId, recordStatus } = statement;
    if (recordType !== "relationship") {
      // A party whose record is closed stays: links of the past still name it.
      const party = partyOf(statement, idFor("pty", recordId));
      parties.set(party.id, party);
      continue;
    }
    const closed = recordStatus === "closed";
    if (closed) notes.push({ kind: "closed-record", statementId, recordId });
    for (const side of ["subject", "interestedParty"] as const) {
      const named = statement.recordDetails[side];
      if (!isRecord(named)) continue;
      const detail = String(named["reason"]);
      notes.push({ kind: "unspecified-party", statementId, recordId, detail });
    }
    links.push(...linksOf(statement, idFor, notes));
  }
  return { parties: [...parties.values()], links, notes };
}

/**
 * Reads a BODS 0.4 file (JSON or JSON Lines). Direct interests become links; indirect ones are figures that the graph
 * computes itself and are only noted, so that nothing counts twice. With `asOf`, later statements are left out.
 */
export function importBods(
  text: string,
  asOf?: CivilDate,
): Result<BodsImport, readonly BodsFault[]> {
  const read = readBods(text);
  return read.ok ? ok(fromStatements(read.value, asOf)) : err(read.error);
}
