import { z } from "zod";
import { hasMessage, type Lang, translateData } from "#shared/i18n";
import { canonicalJson } from "#shared/kernel";
import type { Dossier } from "#shared/model";

/**
 * One thing that differs between two states of a dossier. `path` leads to the field (`order.lines.lin_1.quantity`), `of`
 * names what the field belongs to where that has a name; an absent side says that nothing stood there.
 */
export const changeSchema = z.strictObject({
  path: z.string().max(400),
  of: z.string().max(400).optional(),
  before: z.string().max(4_000).optional(),
  after: z.string().max(4_000).optional(),
});
export type Change = z.infer<typeof changeSchema>;

type Plain = Readonly<Record<string, unknown>>;
type Walk = {
  readonly names: ReadonlyMap<string, string>;
  readonly lang: Lang;
  readonly found: Change[];
};

const LONGEST = 1_000;

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function idOf(value: unknown): string | undefined {
  const id = isPlain(value) ? value["id"] : undefined;
  return typeof id === "string" ? id : undefined;
}

function first(...candidates: readonly unknown[]): string | undefined {
  return candidates.find((item): item is string => typeof item === "string" && item !== "");
}

/** What a person calls an entry: its own name or title, or that of what it stands for. */
function nameOf(value: unknown, lang: Lang): string | undefined {
  if (!isPlain(value)) return undefined;
  const names = isPlain(value["names"]) ? value["names"] : {};
  const name = isPlain(value["name"]) ? value["name"] : {};
  const title = isPlain(value["title"]) ? value["title"] : {};
  const other = lang === "zh" ? "en" : "zh";
  return first(
    names[lang],
    name[lang],
    title[lang],
    names[other],
    name[other],
    title[other],
    value["name"],
    value["fileName"],
    value["description"],
    value["model"],
  );
}

function namesIn(dossiers: readonly Dossier[], lang: Lang): Map<string, string> {
  const names = new Map<string, string>();
  for (const dossier of dossiers)
    for (const entry of [
      ...dossier.parties,
      ...dossier.sites,
      ...dossier.products,
      ...dossier.evidence,
      ...dossier.persons,
    ]) {
      const name = nameOf(entry, lang);
      if (name !== undefined) names.set(entry.id, name);
    }
  return names;
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join("")}…`;
}

/** A value as a person reads it; references are told by name. */
function shown(value: unknown, walk: Walk): string {
  if (typeof value === "string") return cut(walk.names.get(value) ?? value);
  if (Array.isArray(value)) return cut(value.map((item) => shown(item, walk)).join("；"));
  if (!isPlain(value)) return String(value);
  return cut(nameOf(value, walk.lang) ?? canonicalJson(value));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function keyed(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value.map((item) => [idOf(item), item] as const);
  return entries.every(([id]) => id !== undefined)
    ? new Map(entries.map(([id, item]) => [id ?? "", item]))
    : undefined;
}

function areEntries(value: unknown): value is readonly Plain[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPlain);
}

function note(walk: Walk, path: string, of: string | undefined, sides: readonly unknown[]): void {
  const [before, after] = sides.map((side) => (isEmpty(side) ? undefined : shown(side, walk)));
  if (before === undefined && after === undefined) return;
  walk.found.push({
    path: path.slice(0, 400),
    ...(of === undefined ? {} : { of: of.slice(0, 400) }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

function compare(
  walk: Walk,
  path: string,
  of: string | undefined,
  [before, after]: readonly [unknown, unknown],
): void {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return;
  const left = keyed(before ?? []);
  const right = keyed(after ?? []);
  const lists = left !== undefined && right !== undefined && (left.size > 0 || right.size > 0);
  if (lists && (Array.isArray(before) || Array.isArray(after))) {
    for (const id of new Set([...left.keys(), ...right.keys()]))
      compareEntry(walk, `${path}.${id}`, of, [left.get(id), right.get(id)]);
  } else if (isPlain(before) && isPlain(after)) members(walk, path, of, [before, after]);
  else if (areEntries(before) && areEntries(after)) {
    // Entries without ids are held against each other by place, so that no field of one can change unseen.
    for (let at = 0; at < Math.max(before.length, after.length); at += 1)
      compareEntry(walk, `${path}.${at}`, of, [before[at], after[at]]);
  } else note(walk, path, of, [before, after]);
}

function compareEntry(
  walk: Walk,
  path: string,
  of: string | undefined,
  sides: readonly [unknown, unknown],
): void {
  const [before, after] = sides;
  const name = nameOf(after, walk.lang) ?? nameOf(before, walk.lang) ?? of;
  // What came or went whole is named once, not field by field.
  if (before === undefined || after === undefined) note(walk, path, undefined, sides);
  else compare(walk, path, name, sides);
}

function members(
  walk: Walk,
  path: string,
  of: string | undefined,
  [before, after]: readonly [Plain, Plain],
): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    compare(walk, path === "" ? key : `${path}.${key}`, of, [before[key], after[key]]);
}

/**
 * What differs between two states of a dossier, field by field and in the order of the dossier: what a second person reads
 * before signing again, and what an amendment prints. Reviews and the blinding salt are no content and are left out.
 * Names are told in `lang` where there is one.
 */
export function dossierChanges(
  before: Dossier,
  after: Dossier,
  lang: Lang = "zh",
): readonly Change[] {
  const walk: Walk = { names: namesIn([before, after], lang), lang, found: [] };
  const bare = ({ order, ...rest }: Dossier): Plain => {
    const { reviews: _reviews, salt: _salt, ...content } = order;
    return { order: content, ...rest };
  };
  members(walk, "", undefined, [bare(before), bare(after)]);
  return walk.found;
}

// Lists whose entries have names of their own in the catalogue.
const LISTS: Readonly<Record<string, string>> = {
  lines: "line",
  schedule: "delivery",
  exchangeRates: "rate",
  endUses: "use",
  tenantMix: "tenant",
  remoteUsers: "remote",
  claims: "claim",
  alternatives: "alternative",
  lookups: "lookup",
  parties: "party",
  links: "link",
  sites: "site",
  products: "product",
  evidence: "evidence",
  persons: "person",
};

/** What the field at an address is called: `order.lines.lin_1.quantity` → 商品行 · 数量; the nearest name above where it has none. */
export function fieldLabel(lang: Lang, path: string): string {
  let of = "order";
  let names: string[] = [];
  const steps = path.split(".");
  for (let at = steps[0] === "order" ? 1 : 0; at < steps.length; at += 1) {
    const step = steps[at] ?? "";
    const list = Object.hasOwn(LISTS, step) ? LISTS[step] : undefined;
    const next = steps[at + 1];
    // Ids of entries stand behind the name of their list; the list itself is called like one entry.
    if (list !== undefined && (next === undefined || /^[a-z]{3}_/.test(next))) {
      of = list;
      names = [];
      at += 1;
    } else if (!/^\d+$/.test(step)) names.push(step);
  }
  for (let count = names.length; count >= 0; count -= 1) {
    const key = ["field", of, ...names.slice(0, count)].join(".");
    if (!hasMessage(key)) continue;
    const label = translateData(lang, key);
    // "Quantity" alone does not say of what: fields of an entry are called together with it.
    const entry = `field.${of}`;
    return of !== "order" && count > 0 && hasMessage(entry)
      ? `${translateData(lang, entry)} · ${label}`
      : label;
  }
  return path;
}
