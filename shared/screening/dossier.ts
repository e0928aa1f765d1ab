import type { ListHit } from "#shared/facts";
import { hashOf } from "#shared/kernel";
import type { ListEntry } from "#shared/lists";
import type { Dossier, Party, Product, ScreeningDecision } from "#shared/model";
import type { ListIndex } from "./index/list-index.ts";
import { type ScreenHit, type ScreenSubject, screen } from "./screen.ts";

/** The names and codes under which a party is looked for. */
export function subjectOf(party: Party): ScreenSubject {
  const { zh, en, aliases } = party.names;
  return {
    names: [zh, en, ...(aliases ?? [])].filter((name) => name !== undefined),
    ...(party.country === undefined ? {} : { countries: [party.country] }),
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
function vendorFingerprint({ vendor }: Product): string {
  return hashOf({ vendor });
}

/** Fingerprint of an entry: a decision about it reopens when the list says something else. */
export function entryFingerprint(entry: ListEntry): string {
  return hashOf(entry);
}

/** What changed since a decision was made, so that it is open again. */
type ReopenedBy = "entry" | "party";

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

/** A dismissal that nobody stands behind leaves the match open; a true match counts whoever found it. */
function statusOf({ decision, person }: ScreeningDecision): ListHit["status"] {
  if (decision === "true-match") return "true-match";
  return person === undefined ? "possible" : "dismissed";
}

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
    const status = statusOf(valid);
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
  return hits.map(({ party, list, entry, status, matched }) => ({
    party,
    list,
    entry: entry.id,
    status,
    exact: matched !== "similar",
    ...(entry.licencePolicy === undefined ? {} : { licencePolicy: entry.licencePolicy }),
  }));
}

/** Short ids of all lists that were looked at. */
export function screenedLists(indexes: readonly ListIndex[]): readonly string[] {
  return [...new Set(indexes.flatMap((index) => index.lists))].toSorted();
}
