import { ok, type Result } from "#shared/kernel";
import type { Link, Party, PartyRecord } from "#shared/model";
import type { DeskContext } from "../session/adapters.ts";

/** Parties and links above one party, however many tiers up, as the book has them. */
export type Chain = { readonly parties: readonly Party[]; readonly links: readonly Link[] };

/** Reads chains of the party book; records are remembered by their revision, so that a picture after an edit reads one file. */
export type Chains = {
  readonly above: (id: string) => Promise<Result<Chain>>;
  /** What one party holds, however many tiers down, with nothing of who else holds it. */
  readonly below: (id: string) => Promise<Result<Chain>>;
};

const AT_ONCE = 64;

/** Creates the reader of chains. */
export function createChains({ workspace }: DeskContext): Chains {
  const book = workspace.books.parties;
  const known = new Map<string, { readonly revision: number; readonly record: PartyRecord }>();

  async function recordOf(id: string, revision: number): Promise<Result<PartyRecord>> {
    const held = known.get(id);
    if (held?.revision === revision) return ok(held.record);
    const stored = await book.get(id);
    if (!stored.ok) return stored;
    known.set(id, { revision: stored.value.revision, record: stored.value.value });
    return ok(stored.value.value);
  }

  /** The revisions of today; records of parties that are gone are forgotten. */
  function revisionsNow(): ReadonlyMap<string, number> {
    const revisions = new Map(book.list().map((row) => [row.id, row.revision]));
    for (const held of [...known.keys()]) if (!revisions.has(held)) known.delete(held);
    return revisions;
  }

  async function recordsOf(ids: readonly string[]): Promise<Result<readonly PartyRecord[]>> {
    const revisions = revisionsNow();
    const wanted = ids.filter((id) => revisions.has(id));
    const records: PartyRecord[] = [];
    while (records.length < wanted.length) {
      const part = wanted.slice(records.length, records.length + AT_ONCE);
      const read = await Promise.all(part.map((id) => recordOf(id, revisions.get(id) ?? 0)));
      for (const record of read) {
        if (!record.ok) return record;
        records.push(record.value);
      }
    }
    return ok(records);
  }

  return {
    below: async (id) => {
      const held = new Map<string, string[]>();
      for (const row of book.list())
        for (const owner of row.summary.owners) {
          const found = held.get(owner);
          if (found) found.push(row.id);
          else held.set(owner, [row.id]);
        }
      const group = new Set([id]);
      for (const holder of group) for (const one of held.get(holder) ?? []) group.add(one);
      const records = await recordsOf([...group]);
      if (!records.ok) return records;
      const links = records.value.flatMap(({ holders }) =>
        holders.filter(({ owner, nomineeFor }) => group.has(nomineeFor ?? owner)),
      );
      // Who holds in another's name stands on the line and needs its name.
      const nominees = new Set(links.map(({ owner }) => owner).filter((one) => !group.has(one)));
      const aside = await recordsOf([...nominees]);
      if (!aside.ok) return aside;
      return ok({ parties: [...records.value, ...aside.value].map(({ party }) => party), links });
    },
    above: async (id) => {
      const revisions = revisionsNow();
      const parties: Party[] = [];
      const links: Link[] = [];
      const seen = new Set([id]);
      const waiting = [id];
      while (waiting.length > 0) {
        // Tier by tier: files of one tier are read side by side, and the order stays that of the record.
        const tier = waiting.splice(0, AT_ONCE).filter((next) => revisions.has(next));
        const records = await Promise.all(
          tier.map((next) => recordOf(next, revisions.get(next) ?? 0)),
        );
        for (const record of records) {
          if (!record.ok) return record;
          parties.push(record.value.party);
          for (const link of record.value.holders) {
            links.push(link);
            for (const other of [link.owner, link.nomineeFor]) {
              if (other === undefined || seen.has(other)) continue;
              seen.add(other);
              waiting.push(other);
            }
          }
        }
      }
      return ok({ parties, links });
    },
  };
}
