import type { Check } from "./source-files.ts";

const limits = [
  { under: "shared/packs/", folders: 5 },
  { under: "examples/packs/", folders: 5 },
  { under: "tests/", folders: 4 },
  { under: "renderer/features/", folders: 4 },
  { under: "", folders: 3 },
] as const;

/** Code stays within three folders, tests and the rooms of a feature within four, rule packs within five. */
export const checkFolderDepth: Check = (_root, files) =>
  files.flatMap(({ path }) => {
    const limit = limits.find((entry) => path.startsWith(entry.under));
    const depth = path.split("/").length - 1;
    if (limit === undefined || depth <= limit.folders) return [];
    return [{ file: path, message: `is ${depth} folders deep; ${limit.folders} is the most here` }];
  });
