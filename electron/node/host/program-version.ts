import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const manifestSchema = z.object({ version: z.string() });

/** The version of this program, from the manifest beside it. */
export function programVersion(root: string): string {
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version;
}
