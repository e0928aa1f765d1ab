import type { ErrorSink } from "../pack/pack-error.ts";
import type { Condition, Definition, Pack } from "../pack/pack-schema.ts";

/** Most parts that one rule may have once its definitions are written out. */
const MAX_EXPANDED = 20_000;
/** Deepest chain of relations in one rule, definitions written out. */
const MAX_RELATION_DEPTH = 5;

/** What a condition costs and contains once its definitions are written out. */
type Weight = {
  readonly parts: number;
  readonly relations: number;
  /** Whether it asks if a fact is given at all. */
  readonly asksKnown: boolean;
};

const CYCLE: Weight = { parts: 0, relations: 0, asksKnown: false };

function add(weights: readonly Weight[], own: number): Weight {
  let parts = own;
  let relations = 0;
  let asksKnown = false;
  for (const weight of weights) {
    parts = Math.min(parts + weight.parts, Number.MAX_SAFE_INTEGER);
    relations = Math.max(relations, weight.relations);
    asksKnown ||= weight.asksKnown;
  }
  return { parts, relations, asksKnown };
}

/** Conditions of a definition under all its readings. */
export function conditionsOf(definition: Definition): readonly Condition[] {
  if ("when" in definition) return [definition.when];
  return [definition.narrow, definition.working, definition.broad];
}

/** Weighs conditions; each definition is weighed once, so a bomb of references costs what it is written with. */
class Scales {
  private readonly definitions: ReadonlyMap<string, Definition>;
  private readonly sink: ErrorSink;
  private readonly done = new Map<string, Weight>();
  private readonly open: string[] = [];

  constructor(definitions: ReadonlyMap<string, Definition>, sink: ErrorSink) {
    this.definitions = definitions;
    this.sink = sink;
  }

  weigh(condition: Condition): Weight {
    if ("all" in condition)
      return add(
        condition.all.map((part) => this.weigh(part)),
        1,
      );
    if ("any" in condition)
      return add(
        condition.any.map((part) => this.weigh(part)),
        1,
      );
    if ("not" in condition) return add([this.weigh(condition.not)], 1);
    if ("def" in condition) return this.definition(condition.def);
    if ("known" in condition) return { parts: 1, relations: 0, asksKnown: true };
    if ("where" in condition) {
      const inner = this.weigh(condition.where);
      return { ...inner, parts: inner.parts + 1, relations: inner.relations + 1 };
    }
    return { parts: 1, relations: 0, asksKnown: false };
  }

  definition(id: string): Weight {
    const known = this.done.get(id);
    if (known) return known;
    const definition = this.definitions.get(id);
    if (definition === undefined) return CYCLE;
    const from = this.open.indexOf(id);
    if (from !== -1) {
      const ring = [...this.open.slice(from), id];
      this.sink.add("pack.json", `definition ${id}`, "cycle", { ring });
      return CYCLE;
    }
    this.open.push(id);
    const weight = add(
      conditionsOf(definition).map((one) => this.weigh(one)),
      1,
    );
    this.open.pop();
    this.done.set(id, weight);
    return weight;
  }
}

/** Cycles, reference bombs, and questions whether a fact is given where only its value may count. */
export function checkReferences(pack: Pack, sink: ErrorSink): void {
  const definitions = new Map(pack.definitions.map((one) => [one.id, one]));
  const scales = new Scales(definitions, sink);
  for (const definition of pack.definitions) scales.definition(definition.id);
  for (const rule of pack.rules) {
    const weight = scales.weigh(rule.when);
    const place = `rule ${rule.id}: when`;
    if (weight.parts > MAX_EXPANDED)
      sink.add("pack.json", place, "too-large", { limit: MAX_EXPANDED, found: weight.parts });
    if (weight.relations > MAX_RELATION_DEPTH)
      sink.add("pack.json", place, "too-deep", { limit: MAX_RELATION_DEPTH });
    // A lane must not rest on a question being open: the missing answer is unknown there, never false.
    if (weight.asksKnown && !("tells" in rule.effect))
      sink.add("pack.json", place, "known-in-lane");
  }
}
