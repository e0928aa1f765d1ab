/**
 * Holds the labelled pairs to what they claim: the committed hash, the columns, no pair twice, and every listed name word
 * for word a name or alias on the list. `node tests/bench/names/check-pairs.ts`; without the list the last is left out, and
 * the script says so.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const here = import.meta.dirname;
const LIST = resolve(here, "../../../../shared/data/lists/csl-2026-07-31.json");
const COLUMNS = ["id", "kind", "query", "listed", "same", "style", "elsewhere", "note"];
const KINDS = new Set(["company", "institute", "university", "person", "vessel"]);

/** The fields of one line; no field of the file holds a line break. */
const fieldsOf = (line: string) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );

interface ListEntry {
  n: string;
  a?: string[];
}

const text = readFileSync(resolve(here, "blind-pairs.csv"));
const faults: string[] = [];
const hash = createHash("sha256").update(text).digest("hex");
if (!readFileSync(resolve(here, "blind-pairs.sha256"), "utf8").startsWith(`${hash}  `))
  faults.push(`the file's SHA-256 is ${hash}, not the committed one`);

const [header, ...rows] = text.toString("utf8").trimEnd().split("\n").map(fieldsOf);
if (header?.join() !== COLUMNS.join()) faults.push(`columns are ${header?.join()}`);

const seen = new Set<string>();
for (const [id = "", kind = "", query, listed, same = "", , elsewhere = ""] of rows) {
  const pair = `${query}\n${listed}`;
  if (seen.has(pair)) faults.push(`${id}: the pair occurs twice`);
  seen.add(pair);
  if (!KINDS.has(kind)) faults.push(`${id}: kind ${kind}`);
  if (!/^(1,|0,[01])$/u.test(`${same},${elsewhere}`))
    faults.push(`${id}: same ${same}, elsewhere ${elsewhere}`);
}

let checked = "listed names not looked up: no list at ../shared/data/lists";
if (existsSync(LIST)) {
  const { entries } = JSON.parse(readFileSync(LIST, "utf8")) as { entries: ListEntry[] };
  const names = new Set(entries.flatMap(({ n, a }) => [n, ...(a ?? [])]));
  for (const [id, , , listed = ""] of rows)
    if (!names.has(listed)) faults.push(`${id}: not on the list: ${listed}`);
  checked = "every listed name looked up";
}

for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`${rows.length} pairs, ${faults.length} faults; ${checked}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
