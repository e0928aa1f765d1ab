import { isCivilDate } from "#shared/kernel";

/** What a statement does wrong, in the words of JSON Schema: the rule, the place, and the property that it is about. */
export type BodsFault = {
  readonly keyword:
    | "type"
    | "required"
    | "enum"
    | "const"
    | "format"
    | "pattern"
    | "minLength"
    | "maxLength"
    | "minimum"
    | "maximum"
    | "anyOf"
    | "oneOf"
    | "json"
    | "limit";
  readonly path: string;
  readonly property: string;
};

/** Checks one value at a path and reports what is wrong with it. */
export type Check = (value: unknown, path: string, report: (fault: BodsFault) => void) => void;

function lastName(path: string): string {
  const name = /([A-Za-z]\w*)(\[\d+\])*$/.exec(path)?.[1];
  return name ?? "";
}

function fault(keyword: BodsFault["keyword"], path: string, property = lastName(path)): BodsFault {
  return { keyword, path, property };
}

/** A plain object, as JSON has it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type TextRules = {
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly string[];
  readonly pattern?: RegExp;
  readonly format?: "uri" | "date";
  /** Any of these must accept the text. */
  readonly anyOf?: readonly ((text: string) => boolean)[];
};

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** A day and a time of RFC 3339. */
export function isMoment(value: string): boolean {
  const day = MOMENT.exec(value)?.[1];
  return day !== undefined && isCivilDate(day);
}

/** A string under rules; the first broken one of each kind is named. */
export function text(rules: TextRules = {}): Check {
  return (value, path, report) => {
    if (typeof value !== "string") return report(fault("type", path));
    const length = [...value].length;
    if (rules.min !== undefined && length < rules.min) report(fault("minLength", path));
    if (rules.max !== undefined && length > rules.max) report(fault("maxLength", path));
    if (rules.oneOf && !rules.oneOf.includes(value)) report(fault("enum", path));
    if (rules.pattern && !rules.pattern.test(value)) report(fault("pattern", path));
    if (rules.format === "uri" && !URI.test(value)) report(fault("format", path));
    if (rules.format === "date" && !isCivilDate(value)) report(fault("format", path));
    if (rules.anyOf && !rules.anyOf.some((accepts) => accepts(value))) report(fault("anyOf", path));
  };
}

/** True or false. */
export const flag: Check = (value, path, report) => {
  if (typeof value !== "boolean") report(fault("type", path));
};

/** A number between bounds, both included. */
export function number(minimum: number, maximum: number): Check {
  return (value, path, report) => {
    if (typeof value !== "number") return report(fault("type", path));
    if (value < minimum) report(fault("minimum", path));
    if (value > maximum) report(fault("maximum", path));
  };
}

/** A list whose items all pass. */
export function list(item: Check): Check {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report(fault("type", path));
    value.forEach((each: unknown, at) => {
      item(each, `${path}[${at}]`, report);
    });
  };
}

/** A rule about a whole object, run after its members. */
export type Further = (
  value: Readonly<Record<string, unknown>>,
  path: string,
  report: (fault: BodsFault) => void,
) => void;

/** An object: members that are there must pass, required ones must be there, others are let be as the standard does. */
export function object(
  members: Readonly<Record<string, Check>>,
  required: readonly string[] = [],
  ...further: readonly Further[]
): Check {
  return (value, path, report) => {
    if (!isRecord(value)) return report(fault("type", path));
    for (const name of required) if (!(name in value)) report(fault("required", path, name));
    for (const [name, check] of Object.entries(members))
      if (name in value) check(value[name], `${path}.${name}`, report);
    for (const rule of further) rule(value, path, report);
  };
}

/** At least one of these members must be there; `property` is what the fault is said to be about. */
export function someOf(names: readonly string[], property?: string): Further {
  return (value, path, report) => {
    if (!names.some((name) => name in value)) report(fault("anyOf", path, property));
  };
}

/** The member, where it is there, must be this. */
export function mustBe(name: string, accepts: (value: unknown) => boolean): Further {
  return (value, path, report) => {
    if (name in value && !accepts(value[name])) report(fault("const", `${path}.${name}`));
  };
}

/** The rules hold only where the condition does. */
export function when(
  condition: (value: Readonly<Record<string, unknown>>) => boolean,
  ...rules: readonly Further[]
): Further {
  return (value, path, report) => {
    if (condition(value)) for (const rule of rules) rule(value, path, report);
  };
}

/** The members must be there. */
export function needs(...names: readonly string[]): Further {
  return (value, path, report) => {
    for (const name of names) if (!(name in value)) report(fault("required", path, name));
  };
}

/** A name, or an object of the given kind in its place. */
export function textOr(check: Check): Check {
  return (value, path, report) => {
    if (typeof value === "string") return;
    if (!isRecord(value)) return report(fault("oneOf", path));
    check(value, path, report);
  };
}
