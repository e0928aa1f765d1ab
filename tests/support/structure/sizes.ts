import { dirname } from "node:path";
import { isWritten, nameOf } from "./forwards.ts";
import { lineOf, type Sources, walk } from "./program.ts";

/** How many sources each folder holds, the fullest first. */
export function filesPerRoom({ files }: Sources): readonly (readonly [string, number])[] {
  const rooms = new Map<string, number>();
  for (const path of files.keys()) rooms.set(dirname(path), (rooms.get(dirname(path)) ?? 0) + 1);
  return [...rooms].toSorted(([, a], [, b]) => b - a);
}

/** A function with the lines that it spans. */
export type Long = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly lines: number;
};

/** The longest functions that bear a name. */
export function longestFunctions({ files }: Sources, most: number): readonly Long[] {
  const all = [...files].flatMap(([path, file]) =>
    [...walk(file)].flatMap((node): Long[] => {
      const name = isWritten(node) ? nameOf(node) : undefined;
      if (name === undefined) return [];
      const lines = node.getText(file).split("\n").length;
      return [{ file: path, line: lineOf(file, node), name, lines }];
    }),
  );
  return all.toSorted((a, b) => b.lines - a.lines).slice(0, most);
}
