import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { type BodsFault, isRecord } from "./bods-check.ts";
import { bodsFaults } from "./bods-schema.ts";

/** A statement that met the standard; members are read as they are used. */
export type BodsStatement = {
  readonly statementId: string;
  readonly statementDate: string;
  readonly recordId: string;
  readonly recordType: "entity" | "person" | "relationship";
  readonly recordStatus?: "new" | "updated" | "closed";
  readonly declarationSubject: string;
  readonly source?: Readonly<Record<string, unknown>>;
  readonly recordDetails: Readonly<Record<string, unknown>>;
};

/** A file beyond this length is refused before it is parsed. */
const MOST_CHARACTERS = 200_000_000;

/** A fault as an error of the desk: which rule of the standard, where, about what. */
export function bodsError({ keyword, path, property }: BodsFault): AppError {
  return appError(`ownership.bods.${keyword}`, { path, property });
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function parseWhole(text: string): Result<unknown, BodsFault[]> {
  const parsed = parse(text);
  return parsed ? ok(parsed.value) : err([{ keyword: "json", path: "$", property: "" }]);
}

/** JSON Lines: a statement, or a list of statements, on each line. */
function parseLines(text: string): Result<unknown[], BodsFault[]> {
  const found: unknown[] = [];
  const faults: BodsFault[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === "") return;
    const parsed = parse(line);
    if (!parsed) faults.push({ keyword: "json", path: `line ${at + 1}`, property: "" });
    else if (Array.isArray(parsed.value)) found.push(...parsed.value);
    else found.push(parsed.value);
  });
  return faults.length > 0 ? err(faults.slice(0, 50)) : ok(found);
}

/** Whether the text is one statement per line: its first full line is an object by itself. */
function isLines(text: string): boolean {
  const [first = ""] = text.trimStart().split("\n", 1);
  return first.startsWith("{") && isRecord(parse(first)?.value);
}

/**
 * The statements of a file, JSON or JSON Lines, checked against BODS 0.4. All faults are named, each with the rule of
 * the standard that it breaks and its place; a file with any fault gives no statement at all.
 */
export function readBods(text: string): Result<readonly BodsStatement[], readonly BodsFault[]> {
  if (text.length > MOST_CHARACTERS)
    return err([{ keyword: "limit", path: "$", property: String(MOST_CHARACTERS) }]);
  const bare = text.replace(/^\uFEFF/, "");
  const parsed = isLines(bare) ? parseLines(bare) : parseWhole(bare);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const faults = bodsFaults(value);
  if (faults.length > 0) return err(faults);
  return ok(Array.isArray(value) ? value.filter(isStatement) : []);
}

/** The check has been made before; this only says so to the types. */
function isStatement(value: unknown): value is BodsStatement {
  return isRecord(value) && typeof value["recordId"] === "string";
}
