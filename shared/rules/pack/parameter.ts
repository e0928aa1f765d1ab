import { addDays, type CivilDate, isWithin, lastOfMonth } from "#shared/kernel";
import type { Lookup } from "#shared/model";
import type { Parameter, ParameterState, Period, Source, Track } from "./pack-schema.ts";

/** What a pack value can be. */
export type Scalar = string | number | boolean;

/** A state that is known, with its value where it has one. */
export type Stand = { readonly state: ParameterState; readonly value: Scalar | undefined };

/** What an open parameter may turn out to be. */
type OpenStates = {
  /** Counts where the unknowns of law fall well; undefined where nobody can say which is the mildest. */
  readonly mild: Stand | undefined;
  /** Count where they fall badly: of several, the strictest, rule by rule. */
  readonly careful: readonly Stand[];
  /** Whatever else the parameter's type allows. */
  readonly others: readonly Stand[];
};

/** What a parameter says on one day: its state, its value, and what the reader must know about both. */
export type DayState = {
  readonly parameter: string;
  readonly state: ParameterState;
  readonly value: Scalar | undefined;
  /** Value of the careful branch; present only while `unverified`. */
  readonly careful: Scalar | undefined;
  readonly sources: readonly string[];
  /** Codes of remarks: `month-edge`, `last-checked`, `recheck`, `looked-up`, `looks-back`, `unconfirmed`, `press-only`, `verify`. */
  readonly notes: readonly string[];
  /** Entries of persons that speak of the day. */
  readonly lookups: readonly Lookup[];
  /** Present while it is open what applies: unverified, silent, or an entry that waits for a second person. */
  readonly open?: OpenStates;
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

/** Every value that a parameter can have, the mildest first where the pack lists them. */
export function valuesOf(parameter: Parameter): readonly Scalar[] {
  if (parameter.values) return parameter.values;
  const found = parameter.periods.flatMap(({ value, careful }) => [value, careful]);
  return [...new Set(found.filter((value) => value !== undefined))];
}

/** A value as a state of its own. A switch that is off is a rule that does not operate. */
function standOf(value: Scalar): Stand {
  return value === false
    ? { state: "not-enforced", value: undefined }
    : { state: "in-force", value };
}

function isSame(a: Stand, b: Stand): boolean {
  const operates = (one: Stand) => one.state === "in-force";
  return operates(a) === operates(b) && (!operates(a) || a.value === b.value);
}

function differ(stands: readonly Stand[]): boolean {
  const [first] = stands;
  return first !== undefined && stands.some((one) => !isSame(one, first));
}

/** The mildest of some states, by the order in which the pack lists the parameter's values. */
function mildestOf(parameter: Parameter, stands: readonly Stand[]): Stand | undefined {
  const order = parameter.values;
  if (order === undefined) return differ(stands) ? undefined : stands[0];
  const listed = order.map(standOf);
  const place = (stand: Stand) => listed.findIndex((one) => isSame(one, stand));
  return [...stands].sort((a, b) => place(a) - place(b))[0];
}

/** Whatever the type allows, while nobody knows: the mildest value at best, the careful branch at worst. */
function unknownStates(parameter: Parameter, careful: Scalar | undefined): OpenStates {
  const all = parameter.values?.map(standOf) ?? [];
  const worst = careful ?? parameter.values?.at(-1);
  return {
    mild: all[0],
    careful: worst === undefined ? [] : [standOf(worst)],
    others: all,
  };
}

/**
 * What operates where the text of the day is known not to be enforced: the rule before it. Without a value of its own such a
 * period means the rule that was in force last.
 */
function beforeUnenforced(parameter: Parameter, period: Period): Scalar | undefined {
  const earlier = parameter.periods
    .filter(({ from, state }) => state === "in-force" && (from ?? "") < (period.from ?? ""))
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
  const unenforced = period.value ?? earlier.at(-1)?.value;
  return earlier.findLast(({ value }) => value !== unenforced)?.value;
}

type Context = {
  readonly track: Track;
  readonly sources: ReadonlyMap<string, Source>;
  readonly lookups: readonly Lookup[];
  /** Entries that a second person confirmed by a signed act; what a file claims of itself does not count. */
  readonly confirmed?: ReadonlySet<string> | undefined;
  /** Days after which a text in force is to be looked at again. */
  readonly recheckDays?: number | undefined;
  /** Values supposed for a question "what if": they stand whatever the pack says. */
  readonly supposed?: ReadonlyMap<string, Scalar> | undefined;
};

function ofPeriod(
  parameter: Parameter,
  period: Period,
  day: CivilDate,
  { sources, recheckDays }: Context,
): DayState {
  const press = isPressOnly(period.sources, sources);
  const stale = day > period.checked;
  const notes: string[] = [];
  if (isMonthEdge(day, period) || neighbourIsMonthEdge(parameter, period, day))
    notes.push("month-edge");
  if (press) notes.push("press-only");
  // A press report says what was so when it was last seen, not what is so since; a published text stands until changed.
  const aged = press && stale && period.state !== "silent" && parameter.stands !== true;
  const unverified = period.state === "unverified" || aged;
  if (unverified || (press && stale)) notes.push("verify");
  else if (stale) notes.push("last-checked");
  if (!unverified && recheckDays !== undefined && day > addDays(period.checked, recheckDays))
    notes.push("recheck");
  const common = {
    parameter: parameter.id,
    sources: period.sources,
    notes: notes.sort(),
    lookups: [],
  };
  if (unverified) {
    const careful = period.careful ?? period.value;
    const open = unknownStates(parameter, careful);
    return { ...common, state: "unverified", value: period.value, careful, open };
  }
  if (period.state !== "not-enforced")
    return { ...common, state: period.state, value: period.value, careful: undefined };
  const before = beforeUnenforced(parameter, period);
  const state = before === undefined ? "not-enforced" : "in-force";
  return { ...common, state, value: before, careful: undefined };
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

/** Entries about a parameter that speak of the day; of confirmed ones the latest state alone, else every one. */
function entriesOn(parameter: string, day: CivilDate, context: Context): readonly Lookup[] {
  const { track, lookups, confirmed } = context;
  const own = lookups
    .filter((entry) => entry.track === track && entry.parameter === parameter)
    .filter((entry) => isWithin(day, entry.from, entry.to))
    .sort((a, b) => (`${a.from} ${a.seenOn} ${a.id}` < `${b.from} ${b.seenOn} ${b.id}` ? -1 : 1));
  const sure = own.filter(({ id }) => confirmed?.has(id) === true);
  const latest = sure.at(-1)?.from;
  return latest === undefined ? own : sure.filter(({ from }) => from === latest);
}

/** What an entry says: its value, what applies instead, or either end where it leaves that open. */
function standsOf(parameter: Parameter, entry: Lookup, careful: Scalar | undefined): OpenStates {
  if (valuesOf(parameter).length === 0) {
    const stand = { state: entry.state, value: undefined };
    return { mild: stand, careful: [stand], others: [] };
  }
  const value = entry.state === "in-force" ? entry.value : entry.instead;
  const own = value === undefined ? undefined : fittingValue(parameter, value);
  if (own === undefined) {
    const { mild, careful: worst, others } = unknownStates(parameter, careful);
    return { mild, careful: worst, others };
  }
  const stand = standOf(own);
  return { mild: stand, careful: [stand], others: [] };
}

/**
 * What persons found beside what the pack says. An unconfirmed entry that contradicts a known text counts where it is stricter and
 * never softens it; entries that disagree count from the mildest to the strictest.
 */
function withEntries(
  parameter: Parameter,
  base: DayState,
  entries: readonly Lookup[],
  { confirmed, day }: { readonly confirmed: boolean; readonly day: CivilDate },
): DayState {
  const period = periodOn(parameter, day);
  const found = entries.map((entry) =>
    standsOf(parameter, entry, period?.careful ?? parameter.values?.at(-1)),
  );
  const careful = found.flatMap((one) => one.careful);
  const best = found.flatMap((one) => (one.mild ? [one.mild] : []));
  const others = found.flatMap((one) => one.others);
  const text: Stand | undefined =
    base.open === undefined ? { state: base.state, value: base.value } : undefined;
  const notes = new Set(["looked-up"]);
  if (entries.some(({ seenOn }) => day > seenOn)) notes.add("last-checked");
  if (entries.some(({ seenOn }) => day < seenOn)) notes.add("looks-back");
  const common = {
    parameter: parameter.id,
    sources: [...entries.map(({ id }) => id), ...base.sources],
    lookups: entries,
  };
  const all = [...best, ...careful];
  if (text !== undefined && !confirmed && differ([text, ...all])) {
    const open = { mild: text, careful: [text, ...careful], others };
    const both = new Set([...base.notes, ...notes, "unconfirmed"]);
    return { ...base, ...common, notes: [...both].sort(), open };
  }
  const [only] = all;
  if (only !== undefined && best.length === found.length && !differ(all)) {
    const operates = only.state === "in-force";
    const ended = entries.find((entry) => entry.state !== "in-force")?.state ?? "not-enforced";
    return {
      ...common,
      state: operates ? "in-force" : ended,
      value: operates ? only.value : base.value,
      careful: undefined,
      notes: [...notes].sort(),
    };
  }
  notes.add("verify");
  const mild = best.length === found.length ? mildestOf(parameter, best) : undefined;
  return {
    ...common,
    state: "unverified",
    value: base.value,
    careful: mildestOf(parameter, careful)?.value,
    notes: [...notes].sort(),
    open: { mild, careful, others },
  };
}

/**
 * What the parameter says on the day asked. A gap between periods is `silent`, never zero or false. Reports of the press become
 * `unverified` after the day they were last checked, with their own value as the careful branch unless the pack states another,
 * except where the pack says that they stand. What persons found is weighed against both.
 */
export function parameterOn(parameter: Parameter, day: CivilDate, context: Context): DayState {
  const supposed = context.supposed?.get(parameter.id);
  const period = periodOn(parameter, day);
  if (supposed !== undefined) {
    const sources = period?.sources ?? [];
    const common = { parameter: parameter.id, careful: undefined, sources, lookups: [] };
    return { ...common, ...standOf(supposed), notes: ["supposed"] };
  }
  const base: DayState = period
    ? ofPeriod(parameter, period, day, context)
    : {
        parameter: parameter.id,
        state: "silent",
        value: undefined,
        careful: undefined,
        sources: [],
        notes: [],
        lookups: [],
        open: { mild: undefined, careful: [], others: [] },
      };
  const entries = entriesOn(parameter.id, day, context);
  if (entries.length === 0) return base;
  const confirmed = entries.every(({ id }) => context.confirmed?.has(id) === true);
  return withEntries(parameter, base, entries, { confirmed, day });
}
