import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

const MOST = 8;
const recentSchema = z.strictObject({
  format: z.literal("h200-desk/recent@1"),
  paths: z.array(z.string().min(1).max(1000)).max(100),
});

/** The workspaces that were opened on this machine, the latest first; kept beside the program's own settings. */
export type Recent = {
  readonly list: () => Promise<readonly string[]>;
  readonly add: (path: string) => Promise<void>;
};

/** Reads and writes the list in one small file; without a file nothing is remembered. */
export function createRecent(file: string | undefined): Recent {
  const list = async (): Promise<readonly string[]> => {
    if (file === undefined) return [];
    try {
      const parsed = recentSchema.safeParse(JSON.parse(await readFile(file, "utf8")));
      return parsed.success ? parsed.data.paths : [];
    } catch {
      // Not there yet, or unreadable: a convenience that begins anew.
      return [];
    }
  };
  return {
    list,
    add: async (path) => {
      if (file === undefined) return;
      const paths = [path, ...(await list()).filter((known) => known !== path)].slice(0, MOST);
      try {
        await mkdir(dirname(file), { recursive: true });
        const text = `${JSON.stringify({ format: "h200-desk/recent@1", paths }, null, 2)}\n`;
        await writeFile(`${file}.new`, text);
        await rename(`${file}.new`, file);
      } catch {
        // The list only saves a person some typing; the workspace itself is open.
      }
    },
  };
}
