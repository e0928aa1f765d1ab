import { addDays, isCivilDate } from "#shared/kernel";
import { lanes } from "#shared/rules";

/** One small change of a pack: where, what it was and is, and the pack with it. */
export type Mutant = {
  readonly place: string;
  readonly change: string;
  /** Ids of rules, definitions and parameters on the way to it. */
  readonly ids: readonly string[];
  readonly pack: unknown;
};

type Path = readonly (string | number)[];
type Json = { [key: string]: unknown };

const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const swaps: Readonly<Record<string, string>> = { lt: "le", le: "lt", gt: "ge", ge: "gt" };
/** Words of free text and who published what decide no lane and are no operators. */
const left = new Set([
  "title",
  "text",
  "note",
  "lookup",
  "decides",
  "sources",
  "words",
  "unlessAfter",
  "unlessBefore",
  "unit",
  "evidence",
  "conditions",
  "schema",
  "id",
  "track",
  "issued",
  "version",
  "covers",
  "checked",
  "precision",
  "values",
  "subject",
  "tells",
]);

/** The neighbours of a lane in the table, one milder and one harsher. */
function neighbours(lane: string): readonly string[] {
  const at = (lanes as readonly string[]).indexOf(lane);
  return at < 0 ? [] : [lanes[at - 1], lanes[at + 1]].filter((one) => one !== undefined);
}

type Found = { readonly path: Path; readonly change: string; readonly value: unknown };

function ofScalar(path: Path, key: string, value: unknown): readonly Found[] {
  const to = (next: unknown): Found => ({
    path,
    change: `${key} ${String(value)} → ${String(next)}`,
    value: next,
  });
  if (typeof value === "boolean") return [to(!value)];
  if (typeof value === "number")
    return [to(value + (value < 1 ? 0.01 : 1)), to(value - (value < 1 ? 0.01 : 1))];
  if (typeof value !== "string") return [];
  if (isCivilDate(value)) return [to(addDays(value, 1)), to(addDays(value, -1))];
  if ((lanes as readonly string[]).includes(value)) return neighbours(value).map(to);
  return [];
}

/** An operator turned, a group turned, a member left out. */
function ofNode(path: Path, node: Json): readonly Found[] {
  const found: Found[] = [];
  for (const [key, value] of Object.entries(node)) {
    const other = swaps[key];
    if (other !== undefined) {
      const { [key]: _gone, ...rest } = node;
      found.push({ path, change: `${key} → ${other}`, value: { ...rest, [other]: value } });
    }
    if ((key === "all" || key === "any") && Array.isArray(value) && value.length > 1) {
      const turned = key === "all" ? "any" : "all";
      found.push({ path, change: `${key} → ${turned}`, value: { [turned]: value } });
      for (const at of value.keys())
        found.push({
          path,
          change: `${key} without part ${at}`,
          value: { [key]: value.filter((_, index) => index !== at) },
        });
    }
    if (key === "not") found.push({ path, change: "without not", value });
    if (
      [
        "in",
        "hasAny",
        "models",
        "ways",
        "prefixes",
        "usccPrefixes",
        "kinds",
        "lists",
        "declaredStateCapital",
        "answeredYes",
        "except",
      ].includes(key) &&
      Array.isArray(value) &&
      value.length > 1
    )
      for (const at of value.keys())
        found.push({
          path,
          change: `${key} without ${JSON.stringify(value[at]).slice(0, 60)}`,
          value: { ...node, [key]: value.filter((_, index) => index !== at) },
        });
    if (key === "state" && value !== "not-yet" && typeof value === "string" && "precision" in node)
      found.push({
        path,
        change: `state ${value} → suspended`,
        value: { ...node, state: "suspended" },
      });
  }
  return found;
}

function walk(value: unknown, path: Path): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => walk(item, [...path, at]));
  if (!isJson(value)) return ofScalar(path, String(path.at(-1)), value);
  return [
    ...ofNode(path, value),
    ...Object.entries(value).flatMap(([key, item]) =>
      left.has(key) ? [] : walk(item, [...path, key]),
    ),
  ];
}

function changed(value: unknown, path: Path, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (Array.isArray(value))
    return value.map((item, at) => (at === step ? changed(item, rest, next) : item));
  return { ...(value as Json), [step]: changed((value as Json)[step], rest, next) };
}

/** The ids on the way to a place, outermost first. */
function idsOn(pack: unknown, path: Path): readonly string[] {
  const ids: string[] = [];
  let here: unknown = pack;
  for (const step of path) {
    here = (here as Json)[step];
    const id: unknown = isJson(here) ? here["id"] : undefined;
    if (typeof id === "string") ids.push(id);
  }
  return ids;
}

/** Every operator, threshold, date, state, lane and member of a pack, changed in turn. */
export function mutantsOf(pack: unknown): readonly Mutant[] {
  return walk(pack, []).map(({ path, change, value }) => {
    const ids = idsOn(pack, path);
    const where = path.map(String).join(".");
    return {
      place: `${ids.join(" / ")} (${where})`,
      change,
      ids,
      pack: changed(pack, path, value),
    };
  });
}
