import { addDays, type CivilDate, isWithin, lastOfMonth } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import type { Parameter, ParameterState, Period, Source, Track } from "./pack-schema.ts";

/** What a pack value can be. */
export type Scalar = string | number | boolean;

/** What a parameter says on one day: its state, its value, and what the reader must know about both. */
export type DayState = {
  readonly parameter: string;
  readonly state: ParameterState;
  readonly value: Scalar | undefined;
  /** Value of the careful branch; present only while `unverified`. */
  readonly careful: Scalar | undefined;
  readonly sources: readonly string[];
  /** Codes of remarks: `month-edge`, `last-checked`, `looked-up`, `press-only`, `verify`. */
  readonly notes: readonly string[];
  readonly lookup?: Lookup;
};

/** First and last day that a period can reach: to the month's edges where only the month is known. */
export function widened(period: {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly precision?: "day" | "month" | undefined;
}): { readonly from: CivilDate | null; readonly to: CivilDate | null } {
  if (period.precision !== "month") return { from: period.from, to: period.to };
  return {
    from: period.from === null ? null : firstOfMonth(period.from),
    to: period.to === null ? null : lastOfMonth(period.to),
  };
}

/** Whether the day lies in the month of an edge that is known to the month only. */
export function isMonthEdge(
  day: CivilDate,
  period: {
    readonly from: CivilDate | null;
    readonly to: CivilDate | null;
    readonly precision?: "day" | "month" | undefined;
  },
): boolean {
  if (period.precision !== "month") return false;
  return [period.from, period.to].some(
    (edge) => edge !== null && isWithin(day, firstOfMonth(edge), lastOfMonth(edge)),
  );
}

function firstOfMonth(day: CivilDate): CivilDate {
  return `${day.slice(0, 7)}-01`;
}

/** Whether every source of a statement is a press report. */
export function isPressOnly(ids: readonly string[], sources: ReadonlyMap<string, Source>): boolean {
  return ids.length > 0 && ids.every((id) => sources.get(id)?.authority === "press");
}

/** The period that operates on a day; a month-wide edge reaches into days that no other period claims. */
function periodOn(parameter: Parameter, day: CivilDate): Period | undefined {
  const exact = parameter.periods.find((period) => isWithin(day, period.from, period.to));
  if (exact) return exact;
  return parameter.periods.find((period) => {
    const wide = widened(period);
    return isWithin(day, wide.from, wide.to);
  });
}

/** The looked-up entry that counts on a day: the one seen last; ties by start and id, so that order never matters. */
function lookupOn(
  lookups: readonly Lookup[],
  track: Track,
  parameter: string,
  day: CivilDate,
): Lookup | undefined {
  const rank = (entry: Lookup) => `${entry.seenOn} ${entry.from} ${entry.id}`;
  return lookups
    .filter((entry) => entry.track === track && entry.parameter === parameter)
    .filter((entry) => isWithin(day, entry.from, entry.to))
    .reduce<Lookup | undefined>(
      (best, entry) => (best === undefined || rank(entry) > rank(best) ? entry : best),
      undefined,
    );
}

/** What kind of value a parameter has in its periods; undefined where it has none at all. */
export function kindOfParameter(parameter: Parameter): "string" | "number" | "boolean" | undefined {
  for (const { value, careful } of parameter.periods) {
    const kind = typeof (value ?? careful);
    if (kind === "string" || kind === "number" || kind === "boolean") return kind;
  }
  return undefined;
}

/** What a person entered, as the parameter's kind of value; undefined where it is none. */
export function fittingValue(parameter: Parameter, value: Scalar): Scalar | undefined {
  const kind = kindOfParameter(parameter) ?? typeof value;
  if (typeof value === kind) return value;
  const text = String(value).trim();
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (kind === "number" && /^-?\d{1,15}(\.\d{1,12})?$/.test(text)) return Number(text);
  return kind === "string" ? text : undefined;
}

/** What a person looked up stands in for the pack's own period; a value of the wrong kind settles nothing. */
function fromLookup(parameter: Parameter, entry: Lookup, day: CivilDate): DayState {
  const period = periodOn(parameter, day);
  const notes = day > entry.seenOn ? ["last-checked", "looked-up"] : ["looked-up"];
  const own = entry.value === undefined ? undefined : fittingValue(parameter, entry.value);
  const fits = entry.value === undefined || own !== undefined;
  return {
    parameter: parameter.id,
    state: fits ? entry.state : "unverified",
    value: own ?? period?.value ?? period?.careful,
    careful: fits ? undefined : (period?.careful ?? period?.value),
    sources: [entry.id, ...(period?.sources ?? [])],
    notes: fits ? notes : [...notes, "verify"].sort(),
    lookup: entry,
  };
}

function fromPeriod(
  parameter: Parameter,
  period: Period,
  day: CivilDate,
  sources: ReadonlyMap<string, Source>,
): DayState {
  const press = isPressOnly(period.sources, sources);
  const stale = day > period.checked;
  const notes: string[] = [];
  if (isMonthEdge(day, period) || neighbourIsMonthEdge(parameter, period, day))
    notes.push("month-edge");
  if (press) notes.push("press-only");
  // A press report says what was so when it was last seen, not what is so since; a published text stands until changed.
  const unverified = period.state === "unverified" || (press && stale && period.state !== "silent");
  if (unverified) notes.push("verify");
  else if (stale) notes.push("last-checked");
  return {
    parameter: parameter.id,
    state: unverified ? "unverified" : period.state,
    value: period.value,
    careful: unverified ? (period.careful ?? period.value) : undefined,
    sources: period.sources,
    notes: notes.sort(),
  };
}

/** A day may belong to one period and lie in the blurred edge of the one before or after it. */
function neighbourIsMonthEdge(parameter: Parameter, own: Period, day: CivilDate): boolean {
  return parameter.periods.some((period) => {
    if (period === own || !isMonthEdge(day, period)) return false;
    return (
      (period.to !== null && own.from === addDays(period.to, 1)) ||
      (own.to !== null && period.from === addDays(own.to, 1))
    );
  });
}

/**
 * What the parameter says on the day asked. A gap between periods is `silent`, never zero or false. Reports of the press become
 * `unverified` after the day they were last checked, with their own value as the careful branch unless the pack states another.
 * What a person looked up and entered replaces both.
 */
export function parameterOn(
  parameter: Parameter,
  day: CivilDate,
  context: {
    readonly track: Track;
    readonly sources: ReadonlyMap<string, Source>;
    readonly lookups: readonly Lookup[];
  },
): DayState {
  const entry = lookupOn(context.lookups, context.track, parameter.id, day);
  if (entry) return fromLookup(parameter, entry, day);
  const period = periodOn(parameter, day);
  if (period) return fromPeriod(parameter, period, day, context.sources);
  return {
    parameter: parameter.id,
    state: "silent",
    value: undefined,
    careful: undefined,
    sources: [],
    notes: [],
  };
}
