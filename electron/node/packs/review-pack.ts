import { factCatalogue } from "#shared/facts";
import {
  type CaseResult,
  compile,
  type PackError,
  type Program,
  runPackCases,
} from "#shared/rules";
import { type PackFiles, packSignatureHolds } from "./read-pack.ts";

/** A key whose packs are taken in without asking. */
export type TrustedPackKey = { readonly name: string; readonly publicKey: string };

/** Why a pack cannot be taken in. */
export type PackRefusal =
  | { readonly kind: "compiler"; readonly error: PackError }
  | { readonly kind: "case"; readonly result: CaseResult }
  | { readonly kind: "no-cases" }
  | { readonly kind: "signature" };

/** What a person must know before a pack is taken in; the sentences stand under `pack.warning.*`. */
const packWarnings = [
  "unsigned",
  "signer-unknown",
  "downgrade",
  "same-version-differs",
  "other-pack",
] as const;
export type PackWarning = (typeof packWarnings)[number];

/** What a look at a pack came to; nothing is stored by it. */
export type PackReview = {
  readonly program: Program | undefined;
  readonly refusals: readonly PackRefusal[];
  readonly warnings: readonly PackWarning[];
  /** Name of the trusted key that signed it. */
  readonly signer: string | undefined;
  readonly cases: { readonly run: number; readonly failed: number };
};

const NO_CASES = { run: 0, failed: 0 };

function refused(refusals: readonly PackRefusal[]): PackReview {
  return { program: undefined, refusals, warnings: [], signer: undefined, cases: NO_CASES };
}

/** Negative when the first pack is the older: by the day of issue, then by version. */
export function comparePackAge(a: Program, b: Program): number {
  if (a.pack.issued !== b.pack.issued) return a.pack.issued < b.pack.issued ? -1 : 1;
  const right = b.pack.version.split(".").map(Number);
  for (const [index, part] of a.pack.version.split(".").entries()) {
    const difference = Number(part) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function warningsFor(
  program: Program,
  held: readonly Program[],
  signed: boolean,
  signer: string | undefined,
): readonly PackWarning[] {
  const warnings: PackWarning[] = [];
  if (signer === undefined) warnings.push(signed ? "signer-unknown" : "unsigned");
  const same = held.filter((one) => one.pack.track === program.pack.track);
  if (same.some((one) => comparePackAge(program, one) < 0)) warnings.push("downgrade");
  // One pack speaks for a track: another one's rules would stand in the place of those in use.
  const newest = same.every((one) => comparePackAge(program, one) >= 0);
  if (newest && same.some((one) => one.pack.id !== program.pack.id)) warnings.push("other-pack");
  const twin = same.find(
    (one) => one.pack.id === program.pack.id && comparePackAge(program, one) === 0,
  );
  if (twin !== undefined && twin.sha256 !== program.sha256) warnings.push("same-version-differs");
  return warnings;
}

/**
 * Looks a pack through before it is taken in: the compiler first, then its signature, then its own cases. A pack without cases, or
 * with one that fails, is refused; an older one than those held, or one that no trusted key signed, only warns.
 */
export function reviewPack(
  files: PackFiles,
  known: { readonly held: readonly Program[]; readonly trusted: readonly TrustedPackKey[] },
): PackReview {
  const compiled = compile(files.input, factCatalogue);
  if (!compiled.ok)
    return refused(compiled.errors.map((error) => ({ kind: "compiler" as const, error })));
  const { program } = compiled;
  const signed = files.signature !== undefined;
  if (signed && !packSignatureHolds(files)) return refused([{ kind: "signature" }]);
  const signer = known.trusted.find((key) => key.publicKey === files.signature?.publicKey)?.name;
  const warnings = warningsFor(program, known.held, signed, signer);
  const results = runPackCases(program, new Map(Object.entries(files.dossiers ?? {})));
  const failed = results.filter((result) => !result.ok);
  const refusals: PackRefusal[] = failed.map((result) => ({ kind: "case", result }));
  if (results.length === 0) refusals.push({ kind: "no-cases" });
  const cases = { run: results.length, failed: failed.length };
  return { program, refusals, warnings, signer, cases };
}

/** One refusal as a line without a language, for logs and tests. */
export function refusalLine(refusal: PackRefusal): string {
  switch (refusal.kind) {
    case "compiler": {
      const { file, place, code, params } = refusal.error;
      const details = Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
      return `${file}: ${place}: ${[code, ...details].join(" ")}`;
    }
    case "case": {
      const { name, problems, error } = refusal.result;
      const first = problems[0];
      const reason = first
        ? `${first.what}: expected ${first.expected}, found ${first.found}`
        : (error?.code ?? "-");
      return `cases: ${name}: ${reason}`;
    }
    case "no-cases":
      return "cases: none";
    case "signature":
      return "signature-broken";
  }
}
