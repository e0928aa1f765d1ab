import type { AppError } from "#shared/kernel";

/** Why a pack is refused. Sentences for every code, and for every remedy, stand in the catalogue under `pack.error.*` and `pack.remedy.*`. */
export const packErrorCodes = [
  "not-json",
  "duplicate-key",
  "too-large",
  "too-deep",
  "forbidden-key",
  "shape",
  "unknown-key",
  "duplicate-id",
  "empty-group",
  "not-a-condition",
  "cycle",
  "undefined-fact",
  "undefined-parameter",
  "undefined-definition",
  "undefined-relation",
  "undefined-source",
  "missing-citation",
  "wrong-subject",
  "wrong-type",
  "wrong-arguments",
  "no-comparison",
  "known-in-lane",
  "period-reversed",
  "period-overlap",
  "value-missing",
  "careful-missing",
  "mixed-values",
  "never-in-force",
  "never-holds",
  "not-nested",
  "case-shape",
] as const;
export type PackErrorCode = (typeof packErrorCodes)[number];

/** One reason why a pack is refused: the file, the place in it (`rule us.route: when.all[1]`), a code and what to do. */
export type PackError = {
  readonly file: string;
  readonly place: string;
  readonly code: PackErrorCode;
  readonly params: AppError["params"];
  /** Code of the remedy's sentence. */
  readonly remedy: string;
};

const MAX_ERRORS = 100;

/** Collects errors up to a bound: a hostile pack gets a short answer. */
export type ErrorSink = {
  readonly add: (
    file: string,
    place: string,
    code: PackErrorCode,
    params?: AppError["params"],
  ) => void;
  readonly list: readonly PackError[];
};

/** A sink that keeps the first hundred errors. */
export function createErrorSink(): ErrorSink {
  const list: PackError[] = [];
  return {
    list,
    add: (file, place, code, params = {}) => {
      if (list.length < MAX_ERRORS)
        list.push({ file, place: place.slice(0, 400), code, params, remedy: `fix-${code}` });
    },
  };
}
