import { cnImport } from "./cn-import.ts";
import { refuses } from "./lookups.ts";
import type { Expectation, Reading, Situation } from "./situation.ts";
import { usExport } from "./us-export.ts";

/** What lanes.md says of a situation under one reading. */
export function expected(situation: Situation, reading: Reading): Expectation {
  if (refuses(situation)) return "refused";
  return { "cn-import": cnImport(situation, reading), "us-export": usExport(situation) };
}
