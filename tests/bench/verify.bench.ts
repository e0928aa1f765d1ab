/**
 * Verifying a packet of sixty pages and more (the internal record of a dossier of 40 parties, 60 links and 60 lines): its bytes,
 * names and signatures alone, and the whole verdict with content, report and papers made again, first in processes that know
 * nothing of it, then once more. Prints a table and one JSON line.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInPrograms, createPacketBuilder } from "#desk";
import { verifyPacket } from "#node/packets";
import { forkedSetter } from "#node/pdf";
import { runCheck } from "#shared/check";
import { bigDossier } from "../support/big-dossier.ts";

const RUNS = 5;
const own = builtInPrograms();
if (!own.ok) throw new Error(own.error.code);
const packs = own.value.map((held) => held.program);
const asOf = "2026-08-20";

const builder = () =>
  createPacketBuilder({
    root: process.cwd(),
    version: "0.0.0",
    setter: forkedSetter(join(process.cwd(), "dist", "node", "typeset-worker.mjs")),
    packs: () => packs,
  });

async function timed<T>(work: () => Promise<T>): Promise<readonly [number, T]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value] as const;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Builds the packet in a folder; its place and how many pages its papers have. */
async function packetIn(into: string): Promise<{ place: string; pages: number }> {
  const dossier = bigDossier({ parties: 40, links: 60, lines: 60 });
  const report = runCheck({ dossier, packs, lists: [], asOf, reading: "working" });
  if (!report.ok) throw new Error(report.error.code);
  const works = builder();
  const built = await works.build({
    set: "internal-record",
    dossier,
    report: report.value,
    language: "zh",
    evidence: () => Promise.resolve(undefined),
    into: { folder: into, as: "zip" },
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  await works.dispose();
  if (!built.ok) throw new Error(built.error.code);
  const [name = ""] = readdirSync(into);
  const pages = built.value.summary.reduce((sum, file) => sum + (file.pages ?? 0), 0);
  return { place: join(into, name), pages };
}

const wish = { known: [], today: "2026-11-30" };
const folder = mkdtempSync(join(tmpdir(), "desk-bench-"));
try {
  const { place, pages } = await packetIn(folder);
  const bytes: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const [ms, found] = await timed(() => verifyPacket(place));
    if (!found.ok || found.value.differences.length > 0) throw new Error("the bytes differ");
    bytes.push(ms);
  }
  const works = builder();
  const whole: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const [ms, found] = await timed(() => works.verify(place, wish));
    if (!found.ok || !found.value.intact || found.value.consistent !== "same")
      throw new Error(JSON.stringify(found));
    whole.push(ms);
  }
  await works.dispose();
  const [first = Number.NaN, ...again] = whole;
  const result = {
    pages,
    bytesMs: Math.round(median(bytes)),
    firstMs: Math.round(first),
    againMs: Math.round(median(again)),
  };
  const line = (text: string, value: string, floor: string) =>
    process.stdout.write(`${text.padEnd(44)}${value.padStart(10)}   ${floor}\n`);
  line("pages of the packet", String(pages), "60 and more");
  line("bytes, names and signatures", `${result.bytesMs} ms`, "floor 2,000 ms");
  line("the whole verdict, papers set again, first", `${result.firstMs} ms`, "floor 6,000 ms");
  line("the same once more, median", `${result.againMs} ms`, "");
  process.stdout.write(`${JSON.stringify({ bench: "verify", ...result })}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
