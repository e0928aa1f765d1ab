import type { FactCatalogue, FactSpec, FactType, SubjectKind } from "#shared/facts";

import { DECIMAL_SHAPE, isCivilDate } from "#shared/kernel";
import { operators } from "../evaluate/compare.ts";
import type { ErrorSink, PackErrorCode } from "../pack/pack-error.ts";
import type { Parameter } from "../pack/pack-schema.ts";
import { parameterStates } from "../pack/pack-schema.ts";
import { typeOfParameter } from "../pack/parameter-type.ts";
import { argsWith, parametersOfArgs } from "./pack-args.ts";

/** What the names in a condition may refer to. */
export type Names = {
  readonly catalogue: FactCatalogue;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Subject of each definition. */
  readonly definitions: ReadonlyMap<string, SubjectKind>;
};

type Place = { readonly at: string; readonly subject: SubjectKind };

const heads = ["all", "any", "not", "def", "fact", "known", "some", "every", "param"] as const;
type Head = (typeof heads)[number];
type Raw = { readonly [key: string]: unknown };

const extraKeys: { readonly [head in Head]: readonly string[] } = {
  all: [],
  any: [],
  not: [],
  def: [],
  fact: ["args", ...operators],
  known: ["args"],
  some: ["where"],
  every: ["where"],
  param: ["state", ...operators],
};

const allowed: { readonly [type in FactType]: readonly string[] } = {
  bool: ["is", "eq"],
  number: ["lt", "le", "gt", "ge", "eq"],
  date: ["lt", "le", "gt", "ge", "eq"],
  text: ["eq", "in"],
  set: ["hasAny", "onlyFrom"],
};

const MAX_GROUP = 200;
const MAX_LIST = 500;
const MAX_TEXT = 400;

