import { z } from "zod";
import type { Report } from "#shared/check";
import { type Program, tracks } from "#shared/rules";

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Titles of the rules and sources that a report names, in both languages: the record can be read without the packs. */
export const citedWordsSchema = z.strictObject({
  rules: z.record(z.string(), words),
  sources: z.record(z.string(), z.strictObject({ ...words.shape, address: z.string().optional() })),
});
export type CitedWords = z.infer<typeof citedWordsSchema>;

/** Takes out of the packs what a report speaks of, and nothing else. */
export function citedWordsOf(report: Report, packs: readonly Program[]): CitedWords {
  const findings = tracks.flatMap((track) => report.tracks[track].findings);
  const rules = new Set(findings.map(({ rule }) => rule));
  const sources = new Set([
    ...findings.flatMap((finding) => finding.sources.map(({ id }) => id)),
    ...tracks.flatMap((track) => report.tracks[track].verify.flatMap((one) => one.sources)),
  ]);
  return {
    rules: Object.fromEntries(
      packs.flatMap(({ pack }) =>
        pack.rules.filter(({ id }) => rules.has(id)).map(({ id, title }) => [id, { ...title }]),
      ),
    ),
    sources: Object.fromEntries(
      packs.flatMap((program) =>
        [...program.sources.values()]
          .filter(({ id }) => sources.has(id))
          .map(({ id, title, address }) => [
            id,
            { ...title, ...(address === undefined ? {} : { address }) },
          ]),
      ),
    ),
  };
}
