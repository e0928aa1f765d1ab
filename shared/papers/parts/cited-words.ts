import { z } from "zod";
import type { Report } from "#shared/check";
import { type Because, type Program, tracks } from "#shared/rules";

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Titles of the rules, sources, conditions and parameters that a report names: the record can be read without the packs. */
export const citedWordsSchema = z.strictObject({
  rules: z.record(z.string(), words),
  sources: z.record(z.string(), words),
  /** By rule and condition, `rule/condition`. */
  conditions: z.record(z.string(), words),
  parameters: z.record(z.string(), words),
  /** What a person is to look up about an unverified parameter. */
  lookups: z.record(z.string(), words),
});
export type CitedWords = z.infer<typeof citedWordsSchema>;

function parametersIn(because: readonly Because[]): readonly string[] {
  return because.flatMap((one) => [
    ...(one.kind === "param" ? [one.id] : []),
    ...parametersIn(one.children ?? []),
  ]);
}

/** Takes out of the packs what a report speaks of, and nothing else. */
export function citedWordsOf(report: Report, packs: readonly Program[]): CitedWords {
  const all = tracks.flatMap((track) => report.tracks[track].findings);
  const verify = tracks.flatMap((track) => report.tracks[track].verify);
  const rules = new Set(all.map(({ rule }) => rule));
  const cited = new Set([
    ...all.flatMap((finding) => finding.sources.map(({ id }) => id)),
    ...verify.flatMap(({ sources }) => sources),
  ]);
  const unverified = new Set(verify.map(({ parameter }) => parameter));
  const seen = new Set([...unverified, ...all.flatMap(({ because }) => parametersIn(because))]);
  const parameters = packs.flatMap(({ pack }) => pack.parameters);
  const named = packs.flatMap(({ pack }) => pack.rules.filter(({ id }) => rules.has(id)));
  return {
    rules: Object.fromEntries(named.map(({ id, title }) => [id, { ...title }])),
    sources: Object.fromEntries(
      packs
        .flatMap((program) => [...program.sources.values()])
        .filter(({ id }) => cited.has(id))
        .map(({ id, title }) => [id, { ...title }]),
    ),
    conditions: Object.fromEntries(
      named.flatMap((rule) =>
        (rule.conditions ?? []).map(({ id, text }) => [`${rule.id}/${id}`, { ...text }]),
      ),
    ),
    parameters: Object.fromEntries(
      parameters.filter(({ id }) => seen.has(id)).map(({ id, title }) => [id, { ...title }]),
    ),
    lookups: Object.fromEntries(
      parameters
        .filter(({ id }) => unverified.has(id))
        .map(({ id, title, lookup }) => [id, { ...(lookup ?? title) }]),
    ),
  };
}
