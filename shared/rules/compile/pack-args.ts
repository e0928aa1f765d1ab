import type { FactArgs } from "#shared/facts";
import type { Scalar } from "../pack/parameter.ts";

type Plain = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The parameter that a value inside arguments stands for: `{ "param": "…" }` and nothing else. */
function parameterOf(value: unknown): string | undefined {
  if (!isPlain(value)) return undefined;
  const keys = Object.keys(value);
  const id = value["param"];
  return keys.length === 1 && typeof id === "string" ? id : undefined;
}

/** Every parameter that a fact's arguments name, wherever in them. */
export function parametersOfArgs(args: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    const id = parameterOf(value);
    if (id !== undefined) found.add(id);
    else if (Array.isArray(value)) for (const item of value) walk(item);
    else if (isPlain(value)) for (const item of Object.values(value)) walk(item);
  };
  walk(args);
  return found;
}

function fill(value: unknown, valueFor: (parameter: string) => Scalar | undefined): unknown {
  const id = parameterOf(value);
  if (id !== undefined) return valueFor(id);
  if (Array.isArray(value)) return value.map((item) => fill(item, valueFor));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fill(item, valueFor)]),
  );
}

/** Arguments with the parameters' values in their places; the same object where they name none. */
export function argsWith<A extends FactArgs | undefined>(
  args: A,
  valueFor: (parameter: string) => Scalar | undefined,
): A {
  return parametersOfArgs(args).size === 0 ? args : (fill(args, valueFor) as A);
}
