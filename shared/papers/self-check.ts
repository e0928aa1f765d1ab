import { z } from "zod";
import type { Report } from "#shared/check";
import type { Program } from "#shared/rules";

const titled = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });

/** One matter the applicant looked at itself: what it is about, whether the facts bear on it, and the texts behind it. */
export const selfCheckSchema = z.strictObject({
  matter: titled,
  value: z.enum(["holds", "unknown"]),
  sources: z.array(titled),
});
export type SelfCheckRow = z.infer<typeof selfCheckSchema>;

/**
 * The applicant's self-check of the Chinese track, for a set that carries it by choice and after legal review: matters and
 * texts, without a lane and without anything of the other track (CN-L-06).
 */
export function selfCheckOf(report: Report, packs: readonly Program[]): readonly SelfCheckRow[] {
  const program = packs.find(({ pack }) => pack.track === "cn-import");
  const rules = new Map(program?.pack.rules.map((rule) => [rule.id, rule]));
  return report.tracks["cn-import"].findings.flatMap((finding) => {
    const rule = rules.get(finding.rule);
    if (rule === undefined || finding.value === "fails") return [];
    const sources = finding.sources.flatMap(({ id }) => {
      const source = program?.sources.get(id);
      return source === undefined ? [] : [{ id, ...source.title }];
    });
    return [{ matter: { id: rule.id, ...rule.title }, value: finding.value, sources }];
  });
}
