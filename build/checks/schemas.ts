import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { reportSchema } from "#shared/check";
import { journalEntrySchema } from "#shared/journal";
import { dossierSchema } from "#shared/model";
import { packCasesSchema, packSchema, sourceSchema } from "#shared/rules";
import type { Check, Problem } from "./source-files.ts";

/** Every form of file that others may write or read, by the name of its schema document. */
const published: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> =
  {
    dossier: { title: "Dossier: one order with everything it refers to", schema: dossierSchema },
    report: { title: "Report: what `desk check --json` prints", schema: reportSchema },
    pack: { title: "Rule pack: pack.json", schema: packSchema },
    sources: { title: "Sources of a rule pack: sources.json", schema: z.array(sourceSchema) },
    cases: { title: "Golden cases of a rule pack: cases/*.json", schema: packCasesSchema },
    "journal-entry": { title: "One line of the journal", schema: journalEntrySchema },
  };

const folder = "docs/schema";

/**
 * A zod schema as JSON Schema 2020-12. What JSON Schema cannot say (check digits, that dates exist, that ids meet)
 * stays with the program; the document says so.
 */
function textOf(title: string, schema: z.ZodType): string {
  const document = z.toJSONSchema(schema, { target: "draft-2020-12", unrepresentable: "any" });
  const comment =
    "Generated from the program's own schema. The program checks more than this can say: dates that exist, ids that meet, shares that add up.";
  return `${JSON.stringify({ title, $comment: comment, ...document }, null, 2)}\n`;
}

/** Writes the schema documents afresh; says which. */
export function writeSchemas(root: string): readonly string[] {
  mkdirSync(join(root, folder), { recursive: true });
  return Object.entries(published).map(([name, { title, schema }]) => {
    const path = `${folder}/${name}.schema.json`;
    writeFileSync(join(root, path), textOf(title, schema));
    return path;
  });
}

/** The documents in docs/schema say what the program's schemas say, and there are no others. */
export const checkSchemas: Check = (root) => {
  const problems: Problem[] = Object.entries(published).flatMap(([name, { title, schema }]) => {
    const path = `${folder}/${name}.schema.json`;
    const place = join(root, path);
    const found = existsSync(place) ? readFileSync(place, "utf8") : "";
    if (found === textOf(title, schema)) return [];
    return [{ file: path, message: "is out of date; run `npm run check -- --write-schemas`" }];
  });
  const strangers = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  for (const name of strangers)
    if (!(name.replace(/\.schema\.json$/, "") in published))
      problems.push({ file: `${folder}/${name}`, message: "describes no form of this program" });
  return problems;
};
