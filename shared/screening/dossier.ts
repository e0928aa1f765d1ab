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

/**
 * Fingerprint of what matters of an entry: whom it names, where, under which codes, and what it has the effect of. A decision about
 * it reopens when any of these changes; a corrected citation, date or order of aliases reopens nothing.
 */
export function entryFingerprint(entry: ListEntry): string {
  const { list, kind, name, aliases, countries, addresses, codes, programs } = entry;
  const { licenceRequirement, licencePolicy } = entry;
  return hashOf({
    ...{ list, kind, name, licenceRequirement, licencePolicy },
    aliases: aliases.toSorted(),
    countries: countries.toSorted(),
    addresses: addresses?.toSorted(),
    codes: codes.map(({ value }) => value).toSorted(),
    programs: programs.toSorted(),
  });
}

/** Whether a decision was made about this entry as it stands; earlier programs bound it to every word of the entry. */
function isAbout(decision: ScreeningDecision, entry: ListEntry, entryHash: string): boolean {
  return decision.entryHash === entryHash || decision.entryHash === hashOf(entry);
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

/**
 * A dismissal that nobody stands behind leaves the match open; a true match counts whoever found it. Where signed acts are kept,
 * `counted` are the decisions that they stand behind; elsewhere the person that a decision names is all there is.
 */
function statusOf(
  { id, decision, person }: ScreeningDecision,
  counted: ReadonlySet<string> | undefined,
): ListHit["status"] {
  if (decision === "true-match") return "true-match";
  if (decision === "unsure") return "possible";
  const stands = counted === undefined ? person !== undefined : counted.has(id);
  return stands ? "dismissed" : "possible";
}

/** The newest decision that settles something; doubts and unsigned dismissals do not undo a true match before them. */
function standingOf(
  decisions: readonly ScreeningDecision[],
  counted: ReadonlySet<string> | undefined,
): ListHit["status"] {
  const statuses = decisions.map((decision) => statusOf(decision, counted));
  const last = statuses.at(-1) ?? "possible";
  if (last !== "possible") return last;
  return statuses.findLast((status) => status !== "possible") === "true-match"
    ? "true-match"
    : "possible";
}

type Ground = {
  readonly decisions: readonly ScreeningDecision[];
  readonly counted: ReadonlySet<string> | undefined;
};

function decide(
  hit: Pick<ScreenHit, "entry" | "list">,
  party: string,
  partyHash: string,
  { decisions, counted }: Ground,
): Decided {
  const entryHash = entryFingerprint(hit.entry);
  const about = decisions.filter(
    (one) => one.party === party && one.list === hit.list && one.entry === hit.entry.id,
  );
  const valid = about.filter(
    (item) => isAbout(item, hit.entry, entryHash) && item.partyHash === partyHash,
  );
  const newest = valid.at(-1);
  if (newest !== undefined) {
    const status = standingOf(valid, counted);
    return { entryHash, partyHash, status, decision: newest, reopened: [] };
  }
  const latest = about.at(-1);
  const open = { entryHash, partyHash, status: "possible" as const };
  if (latest === undefined) return { ...open, reopened: [] };
  const reopened: ReopenedBy[] = [];
  if (!isAbout(latest, hit.entry, entryHash)) reopened.push("entry");
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

/**
 * A decided match that the party's new name no longer leads to: it stays, open, until somebody decides about the new name. A name
 * that was changed after a hit must not make the hit go away.
 */
function keptHits(
  index: ListIndex,
  { id, subject, fingerprint }: Looked,
  found: readonly ScreenHit[],
  ground: Ground,
): readonly PartyHit[] {
  const present = new Set(found.map(({ entry }) => entry.id));
  const own = ground.decisions.filter(({ party, entry }) => party === id && !present.has(entry));
  if (own.length === 0) return [];
  const partyHash = fingerprint();
  const wanted = new Set(own.map(({ entry }) => entry));
  return index.entries
    .filter((entry) => wanted.has(entry.id))
    .flatMap((entry): readonly PartyHit[] => {
      const decided = decide({ entry, list: entry.list }, id, partyHash, ground);
      if (!decided.reopened.includes("party")) return [];
      return [
        {
          ...{ entry, list: entry.list, listFile: index.id, listSha256: index.sha256 },
          query: subject.names[0] ?? "",
          ...{ matched: "similar", strength: "possible", score: 0, party: id },
          explanation: decided.reopened.map((side) => `reopened-${side}`),
          ...decided,
        },
      ];
    });
}

/**
 * Screens every party of a dossier and the vendor of every product ordered, and applies the decisions that still hold. `counted`
 * are the decisions that signed acts stand behind, where the caller has verified any.
 */
export function screenDossier(
  indexes: readonly ListIndex[],
  dossier: Dossier,
  counted?: ReadonlySet<string>,
): readonly PartyHit[] {
  if (indexes.length === 0) return [];
  const ground: Ground = { decisions: dossier.order.screening ?? [], counted };
  const parties = dossier.parties.map(
    (party): Looked => ({
      id: party.id,
      subject: subjectOf(party),
      fingerprint: () => partyFingerprint(party),
    }),
  );
  return [...parties, ...vendorsOf(dossier)].flatMap((looked) =>
    indexes.flatMap((index) => {
      const found = screen(index, looked.subject);
      const hits = found.map((hit) => {
        const decided = decide(hit, looked.id, looked.fingerprint(), ground);
        const explanation = [
          ...hit.explanation,
          ...decided.reopened.map((side) => `reopened-${side}`),
        ];
        return { ...hit, explanation, party: looked.id, ...decided };
      });
      return [...hits, ...keptHits(index, looked, found, ground)];
    }),
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
