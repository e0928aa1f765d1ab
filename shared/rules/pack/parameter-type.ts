import type { FactType } from "#shared/facts";
import { DECIMAL_SHAPE, isCivilDate } from "#shared/kernel";
import type { Parameter } from "./pack-schema.ts";
import type { Scalar } from "./parameter.ts";

function typeOfScalar(value: Scalar): FactType {
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number" || DECIMAL_SHAPE.test(value)) return "number";
  return isCivilDate(value) ? "date" : "text";
}

/**
 * The one type of all values of a parameter: `undefined` when it never has a value (it is only on or off), `mixed` when its
 * periods disagree.
 */
export function typeOfParameter(parameter: Parameter): FactType | "mixed" | undefined {
  const types = new Set<FactType>();
  for (const period of parameter.periods) {
    if (period.value !== undefined) types.add(typeOfScalar(period.value));
    if (period.careful !== undefined) types.add(typeOfScalar(period.careful));
  }
  if (types.size <= 1) return [...types][0];
  // Names such as "hold" beside names that look like a number or a day are still names.
  return types.has("text") && !types.has("bool") ? "text" : "mixed";
}