function isRaw(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fitsType(value: unknown, type: FactType): boolean {
  switch (type) {
    case "bool":
      return typeof value === "boolean";
    case "number":
      return (
        (typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e21) ||
        (typeof value === "string" && DECIMAL_SHAPE.test(value))
      );
    case "date":
      return typeof value === "string" && isCivilDate(value);
    default:
      return typeof value === "string" && value.length <= MAX_TEXT;
  }
}

/** Looks through one condition of a pack: shape, names, subjects, types. Says every problem with its place. */
export class ConditionChecker {
  private readonly names: Names;
  private readonly sink: ErrorSink;
  private readonly file: string;

  constructor(names: Names, sink: ErrorSink, file: string) {
    this.names = names;
    this.sink = sink;
    this.file = file;
  }

  check(value: unknown, place: Place): undefined {
    if (!isRaw(value)) return this.fail(place.at, "not-a-condition");
    const found = heads.filter((one) => Object.hasOwn(value, one));
    const head = found[0];
    if (head === undefined || found.length > 1)
      return this.fail(place.at, "not-a-condition", { found: Object.keys(value).slice(0, 20) });
    const strange = Object.keys(value).filter(
      (key) => key !== head && !extraKeys[head].includes(key),
    );
    if (strange.length > 0) this.fail(place.at, "unknown-key", { keys: strange.slice(0, 20) });
    this.byHead(head, value, place);
  }

  private fail(
    at: string,
    code: PackErrorCode,
    params: Parameters<ErrorSink["add"]>[3] = {},
  ): undefined {
    this.sink.add(this.file, at, code, params);
  }

  private byHead(head: Head, value: Raw, place: Place): undefined {
    const inside = { at: `${place.at}.${head}`, subject: place.subject };
    switch (head) {
      case "all":
      case "any":
        return this.group(value[head], inside);
      case "not":
        return this.check(value["not"], inside);
      case "def":
        return this.definition(value["def"], inside);
      case "fact":
        return this.fact(value, inside);
      case "known": {
        this.factSpec(value["known"], value["args"], inside);
        return;
      }
      case "some":
      case "every":
        return this.relation(value[head], value["where"], inside);
      case "param":
        return this.parameter(value, inside);
    }
  }

  private group(parts: unknown, place: Place): undefined {
    if (!Array.isArray(parts)) return this.fail(place.at, "not-a-condition");
    if (parts.length === 0) return this.fail(place.at, "empty-group");
    if (parts.length > MAX_GROUP)
      return this.fail(place.at, "too-large", { limit: MAX_GROUP, found: parts.length });
    for (const [index, part] of parts.entries())
      this.check(part, { at: `${place.at}[${index}]`, subject: place.subject });
  }

  private definition(id: unknown, place: Place): undefined {
    const subject = typeof id === "string" ? this.names.definitions.get(id) : undefined;
    if (subject === undefined)
      return this.fail(place.at, "undefined-definition", { id: String(id).slice(0, 80) });
    this.sameSubject(subject, place);
  }

  private sameSubject(subject: SubjectKind, place: Place): undefined {
    if (subject !== place.subject)
      this.fail(place.at, "wrong-subject", { wanted: subject, found: place.subject });
  }

  private factSpec(id: unknown, args: unknown, place: Place): FactSpec | undefined {
    const spec = typeof id === "string" ? this.names.catalogue.facts.get(id) : undefined;
    if (spec === undefined) {
      this.fail(place.at, "undefined-fact", { id: String(id).slice(0, 80) });
      return undefined;
    }
    this.sameSubject(spec.subject, place);
    if (args !== undefined && !isRaw(args))
      this.fail(place.at, "wrong-arguments", { problem: "-" });
    else if (spec.checkArgs) {
      const problem = spec.checkArgs(this.filled(args, place));
      if (problem !== undefined) this.fail(place.at, "wrong-arguments", { problem });
    } else if (args !== undefined)
      this.fail(place.at, "wrong-arguments", { problem: `${spec.id}: no arguments` });
    return spec;
  }

  /** Arguments as they look with some value of each parameter they name: what the fact's own schema can judge. */
  private filled(args: Raw | undefined, place: Place): Raw | undefined {
    for (const id of parametersOfArgs(args))
      if (!this.names.parameters.has(id))
        this.fail(`${place.at}.args`, "undefined-parameter", { id: id.slice(0, 80) });
    return argsWith(args, (id) => {
      const periods = this.names.parameters.get(id)?.periods ?? [];
      const period = periods.find((one) => one.value !== undefined || one.careful !== undefined);
      return period?.value ?? period?.careful;
    });
  }

  private fact(value: Raw, place: Place): undefined {
    const spec = this.factSpec(value["fact"], value["args"], place);
    if (spec !== undefined) this.comparisons(value, spec.type, place, true);
  }

  private relation(id: unknown, where: unknown, place: Place): undefined {
    const spec = typeof id === "string" ? this.names.catalogue.relations.get(id) : undefined;
    if (spec === undefined)
      return this.fail(place.at, "undefined-relation", { id: String(id).slice(0, 80) });
    this.sameSubject(spec.from, place);
    this.check(where, { at: `${place.at}.where`, subject: spec.to });
  }

  private parameter(value: Raw, place: Place): undefined {
    const id = value["param"];
    const parameter = typeof id === "string" ? this.names.parameters.get(id) : undefined;
    if (parameter === undefined)
      return this.fail(place.at, "undefined-parameter", { id: String(id).slice(0, 80) });
    const states = value["state"];
    if (states !== undefined && !isStates(states))
      this.fail(`${place.at}.state`, "shape", { problem: "state" });
    const type = typeOfParameter(parameter);
    const compares = operators.some((op) => value[op] !== undefined);
    if (!compares && states === undefined) return this.fail(place.at, "no-comparison");
    if (!compares) return;
    if (type === undefined || type === "mixed")
      return this.fail(place.at, type === undefined ? "value-missing" : "mixed-values", {
        id: parameter.id,
      });
    this.needsValues(parameter, place);
    this.comparisons(value, type, place, false);
  }

  private needsValues(parameter: Parameter, place: Place): undefined {
    const period = parameter.periods.find(
      (one) => one.state === "in-force" && one.value === undefined,
    );
    if (period)
      this.fail(place.at, "value-missing", { id: parameter.id, from: period.from ?? "-" });
  }

  private comparisons(value: Raw, type: FactType, place: Place, isFact: boolean): undefined {
    const used = operators.filter((op) => value[op] !== undefined);
    if (used.length === 0 && isFact) this.fail(place.at, "no-comparison");
    for (const op of used) {
      const at = `${place.at}.${op}`;
      if (!allowed[type].includes(op)) this.fail(at, "wrong-type", { type, wanted: allowed[type] });
      else if (op === "in" || op === "hasAny" || op === "onlyFrom") this.list(value[op], at);
      else this.operand(value[op], type, at, op !== "is");
    }
  }

  private list(value: unknown, at: string): undefined {
    if (!Array.isArray(value) || value.length === 0) return this.fail(at, "empty-group");
    if (value.length > MAX_LIST)
      return this.fail(at, "too-large", { limit: MAX_LIST, found: value.length });
    if (!value.every((item) => fitsType(item, "text")))
      this.fail(at, "wrong-type", { type: "text" });
  }

  private operand(value: unknown, type: FactType, at: string, mayName: boolean): undefined {
    if (!isRaw(value)) {
      if (!fitsType(value, type))
        this.fail(at, "wrong-type", { type, found: String(value).slice(0, 80) });
      return;
    }
    const strange = Object.keys(value).filter((key) => key !== "param");
    if (strange.length > 0) this.fail(at, "unknown-key", { keys: strange.slice(0, 20) });
    const id = value["param"];
    const parameter = typeof id === "string" ? this.names.parameters.get(id) : undefined;
    if (!mayName || parameter === undefined)
      return this.fail(at, "undefined-parameter", { id: String(id).slice(0, 80) });
    const found = typeOfParameter(parameter);
    if (found !== type)
      this.fail(at, "wrong-type", { type, found: found ?? "-", id: parameter.id });
    this.needsValues(parameter, { at, subject: "order" });
  }
}

function isStates(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((state) => parameterStates.some((known) => known === state))
  );
}
