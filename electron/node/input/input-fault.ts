import { type AppError, appError, err, ok, type Result } from "#shared/kernel";

/** An expected failure met deep inside a stream; it never leaves this folder's callers as an exception. */
export class InputFault extends Error {
  readonly error: AppError;
  constructor(code: string, params: AppError["params"] = {}, options?: ErrorOptions) {
    super(code, options);
    this.error = appError(code, params);
  }
}

/** The same with what led to it. */
export function faultFrom(cause: unknown, { code, params }: AppError): InputFault {
  return new InputFault(code, params, { cause });
}

/** Runs streaming work and gives what it refused as a value; anything else that it throws is a fault of the program. */
export async function answered<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (fault) {
    if (fault instanceof InputFault) return err(fault.error);
    throw fault;
  }
}
