import type { ListHit } from "#shared/facts";
import { hashOf } from "#shared/kernel";
import type { ListEntry } from "#shared/lists";
import type { Dossier, Party, Product, ScreeningDecision } from "#shared/model";
import { type IndexedName, type ListIndex, normalCode } from "./list-index.ts";
import { bareName, coreName } from "./normal-name.ts";
import { soundsOf, spells } from "./sound.ts";

/** How a subject resembles an entry, from surest to least sure. */
export const matchKinds = ["identifier", "name", "alias", "similar"] as const;
export type MatchKind = (typeof matchKinds)[number];

/** What is looked for: names and registration numbers. */
export type ScreenSubject = {
  readonly names: readonly string[];
  readonly codes: readonly string[];
};

/** One resemblance with its reasons. `explanation` holds message codes under `screening.explain.*`, each as `code|a|b`. */
export type ScreenHit = {
  readonly query: string;
  readonly listFile: string;
  readonly listSha256: string;
  readonly list: string;
  readonly entry: ListEntry;
  readonly matched: MatchKind;
  readonly score: number;
  readonly explanation: readonly string[];
};

const scores: Readonly<Record<MatchKind, number>> = {
  identifier: 1,
  name: 1,
  alias: 0.97,
  similar: 0.85,
};

type Found = {
  readonly entry: ListEntry;
  readonly matched: MatchKind;
  readonly query: string;
  readonly reason: string;
};

/** A word that so many names bear tells nobody apart. */
const MOST_ALIKE = 500;

/** Names of a list that spell a Chinese name, or a part of which the query spells; leads for a person, no more. */
function* soundingLike(index: ListIndex, query: string): Generator<IndexedName> {
  for (const sound of soundsOf(query))
    for (let length = 2; length <= sound.length; length += 1) {
      const alike = index.bySound.get(sound.slice(0, length)) ?? [];
      if (alike.length > MOST_ALIKE) continue;
      for (const one of alike)
        if (spells(one.name, sound) || soundsOf(one.name).includes(sound)) yield one;
    }
}

function* findAll(index: ListIndex, subject: ScreenSubject): Generator<Found> {
  for (const code of subject.codes) {
    for (const entry of index.byCode.get(normalCode(code)) ?? [])
      yield { entry, matched: "identifier", query: code, reason: `same-identifier|${code}` };
  }
  for (const query of subject.names) {
    for (const { entry, name, alias } of index.byName.get(bareName(query)) ?? [])
      yield {
        entry,
        matched: alias ? "alias" : "name",
        query,
        reason: `${alias ? "same-alias" : "same-name"}|${query}|${name}`,
      };
    for (const { entry, name } of soundingLike(index, query))
      yield { entry, matched: "similar", query, reason: `same-sound|${query}|${name}` };
    const core = coreName(query);
    for (const { entry, name } of core === undefined ? [] : (index.byCore.get(core) ?? []))
      yield { entry, matched: "similar", query, reason: `same-core|${query}|${name}` };
  }
}

