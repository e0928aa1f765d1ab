/*
 * Records what the desk answers, so that work on its inside can be held against what it did before.
 *
 *   node build/run.mjs tests/support/freeze/main.ts record OUT      records into the new or empty folder OUT
 *   node build/run.mjs tests/support/freeze/main.ts compare A B     one line for each difference between two records
 *   ... compare A B --except 'packs\.\d+\.sha256'                   passes over paths that match
 *
 * It imports nothing of the program. It builds it, then uses the command line and the loopback host as a person would, so
 * the same script runs before and after sources move. What an answer says in words is kept apart from ids, lanes, numbers
 * and keys: `compare` ends with 1 when anything else than words differs, with 0 when only words do, with 2 when it
 * cannot compare. Each record is stored (gzip) beside its hash, and the packets themselves lie under OUT/files.
 *
 * Times, new ids, keys and signatures of the scripted session are replaced by numbers in order of first appearance: that
 * session runs on the real clock. The checks and packets run on named days and are recorded as they are.
 */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { recordAnswers } from "./answers.ts";
import { recordChecks } from "./checks.ts";
import { compareRecords } from "./compare.ts";
import { buildDesk, createTerminal } from "./desk-terminal.ts";
import { recordFixtures } from "./fixtures.ts";
import { recordPackets } from "./packets.ts";
import { createRecorder, readRecords } from "./recorder.ts";
import { recordSession } from "./session.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

async function record(folder: string): Promise<number> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    process.stderr.write(`${folder} is not empty.\n`);
    return 2;
  }
  mkdirSync(join(folder, "files"), { recursive: true });
  buildDesk(root);
  const terminal = createTerminal(root, folder);
  const recorder = createRecorder(folder);
  const parts = { root, folder, terminal, recorder };
  for (const [name, part] of Object.entries({
    checks: recordChecks,
    answers: recordAnswers,
    packets: recordPackets,
    fixtures: recordFixtures,
    session: recordSession,
  })) {
    const start = performance.now();
    await part(parts);
    process.stdout.write(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  }
  const { facts, files, texts } = recorder.finish();
  process.stdout.write(`recorded ${facts} of facts, ${files} of files, ${texts} of texts\n`);
  return 0;
}

function compare(before: string, after: string, except: RegExp | undefined): number {
  const options = except === undefined ? {} : { except };
  const { lines, counts } = compareRecords(readRecords(before), readRecords(after), options);
  for (const line of lines) process.stdout.write(`${line}\n`);
  const { facts, files, texts, records } = counts;
  process.stdout.write(
    `${records} records compared; differences: ${facts} of facts, ${files} of files, ${texts} of texts\n`,
  );
  return facts + files > 0 ? 1 : 0;
}

const [act, first, second, option, pattern] = process.argv.slice(2);
if (act === "record" && first !== undefined) {
  process.exitCode = await record(resolve(first));
} else if (act === "compare" && first !== undefined && second !== undefined) {
  const except = option === "--except" && pattern !== undefined ? new RegExp(pattern) : undefined;
  process.exitCode = compare(resolve(first), resolve(second), except);
} else {
  process.stderr.write("record OUT | compare A B [--except PATTERN]\n");
  process.exitCode = 2;
}
