import {
  type QueryClient,
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback } from "react";
import type { AppError, Result } from "#shared/kernel";

/** Carries an AppError through code that can only throw. */
export class DeskFailure extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** The AppError inside whatever was thrown. */
export function errorOf(fault: unknown): AppError {
  return fault instanceof DeskFailure
    ? fault.error
    : { code: "page-fault", params: { problem: fault instanceof Error ? fault.message : "-" } };
}

/** The value of a result; throws a DeskFailure where there is none. */
export async function unwrap<T>(asked: Promise<Result<T>>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new DeskFailure(result.error);
  return result.value;
}

/** How an answer is asked for. */
type AnswerOptions = {
  readonly enabled?: boolean;
  /** Shows the answer before while another is on its way. */
  readonly keep?: boolean;
  /** Asks again each time it is shown, however young the answer is. */
  readonly fresh?: boolean;
};

/** An answer of the desk under a key: fetched once, shared by all who show it, fetched again when invalidated. */
export function useAnswer<T>(
  key: QueryKey,
  ask: () => Promise<Result<T>>,
  options: AnswerOptions = {},
): UseQueryResult<T, Error> {
  return useQuery<T>({
    queryKey: key,
    queryFn: async () => await unwrap(ask()),
    enabled: options.enabled ?? true,
    ...(options.fresh === true ? { refetchOnMount: "always" as const } : {}),
    ...(options.keep === true ? { placeholderData: (before: T | undefined) => before } : {}),
  } as Parameters<typeof useQuery<T>>[0]);
}

/** One change of the desk's data: runs it, then makes the answers under `stale` be asked again. */
export function useChange<I, O>(
  change: (input: I) => Promise<Result<O>>,
  stale: readonly QueryKey[] = [],
) {
  const client = useQueryClient();
  return useMutation<O, Error, I>({
    mutationFn: async (input: I) => await unwrap(change(input)),
    networkMode: "always",
    onSuccess: async () => {
      await Promise.all(stale.map((queryKey) => askAgain(client, queryKey)));
    },
  });
}

/**
 * Asks again what is kept under a key. A first answer that is still under way was asked before the change and would come too late to
 * be told apart from a new one, so it is given up; left alone, it would stay on the page for good.
 */
export async function askAgain(client: QueryClient, queryKey: QueryKey): Promise<void> {
  for (const query of client.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" }))
    if (query.state.data === undefined) void query.cancel({ silent: true });
  await client.invalidateQueries({ queryKey });
}

/** Makes answers be asked again. The same function on every drawing, so that effects may depend on it. */
export function useInvalidate(): (...keys: readonly QueryKey[]) => void {
  const client = useQueryClient();
  return useCallback(
    (...keys) => {
      for (const queryKey of keys) void askAgain(client, queryKey);
    },
    [client],
  );
}
