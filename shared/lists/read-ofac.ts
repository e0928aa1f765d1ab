import { appError, err, ok, type Result } from "#shared/kernel";
import { optional } from "./cells.ts";
import type { CsvRecord } from "./csv-record.ts";
import { draftOf, type EntryCode, type EntryDraft, entryKind } from "./list-entry.ts";
import { nameFault } from "./row-rules.ts";

/** The three files that OFAC publishes side by side: names, aliases, addresses. */
const ofacParts = ["sdn", "alt", "add"] as const;
export type OfacPart = (typeof ofacParts)[number];

/** How many cells a row of each has; none of them has a header. */
const FIELDS: Readonly<Record<OfacPart, number>> = { sdn: 12, alt: 5, add: 6 };

/** OFAC writes `-0-` for "nothing here" and ends its files with a control-Z. */
const clean = (text: string | undefined) => {
  const trimmed = (text ?? "").replaceAll("\u001a", "").trim();
  return trimmed === "-0-" ? "" : trimmed;
};

const isNumber = (text: string | undefined) => /^\d{1,9}$/.test(clean(text));

/** Which of OFAC's files a first row belongs to; undefined when to none. */
export function ofacPartOf(fields: readonly string[]): OfacPart | undefined {
  if (!isNumber(fields[0])) return undefined;
  const part = ofacParts.find((one) => FIELDS[one] === fields.length);
  if (part === undefined || part === "sdn") return part;
  return isNumber(fields[1]) ? part : undefined;
}

function codesOf(remarks: string): EntryCode[] {
  const found = remarks.matchAll(
    /(?:^|;\s*)((?:Unified Social Credit Code \(USCC\)|Registration (?:ID|Number)|Company Number|Tax ID No\.|Organization Code|C\.R\. No\.|Enterprise Number)[^\d;]*)([A-Z0-9][A-Z0-9.\-/]*\d[A-Z0-9.\-/]*)/g,
  );
  return [...found].map((match) => ({
    label: (match[1] ?? "").trim(),
    value: match[2] ?? "",
  }));
}

type Address = { readonly text: string; readonly country: string };

/** Takes the rows of OFAC's files, aliases and addresses before the names that they belong to. */
export class OfacRows {
  readonly #aliases = new Map<string, string[]>();
  readonly #addresses = new Map<string, Address[]>();
  /** Where each number was first named beside, so that one that belongs to nobody can be told. */
  readonly #places = new Map<string, { readonly file: string; readonly line: number }>();

  #remember<T>(map: Map<string, T[]>, key: string, value: T): void {
    const group = map.get(key);
    if (group === undefined) map.set(key, [value]);
    else group.push(value);
  }

  /** One row of the alias or the address file. */
  beside(part: "alt" | "add", { line, fields }: CsvRecord, file: string): Result<void> {
    const number = clean(fields[0]);
    if (fields.length !== FIELDS[part] || !isNumber(number))
      return err(appError("list-row", { file, line, column: "ent_num" }));
    if (!this.#places.has(number)) this.#places.set(number, { file, line });
    if (part === "alt") {
      const name = clean(fields[3]);
      const fault = nameFault(name, { file, line, column: "alt_name" });
      if (fault !== undefined) return err(fault);
      this.#remember(this.#aliases, number, name);
      return ok(undefined);
    }
    const country = clean(fields[4]);
    const text = [fields[2], fields[3], fields[4]]
      .map(clean)
      .filter((one) => one !== "")
      .join(", ");
    if (text !== "") this.#remember(this.#addresses, number, { text, country });
    return ok(undefined);
  }

  /** One row of the names. */
  name({ line, fields }: CsvRecord, file: string): Result<EntryDraft> {
    const number = clean(fields[0]);
    if (fields.length !== FIELDS.sdn || !isNumber(number))
      return err(appError("list-row", { file, line, column: "ent_num" }));
    const name = clean(fields[1]);
    const fault = nameFault(name, { file, line, column: "SDN_Name" });
    if (fault !== undefined) return err(fault);
    this.#places.delete(number);
    const addresses = this.#addresses.get(number) ?? [];
    const said = {
      list: "sdn",
      kind: clean(fields[2]) === "" ? "entity" : entryKind(clean(fields[2])),
      name,
      aliases: this.#aliases.get(number) ?? [],
      countries: [...new Set(addresses.map(({ country }) => country).filter((one) => one !== ""))],
      codes: codesOf(clean(fields[11])),
      programs: clean(fields[3])
        .split(/\]\s*\[|;/)
        .map((program) => program.replace(/[[\]]/g, "").trim())
        .filter((program) => program !== ""),
      ...optional(
        "addresses",
        addresses.map(({ text }) => text),
      ),
    };
    return ok(draftOf(line, number, said));
  }

  /** Refuses files of different days: an alias or an address whose number no name bears would be lost. */
  finish(): Result<void> {
    for (const [number, { file, line }] of this.#places)
      return err(appError("list-orphan", { file, line, number }));
    return ok(undefined);
  }
}
