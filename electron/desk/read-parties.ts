import { ok, type Result } from "#shared/kernel";
import { type Link, type Party, partyRecordSchema } from "#shared/model";

/** What a reader made of a file: parties, links by target, and what it could not use, with the place. */
export type ReadParties = {
  readonly parties: readonly Party[];
  readonly links: readonly Link[];
  readonly problems: readonly { readonly at: string; readonly problem: string }[];
};

/** Keeps what the model's schemas accept; the rest is told with its place. */
export function checked(
  parties: readonly unknown[],
  links: readonly unknown[],
  problems: readonly { readonly at: string; readonly problem: string }[],
): Result<ReadParties> {
  const found = [...problems];
  const good: Party[] = [];
  const goodLinks: Link[] = [];
  for (const party of parties) {
    const id = (party as { id: string }).id;
    const own = links.filter((link) => (link as { target: string }).target === id);
    const record = partyRecordSchema.safeParse({ party, holders: own });
    if (record.success) {
      good.push(record.data.party);
      goodLinks.push(...record.data.holders);
    } else {
      const issue = record.error.issues[0];
      const names = (party as { names?: { zh?: string; en?: string } }).names;
      found.push({
        at: names?.zh ?? names?.en ?? id,
        problem: `${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? ""}`,
      });
    }
  }
  return ok({ parties: good, links: goodLinks, problems: found });
}
