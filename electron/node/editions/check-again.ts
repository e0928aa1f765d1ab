import { reportSchema, runCheck } from "#shared/check";
import { canonicalJson } from "#shared/kernel";
import { dossierSchema } from "#shared/model";
import { projectDossier } from "#shared/packet";
import { alternativesNamedBy, classRowsOf, type contentAgain } from "#shared/papers";

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

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

type Outgoing = {
  readonly set: "cn-filing" | "us-exporter";
  readonly asOf: string;
  readonly dossier: unknown;
  readonly classes?: unknown;
  readonly alternatives?: unknown;
};

/**
 * Whether what an older outgoing set derived from its own answers comes out the same today: that it holds nothing its reader may not
 * see, its classes by one of the packs that are here, and the chips it names. Where it does not, nothing follows, as with `sameCheck`.
 */
export function sameOutgoing(content: Outgoing, { packs }: Ground): boolean {
  const read = dossierSchema.safeParse(content.dossier);
  if (!read.success || !same(projectDossier(read.data, content.set), content.dossier)) return false;
  if (content.set === "us-exporter") return true;
  const deciding = packs.filter(({ pack }) => pack.track === "cn-import");
  return (
    same(alternativesNamedBy(read.data), content.alternatives) &&
    deciding.some((one) => same(classRowsOf(read.data, [one], content.asOf), content.classes))
  );
}
