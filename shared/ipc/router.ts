import { type AppError, appError, shapeProblem } from "#shared/kernel";
import { channels } from "./channels.ts";
import type { Contract } from "./contract.ts";
import { contract } from "./contract.ts";
import type { ClientOf, HandlersOf, Procedure, Reply } from "./procedure.ts";

export type DeskHandlers = HandlersOf<Contract>;
export type DeskClient = ClientOf<Contract>;

/** Called with a fault of the program (never with an expected failure), so that a host can log it. */
export type FaultReporter = (fault: unknown, channel: string) => void;

/** Takes any names and any input from outside and answers; never throws. */
export type Router = (group: string, name: string, input: unknown) => Promise<Reply>;

function failure(error: AppError): Reply {
  return { ok: false, error };
}

function lookUp<T>(
  table: Readonly<Record<string, Readonly<Record<string, T>>>>,
  group: string,
  name: string,
): T | undefined {
  if (!Object.hasOwn(table, group)) return undefined;
  const names = table[group];
  return names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
}

type AnyHandler = (
  input: unknown,
) => Promise<{ ok: true; value: unknown } | { ok: false; error: AppError }>;

/**
 * One router for every host. Refuses to start when a handler is missing. Unknown names answer `unknown-channel`, wrong
 * input `bad-input` (with place), a fault of ours `internal` with no detail that could leak data.
 */
export function createRouter(handlers: DeskHandlers, onFault: FaultReporter): Router {
  const table = handlers as unknown as Readonly<
    Record<string, Readonly<Record<string, AnyHandler>>>
  >;
  for (const [group, names] of Object.entries(channels)) {
    for (const name of names) {
      if (lookUp(table, group, name) === undefined)
        throw new Error(`no handler for ${group}.${name}`);
    }
  }
  return async (group, name, input) => {
    const spec = lookUp<Procedure>(contract, group, name);
    const handler = lookUp(table, group, name);
    if (spec === undefined || handler === undefined)
      return failure(appError("unknown-channel", { channel: `${group}.${name}`.slice(0, 100) }));
    try {
      const parsed = spec.input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return failure(
          appError("bad-input", {
            channel: `${group}.${name}`,
            at: issue?.path.map(String).join(".") || "(top)",
            ...shapeProblem(issue),
          }),
        );
      }
      const result = await handler(parsed.data);
      return result.ok
        ? { ok: true, value: spec.output.parse(result.value) }
        : failure(result.error);
    } catch (fault) {
      onFault(fault, `${group}.${name}`);
      return failure(appError("internal", { channel: `${group}.${name}` }));
    }
  };
}
