import { z } from "zod";
import { appError, err, ok, type Result, shapeProblem } from "#shared/kernel";
import { optional, parts } from "./cells.ts";
import { draftOf, type EntryDraft, entryKind, listIdOf } from "./list-entry.ts";
import { nameFault } from "./row-rules.ts";

const place = z.number().int().nonnegative();

const tablesSchema = z.object({
  sources: z.array(z.string()),
  licenceRequirements: z.array(z.string()).optional(),
  licencePolicies: z.array(z.string()).optional(),
  programmes: z.array(z.unknown()).optional(),
});

const entrySchema = z.object({
  n: z.string().min(1),
  a: z.array(z.string()).optional(),
  s: place,
  t: z.string().optional(),
  c: z.array(z.string()).optional(),
  e: z.string().optional(),
  lr: place.optional(),
  lp: place.optional(),
  pg: place.optional(),
  fr: z.string().optional(),
});

/** An entry of the re-keyed form as it is written, before its tables are known. */
export type RekeyedEntry = z.infer<typeof entrySchema>;

function shape(file: string, at: readonly PropertyKey[], issue: z.core.$ZodIssue | undefined) {
  const path = [...at, ...(issue?.path ?? [])].map(String).join(".");
  return err(
    appError("list-shape", { file, at: path === "" ? "(top)" : path, ...shapeProblem(issue) }),
  );
}

/** Takes one element of `entries`; `index` counts from 0. */
export function readRekeyedEntry(
  value: unknown,
  index: number,
  file: string,
): Result<RekeyedEntry> {
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) return shape(file, ["entries", index], parsed.error.issues[0]);
  const fault = nameFault(parsed.data.n.trim(), {
    file,
    line: index + 1,
    column: `entries.${index}.n`,
  });
  return fault === undefined ? ok(parsed.data) : err(fault);
}

const textAt = (table: readonly unknown[] | undefined, index: number | undefined) => {
  const value = index === undefined ? undefined : table?.[index];
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join("; ") : String(value);
};

/** Puts the texts of the tables into the entries; an entry whose source the tables lack refuses the file. */
export function resolveRekeyed(
  tables: unknown,
  entries: readonly RekeyedEntry[],
  file: string,
): Result<readonly EntryDraft[]> {
  const parsed = tablesSchema.safeParse(tables);
  if (!parsed.success) return shape(file, ["tables"], parsed.error.issues[0]);
  const { sources, programmes, licenceRequirements, licencePolicies } = parsed.data;
  const drafts: EntryDraft[] = [];
  for (const [index, entry] of entries.entries()) {
    const places = [
      ["s", entry.s, sources],
      ["lp", entry.lp, licencePolicies],
      ["lr", entry.lr, licenceRequirements],
    ] as const;
    const [missing] =
      places.find(([, at, table]) => at !== undefined && table?.[at] === undefined) ?? [];
    if (missing !== undefined)
      return err(
        appError("list-shape", {
          file,
          at: `entries.${index}.${missing}`,
          problem: "no-such-source",
        }),
      );
    const said = {
      list: listIdOf(sources[entry.s] ?? ""),
      kind: entryKind(entry.t ?? ""),
      name: entry.n.trim(),
      aliases: (entry.a ?? []).map((alias) => alias.trim()).filter((alias) => alias !== ""),
      countries: entry.c ?? [],
      codes: [],
      programs: parts(textAt(programmes, entry.pg) ?? "", ";"),
      ...optional("licenceRequirement", textAt(licenceRequirements, entry.lr)),
      ...optional("licencePolicy", textAt(licencePolicies, entry.lp)),
      ...optional("citation", entry.fr),
    };
    drafts.push(draftOf(index + 1, entry.e, said));
  }
  return ok(drafts);
}
