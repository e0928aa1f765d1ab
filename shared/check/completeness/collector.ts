import type { Dossier, Party, Site } from "#shared/model";
import type { MissingItem } from "../report-schema.ts";

/** Sections of the order editor that an item can point to. */
const editorSections = [
  "basics",
  "parties",
  "lines",
  "schedule",
  "route",
  "customs",
  "use",
  "tenants",
  "necessity",
  "declarations",
  "exporter",
  "evidence",
  "review",
] as const;
export type EditorSection = (typeof editorSections)[number];

type Need = MissingItem["need"];

/** Gathers items in the order asked; the same field with the same reason stands once, at its strongest need. */
export class Collector {
  readonly #items = new Map<string, MissingItem>();
  readonly #section: EditorSection;

  constructor(section: EditorSection, items?: Map<string, MissingItem>) {
    this.#section = section;
    if (items !== undefined) this.#items = items;
  }

  /** The same collection seen from another section. */
  in(section: EditorSection): Collector {
    return new Collector(section, this.#items);
  }

  add(need: Need, path: string, why: string, params?: MissingItem["params"]): void {
    const key = `${path}|${why}`;
    const held = this.#items.get(key);
    if (held !== undefined && (held.need === need || held.need === "required")) return;
    const item = { path, section: this.#section, why, need };
    this.#items.set(key, params === undefined ? item : { ...item, params });
  }

  /** Adds a required item when the value is absent. */
  required(value: unknown, path: string, why: string, params?: MissingItem["params"]): void {
    if (isAbsent(value)) this.add("required", path, why, params);
  }

  /** Adds a conditional item when the condition applies and the value is absent. */
  conditional(
    applies: boolean,
    value: unknown,
    path: string,
    why: string,
    params?: MissingItem["params"],
  ): void {
    if (applies && isAbsent(value)) this.add("conditional", path, why, params);
  }

  optional(value: unknown, path: string, why: string, params?: MissingItem["params"]): void {
    if (isAbsent(value)) this.add("optional", path, why, params);
  }

  list(): readonly MissingItem[] {
    return [...this.#items.values()];
  }
}

/** Nothing there: no value, an empty list, or an answer that says "not known". */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && "value" in value && value.value === "unknown";
}

/** A dossier with its members found by id, for item tables. */
export type Desk = {
  readonly dossier: Dossier;
  readonly asOf: string;
  readonly party: (id: string | undefined) => Party | undefined;
  readonly site: (id: string | undefined) => Site | undefined;
  readonly nameOf: (id: string | undefined) => string;
  /** Whether a paper of one of these kinds is there that may go to the reader. */
  readonly hasPaper: (kinds: readonly string[], side: "cn-filing" | "us-exporter") => boolean;
  /** Whether a paper of one of these kinds is named with the reason why no copy is enclosed. */
  readonly explains: (kinds: readonly string[], side: "cn-filing" | "us-exporter") => boolean;
};

/** Prepares a dossier for the item tables. */
export function inspect(dossier: Dossier, asOf: string): Desk {
  const parties = new Map(dossier.parties.map((party) => [party.id, party]));
  const sites = new Map(dossier.sites.map((site) => [site.id, site]));
  return {
    dossier,
    asOf,
    party: (id) => (id === undefined ? undefined : parties.get(id)),
    site: (id) => (id === undefined ? undefined : sites.get(id)),
    nameOf: (id) => {
      const names = id === undefined ? undefined : parties.get(id)?.names;
      return names?.zh ?? names?.en ?? id ?? "";
    },
    explains: (kinds, side) =>
      dossier.evidence.some(
        (item) =>
          kinds.includes(item.kind) &&
          item.missingReason !== undefined &&
          (item.side === side || item.side === "both"),
      ),
    hasPaper: (kinds, side) =>
      dossier.evidence.some(
        (item) =>
          kinds.includes(item.kind) &&
          item.missingReason === undefined &&
          (item.side === side || item.side === "both"),
      ),
  };
}
