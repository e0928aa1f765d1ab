import { ok, type Result } from "#shared/kernel";
import type { Link, Party, PartyRecord } from "#shared/model";
import type { DeskContext } from "./adapters.ts";

/** Parties and links above one party, however many tiers up, as the book has them. */
export type Chain = { readonly parties: readonly Party[]; readonly links: readonly Link[] };

/** Reads chains of the party book; records are remembered by their revision, so that a picture after an edit reads one file. */
export type Chains = { readonly above: (id: string) => Promise<Result<Chain>> };

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

  return {
    above: async (id) => {
      const revisions = new Map(book.list().map((row) => [row.id, row.revision]));
      for (const held of [...known.keys()]) if (!revisions.has(held)) known.delete(held);
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
