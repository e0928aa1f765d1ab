/** A failure as a code and its parameters; the sentence is made where the language is known. */
export type AppError = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
};

/** Either a value or the reason why there is none. Expected failures travel here, never as throws. */
export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a reason as a failure. */
export function err<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** Builds an AppError; `params` are shown to a person, so they hold names, places and remedies. */
export function appError(code: string, params: AppError["params"] = {}): AppError {
  return { code, params };
}
