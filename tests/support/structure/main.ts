/*
 * Prints how the program hangs together, so that a change of its structure can be seen in numbers:
 *
 *   npm run structure             what is below
 *   npm run structure -- files    with the files that saving, checking and exporting cross
 *
 * Circles, forwards and sizes are read from the TypeScript program. What an act crosses is counted while it runs, from the
 * router to the disk: what a call reaches goes through tables and arguments that only running it resolves.
 */
import process from "node:process";
import { findCircles, importsOf } from "./circles.ts";
import { measureCrossed } from "./crossed.ts";
import { justified } from "./exceptions.ts";
import { findForwards } from "./forwards.ts";
import { openSources } from "./program.ts";
import { filesPerRoom, longestFunctions } from "./sizes.ts";

const SHOWN = 12;
const say = (line: string) => process.stdout.write(`${line}\n`);
const withFiles = process.argv.includes("files");

say("Crossed between the router and the disk");
for (const { act, functions, files } of await measureCrossed()) {
  const store = files.filter((path) => path.startsWith("electron/store/")).length;
  say(`  ${act}: ${files.length} files (${store} in the store), ${functions} functions`);
  if (withFiles) for (const path of files) say(`    ${path}`);
}

const sources = openSources();
const forwards = findForwards(sources);
say(`\nFunctions that only forward: ${forwards.length}`);
for (const { file, line, name } of forwards)
  say(`  ${file}:${line} ${name}: ${justified[`${file} ${name}`] ?? "NOT JUSTIFIED"}`);

const circles = findCircles(importsOf(sources));
say(`\nImport circles, types and late loading included: ${circles.length}`);
for (const circle of circles) say(`  ${circle.join(" → ")}`);

say(`\nFiles per folder (${sources.files.size} in all)`);
for (const [room, count] of filesPerRoom(sources).slice(0, SHOWN)) say(`  ${count}  ${room}`);

say("\nLongest functions, in lines");
for (const { file, line, name, lines } of longestFunctions(sources, SHOWN))
  say(`  ${lines}  ${file}:${line} ${name}`);
sources.close();