/** All entries of one list that a subject resembles, the surest reason of each first, in a fixed order. */
export function screen(index: ListIndex, subject: ScreenSubject): readonly ScreenHit[] {
  const best = new Map<string, { found: Found; reasons: string[] }>();
  for (const found of findAll(index, subject)) {
    const held = best.get(found.entry.id);
    if (held === undefined) best.set(found.entry.id, { found, reasons: [found.reason] });
    else {
      if (!held.reasons.includes(found.reason)) held.reasons.push(found.reason);
      if (scores[found.matched] > scores[held.found.matched]) held.found = found;
    }
  }
  return [...best.values()]
    .map(({ found, reasons }) => ({
      query: found.query,
      listFile: index.id,
      listSha256: index.sha256,
      list: found.entry.list,
      entry: found.entry,
      matched: found.matched,
      score: scores[found.matched],
      explanation: reasons,
    }))
    .toSorted((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
}

/** The names and codes under which a party is looked for. */
export function subjectOf(party: Party): ScreenSubject {
  const { zh, en, aliases } = party.names;
  return {
    names: [zh, en, ...(aliases ?? [])].filter((name) => name !== undefined),
    codes: [party.uscc, ...(party.foreignCodes ?? []).map((code) => code.value)].filter(
      (code) => code !== undefined,
    ),
  };
}

/** Fingerprint of what screening looks at in a party: a decision about it reopens when this changes. */
export function partyFingerprint(party: Party): string {
  const { names, uscc, foreignCodes, country } = party;
  return hashOf({ names, uscc, foreignCodes, country });
}

/** What of a product's vendor was compared: a decision about it reopens when the name changes. */
export function vendorFingerprint({ vendor }: Product): string {
  return hashOf({ vendor });
}

/** Fingerprint of an entry: a decision about it reopens when the list says something else. */
export function entryFingerprint(entry: ListEntry): string {
  return hashOf(entry);
}

/** What changed since a decision was made, so that it is open again. */
export type ReopenedBy = "entry" | "party";

/** A hit on a party of the dossier, or on the vendor of a product in it, together with where a person has come with it. */
export type PartyHit = ScreenHit & {
  /** The party's id, or the product's where its vendor was compared. */
  readonly party: string;
  readonly entryHash: string;
  readonly partyHash: string;
  readonly status: ListHit["status"];
  /** The latest decision about this party and this entry, whether or not it still holds. */
  readonly decision?: ScreeningDecision;
  /** Empty while the decision holds, or where there is none. */
  readonly reopened: readonly ReopenedBy[];
};

type Decided = Pick<PartyHit, "entryHash" | "partyHash" | "status" | "decision" | "reopened">;

function decide(
  hit: ScreenHit,
  party: string,
  partyHash: string,
  decisions: readonly ScreeningDecision[],
): Decided {
  const entryHash = entryFingerprint(hit.entry);
  const about = decisions.filter(
    (one) => one.party === party && one.list === hit.list && one.entry === hit.entry.id,
  );
  const valid = about.findLast(
    (item) => item.entryHash === entryHash && item.partyHash === partyHash,
  );
  if (valid !== undefined) {
    const status = valid.decision === "true-match" ? "true-match" : "dismissed";
    return { entryHash, partyHash, status, decision: valid, reopened: [] };
  }
  const latest = about.at(-1);
  const open = { entryHash, partyHash, status: "possible" as const };
  if (latest === undefined) return { ...open, reopened: [] };
  const reopened: ReopenedBy[] = [];
  if (latest.entryHash !== entryHash) reopened.push("entry");
  if (latest.partyHash !== partyHash) reopened.push("party");
  return { ...open, decision: latest, reopened };
}

/** Somebody to be looked for, under the id that decisions name and with the fingerprint they are bound to. */
type Looked = {
  readonly id: string;
  readonly subject: ScreenSubject;
  readonly fingerprint: () => string;
};

/** The vendors of what is ordered: a maker of servers is somebody that the order deals with, party or not (US-L-05). */
function vendorsOf({ order, products }: Dossier): readonly Looked[] {
  const ordered = new Set(order.lines.map(({ product }) => product));
  return products
    .filter(({ id, comparisonOnly }) => ordered.has(id) && comparisonOnly !== true)
    .map((product) => ({
      id: product.id,
      subject: { names: [product.vendor], codes: [] },
      fingerprint: () => vendorFingerprint(product),
    }));
}

/** Screens every party of a dossier and the vendor of every product ordered, and applies the decisions that still hold. */
export function screenDossier(
  indexes: readonly ListIndex[],
  dossier: Dossier,
): readonly PartyHit[] {
  if (indexes.length === 0) return [];
  const decisions = dossier.order.screening ?? [];
  const parties = dossier.parties.map(
    (party): Looked => ({
      id: party.id,
      subject: subjectOf(party),
      fingerprint: () => partyFingerprint(party),
    }),
  );
  return [...parties, ...vendorsOf(dossier)].flatMap(({ id, subject, fingerprint }) =>
    indexes.flatMap((index) =>
      screen(index, subject).map((hit) => {
        const decided = decide(hit, id, fingerprint(), decisions);
        const explanation = [
          ...hit.explanation,
          ...decided.reopened.map((side) => `reopened-${side}`),
        ];
        return { ...hit, explanation, party: id, ...decided };
      }),
    ),
  );
}

/** What facts are told of the hits. */
export function toListHits(hits: readonly PartyHit[]): readonly ListHit[] {
  return hits.map(({ party, list, entry, status }) => ({
    party,
    list,
    entry: entry.id,
    status,
    ...(entry.licencePolicy === undefined ? {} : { licencePolicy: entry.licencePolicy }),
  }));
}

/** Short ids of all lists that were looked at. */
export function screenedLists(indexes: readonly ListIndex[]): readonly string[] {
  return [...new Set(indexes.flatMap((index) => index.lists))].toSorted();
}
