import { channels } from "#shared/ipc";
import type { OpenHandlers } from "./adapters.ts";

type Handler = (input: unknown) => Promise<unknown>;

/** A group of the contract whose code is loaded when one of its names is first called, not when the program starts. */
export function lazyGroup<G extends keyof OpenHandlers>(
  group: G,
  load: () => Promise<OpenHandlers[G]>,
): OpenHandlers[G] {
  let loaded: Promise<OpenHandlers[G]> | undefined;
  const names: readonly string[] = channels[group];
  const handlers = names.map((name): [string, Handler] => [
    name,
    async (input) => {
      loaded ??= load();
      const table = (await loaded) as Readonly<Record<string, Handler>>;
      const handler = table[name];
      if (handler === undefined) throw new Error(`no handler for ${group}.${name}`);
      return await handler(input);
    },
  ]);
  // Built from the channels themselves, so it has exactly their names; the mapped type cannot see that.
  return Object.fromEntries(handlers) as OpenHandlers[G];
}

type AsyncPort<T> = {
  readonly [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? true : never;
};

/** A port whose code is loaded when it is first used. `names` lists all of its functions; each must be asynchronous. */
export function lazyPort<T extends object>(names: AsyncPort<T>, load: () => Promise<T>): T {
  let loaded: Promise<T> | undefined;
  const methods = Object.keys(names).map((name) => [
    name,
    async (...args: unknown[]) => {
      loaded ??= load();
      const port = (await loaded) as Readonly<
        Record<string, (...given: unknown[]) => Promise<unknown>>
      >;
      return await port[name]?.(...args);
    },
  ]);
  return Object.fromEntries(methods) as T;
}
