import { readdirSync, readFileSync } from "node:fs";
import { csvRecords } from "#node/input";
import type { Result } from "#shared/kernel";
import { cslReader } from "#shared/lists";
import { type Dossier, parseDossier } from "#shared/model";
import { type PackCase, packCasesSchema, setFields, type Track } from "#shared/rules";
import { buildListIndex, screenDossier } from "#shared/screening";

const packs = new URL("../../shared/packs/", import.meta.url);
const folders = { "cn-import": "cn-import/2026-12-01/", "us-export": "us-export/2026-12-01/" };

/** The boundary vectors about who a party is and who stands behind it. */
export const ownershipVectors = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19].map(
  (number) => `B-${String(number).padStart(2, "0")}`,
);

/** A golden case as files a person could have: a dossier, and the list whose matches were decided in it. */
export type Vector = {
  readonly track: Track;
  readonly ids: readonly string[];
  readonly one: PackCase;
  readonly dossier: Dossier;
  /** CSV in the official layout; absent where nobody is listed. */
  readonly list?: string;
};

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, packs), "utf8"));
const HEAD =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";

function listOf(one: PackCase, dossier: Dossier): string | undefined {
  if (one.hits === undefined || one.hits.length === 0) return undefined;
  const rows = one.hits.map(({ party, licencePolicy = "" }) => {
    const name = dossier.parties.find(({ id }) => id === party)?.names.en ?? "";
    return `Entity List (EL) - Bureau of Industry and Security,,,,${name},,,90 FR 1,2026-01-01,,,All,${licencePolicy},,,,,,,,,,,,,,,`;
  });
  return `${HEAD}\n${rows.join("\n")}\n`;
}

function found<T>(read: Result<T>): T {
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}

/** The entries of a list that this file wrote. */
function entriesOf(list: string) {
  const [header, ...rows] = found(csvRecords(list, "el.csv"));
  if (header === undefined) throw new Error("no header");
  const reader = found(cslReader(header, "el.csv"));
  return rows.map((row) => found(reader(row)).entry);
}

/** The same dossier with every match on the list decided to be true, as a person would have done. */
function decided(dossier: Dossier, list: string): Dossier {
  const entries = entriesOf(list);
  const about = { id: "el", title: "el", date: "unknown", sha256: "", format: "csl-csv" };
  const index = buildListIndex({ ...about, lists: ["entity-list"], entries });
  const hits = screenDossier([index], dossier);
  const screening = hits.map(({ party, list: name, entry, entryHash, partyHash }, at) => ({
    id: `scr_vector${at}`,
    party,
    list: name,
    entry: entry.id,
    entryHash,
    partyHash,
    decision: "true-match" as const,
    reason: "虚构样例",
    date: "2026-11-01",
  }));
  return { ...dossier, order: { ...dossier.order, screening } };
}

function vectorOf(track: Track, one: PackCase): Vector {
  const changed = setFields(json(`${folders[track]}dossiers/${one.dossier}.json`), one.set ?? []);
  const parsed = changed.ok ? parseDossier(changed.value) : changed;
  if (!parsed.ok) throw new Error(`${one.name}: ${parsed.error.code}`);
  const ids = (one.about ?? []).filter((id) => ownershipVectors.includes(id));
  const list = listOf(one, parsed.value);
  if (list === undefined) return { track, ids, one, dossier: parsed.value };
  return { track, ids, one, dossier: decided(parsed.value, list), list };
}

/** Every golden case of the packs that is about one of these vectors. */
export function readVectors(): readonly Vector[] {
  return (["cn-import", "us-export"] as const).flatMap((track) =>
    readdirSync(new URL(`${folders[track]}cases/`, packs))
      .sort()
      .flatMap((name) => packCasesSchema.parse(json(`${folders[track]}cases/${name}`)))
      .filter(({ about = [] }) => about.some((id) => ownershipVectors.includes(id)))
      .map((one) => vectorOf(track, one)),
  );
}
