import { existsSync } from "node:fs";
import { join } from "node:path";

/** The file of the screening threads: built, or the source where the program runs from its sources. */
export function screeningThreads(root: string): string | undefined {
  const places = [
    join(root, "dist", "node", "tenant-worker.mjs"),
    join(root, "electron", "worker", "tenant-worker.ts"),
  ];
  return places.find((place) => existsSync(place));
}
