import { z } from "zod";
import type { Report } from "#shared/check";
import { lanes, type Program } from "#shared/rules";
import { citedSchema, citedTexts } from "./class-statement.ts";

const titled = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });

/** One matter the applicant looked at itself: what it is about, whether the facts bear on it, and the texts behind it. */
export const selfCheckSchema = z.strictObject({
  matter: titled,
  value: z.enum(["holds", "unknown"]),
  sources: z.array(citedSchema),
});
export type SelfCheckRow = z.infer<typeof selfCheckSchema>;

/** Matters that bear on the request itself; remarks on how to prepare papers are the house's own. */
const told: ReadonlySet<string> = new Set([...lanes, "disclosure"]);

/**
 * The applicant's self-check of the Chinese track, for a set that carries it by choice and after legal review: matters and
 * texts, without a lane and without anything of the other track (CN-L-06).
 */
export function selfCheckOf(report: Report, packs: readonly Program[]): readonly SelfCheckRow[] {
  const program = packs.find(({ pack }) => pack.track === "cn-import");
  const rules = new Map(program?.pack.rules.map((rule) => [rule.id, rule]));
  return report.tracks["cn-import"].findings.flatMap((finding) => {
    const rule = rules.get(finding.rule);
    if (rule === undefined || finding.value === "fails" || !told.has(finding.effect)) return [];
    const ids = finding.sources.map(({ id }) => id);
    const sources = [...citedTexts(ids, program?.sources ?? new Map())];
    return [{ matter: { id: rule.id, ...rule.title }, value: finding.value, sources }];
  });
}
