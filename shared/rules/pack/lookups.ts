import { appError, err, isCivilDate, ok, type Result } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import type { Parameter } from "./pack-schema.ts";
import { fittingValue, type Scalar, valuesOf } from "./parameter.ts";
import { typeOfParameter } from "./parameter-type.ts";
import type { Program } from "./program.ts";

/** What a parameter's type allows, as text: its values, or the kind of value where it has no list of them. */
function allowedText(parameter: Parameter): string {
  const type = typeOfParameter(parameter);
  if (parameter.values === undefined && (type === "number" || type === "date")) return type;
  return valuesOf(parameter).map(String).join(", ") || "-";
}

/** A value as the parameter's own kind; undefined where the type does not allow it. */
export function allowedValue(parameter: Parameter, value: Scalar): Scalar | undefined {
  const own = fittingValue(parameter, value);
  if (own === undefined) return undefined;
  if (parameter.values) return parameter.values.find((one) => one === own);
  const type = typeOfParameter(parameter);
  if (type === "number") return own;
  if (type === "date") return isCivilDate(String(own)) ? own : undefined;
  return valuesOf(parameter).find((one) => one === own);
}

type Entry = Pick<Lookup, "state" | "value" | "instead" | "from" | "to">;

/**
 * Whether a parameter's type allows what an entry states: `lookup-value`, `lookup-instead` name a value that it does not;
 * `lookup-value-missing`, `lookup-instead-missing` what has to be said; `lookup-days` days that run backwards.
 */
export function checkEntry(parameter: Parameter, entry: Entry): Result<undefined> {
  const { state, value, instead, from, to } = entry;
  const allowed = allowedText(parameter);
  const named = { parameter: parameter.id, allowed };
  const hasValues = valuesOf(parameter).length > 0;
  if (to !== undefined && from > to) return err(appError("lookup-days", { from, to }));
  if (value !== undefined && allowedValue(parameter, value) === undefined)
    return err(appError("lookup-value", { ...named, value: String(value) }));
  if (instead !== undefined && allowedValue(parameter, instead) === undefined)
    return err(appError("lookup-instead", { ...named, value: String(instead) }));
  if (hasValues && state === "in-force" && value === undefined)
    return err(appError("lookup-value-missing", named));
  if (hasValues && (state === "repealed" || state === "not-enforced") && instead === undefined)
    return err(appError("lookup-instead-missing", named));
  return ok(undefined);
}

/**
 * Whether the packs allow everything that persons entered. Every host asks this before any rule is, so that a value nobody knows can
 * lift nothing: besides what `checkEntry` says, `lookup-parameter` and `lookup-track` name what no pack of that track has.
 */
export function checkLookups(
  programs: readonly Program[],
  lookups: readonly Lookup[],
): Result<undefined> {
  for (const entry of lookups) {
    const { track, parameter: id } = entry;
    const own = programs.filter(({ pack }) => pack.track === track);
    const parameter = own.map(({ parameters }) => parameters.get(id)).find((one) => one);
    if (parameter === undefined) {
      const elsewhere = programs.find(({ parameters }) => parameters.has(id))?.pack.track;
      const known = own.flatMap(({ parameters }) => [...parameters.keys()]).sort();
      return elsewhere === undefined
        ? err(appError("lookup-parameter", { parameter: id, allowed: known.join(", ") }))
        : err(appError("lookup-track", { parameter: id, track, allowed: elsewhere }));
    }
    const checked = checkEntry(parameter, entry);
    if (!checked.ok) return checked;
  }
  return ok(undefined);
}
