import { reportSchema, runCheck } from "#shared/check";
import { canonicalJson } from "#shared/kernel";
import { dossierSchema } from "#shared/model";
import type { contentAgain } from "#shared/papers";

type Ground = Parameters<typeof contentAgain>[1];

/**
 * Whether the check of an older record, made again with the rules of today's program, gives the very same report. Where it does not,
 * nothing follows: the program decides otherwise now, or packs and lists are not here.
 */
export function sameCheck(record: unknown, ground: Ground): boolean {
  const { dossier, report } = record as { readonly dossier: unknown; readonly report: unknown };
  const [read, stated] = [dossierSchema.safeParse(dossier), reportSchema.safeParse(report)];
  if (!read.success || !stated.success) return false;
  const { packs, lists, asOf, reading } = stated.data;
  const here = packs.flatMap(({ sha256 }) => ground.packs.filter((one) => one.sha256 === sha256));
  const held = lists.flatMap(({ sha256 }) => ground.lists.filter((one) => one.sha256 === sha256));
  if (here.length !== packs.length || held.length !== lists.length) return false;
  const again = runCheck({ dossier: read.data, packs: here, lists: held, asOf, reading });
  return again.ok && canonicalJson(again.value) === canonicalJson(report);
}
