import { z } from "zod";
import type { AppError, Result } from "#shared/kernel";
import type { Channels, GroupName } from "./channels.ts";

/** One callable name: what it takes and what it answers, both checked at the border. */
export type Procedure = { readonly input: z.ZodType; readonly output: z.ZodType };

/** Declares a procedure; inputs arrive as unknown and replies are parsed too. */
export function procedure<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output };
}

/** The shape a contract must have: exactly the groups and names of channels.ts, no more and no less. */
export type ContractShape = {
  readonly [G in GroupName]: { readonly [N in Channels[G][number]]: Procedure };
};

/** Handlers may answer with values that nobody may change afterwards. */
type DeepReadonly<T> = T extends (infer I)[]
  ? readonly DeepReadonly<I>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** Handlers of a desk: what `createDesk` returns and every host calls through the router. */
export type HandlersOf<C extends ContractShape> = {
  readonly [G in keyof C]: {
    readonly [N in keyof C[G]]: C[G][N] extends Procedure
      ? (
          input: z.output<C[G][N]["input"]>,
        ) => Promise<Result<DeepReadonly<z.input<C[G][N]["output"]>>>>
      : never;
  };
};

/** The same names as the page calls them. */
export type ClientOf<C extends ContractShape> = {
  readonly [G in keyof C]: {
    readonly [N in keyof C[G]]: C[G][N] extends Procedure
      ? (input: z.input<C[G][N]["input"]>) => Promise<Result<z.output<C[G][N]["output"]>>>
      : never;
  };
};

/** What travels back over any border. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: AppError };

/** An expected failure as it travels: a code and parameters; the sentence is made where the language is known. */
export const errorSchema = z.strictObject({
  code: z.string().max(200),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});

export const replySchema = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: errorSchema }),
]);
