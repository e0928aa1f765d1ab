import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PacketBuilder } from "#desk";
import { isAccepted } from "#shared/packet";
import { type ForgedEntry, forgedZip } from "../support/packets/forged-zip.ts";
import type { ForgedPacket } from "../support/packets/forger.ts";
import { buildPacket, packetBuilder } from "../support/packets/genuine.ts";

let root: string;
let builder: PacketBuilder;
let draft: ForgedPacket;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "desk-archives-"));
  builder = packetBuilder();
  draft = await buildPacket(builder, root, { set: "us-exporter" });
}, 60_000);
afterAll(async () => {
  await builder.dispose();
  rmSync(root, { recursive: true, force: true });
});

const entriesOf = (packet: ForgedPacket): ForgedEntry[] =>
  [...packet.files].map(([name, bytes]) => ({ name: `packet/${name}`, bytes }));

async function look(zip: Uint8Array) {
  const found = await builder.verify(zip, { known: [], today: "2026-11-30" });
  if (!found.ok) return { accepted: false, codes: [found.error.code] };
  const { verdict, problems } = found.value;
  return { accepted: isAccepted(verdict), codes: problems.map(({ code }) => code) };
}

/** Replaces the entry of one file, or lays more beside it. */
function around(end: string, change: (entry: ForgedEntry) => readonly ForgedEntry[]) {
  return entriesOf(draft).flatMap((entry) => (entry.name.endsWith(end) ? change(entry) : [entry]));
}

const other = Buffer.from("%PDF-1.7 another paper");
const letter = "papers/01-letter.pdf";

/** The name that archivers take where it is there: bound to the first one by its checksum. */
function secondName(first: string, second: string): Buffer {
  const name = Buffer.from(second);
  const head = Buffer.alloc(9);
  head.writeUInt16LE(0x7075, 0);
  head.writeUInt16LE(5 + name.length, 2);
  head.writeUInt8(1, 4);
  head.writeUInt32LE(crc32(Buffer.from(first)), 5);
  return Buffer.concat([head, name]);
}

type Trick = readonly [what: string, code: string, zip: () => Buffer];

const tricks: readonly Trick[] = [
  [
    "the same name twice",
    "twice-in-archive",
    () => forgedZip(around(letter, (entry) => [entry, { ...entry, bytes: other }])),
  ],
  [
    "the same name twice, the right one last",
    "twice-in-archive",
    () => forgedZip(around(letter, (entry) => [{ ...entry, bytes: other }, entry])),
  ],
  [
    "a name that differs in case",
    "same-name",
    () =>
      forgedZip(
        around(letter, (entry) => [
          entry,
          { name: entry.name.replace("01-letter", "01-LETTER"), bytes: other },
        ]),
      ),
  ],
  [
    "an absolute name",
    "name-leads-out",
    () => forgedZip([...entriesOf(draft), { name: "/etc/cron.d/packet", bytes: other }]),
  ],
  [
    "a drive letter",
    "name-leads-out",
    () => forgedZip([...entriesOf(draft), { name: "C:/Windows/packet.exe", bytes: other }]),
  ],
  [
    "a name that climbs out",
    "name-leads-out",
    () => forgedZip([...entriesOf(draft), { name: "packet/../../out.txt", bytes: other }]),
  ],
  [
    "a name with a backslash",
    "name-character",
    () => forgedZip([...entriesOf(draft), { name: "packet\\data\\x.txt", bytes: other }]),
  ],
  [
    "a symbolic link",
    "link",
    () =>
      forgedZip([
        ...entriesOf(draft),
        { name: "packet/data/evidence/link", bytes: Buffer.from("/etc/passwd"), mode: 0o120777 },
      ]),
  ],
  [
    "a link in the place of a paper",
    "link",
    () =>
      forgedZip(
        around(letter, (entry) => [{ ...entry, bytes: Buffer.from("/etc/hosts"), mode: 0o120777 }]),
      ),
  ],
  [
    "another name before the data than in the directory",
    "archive-names-differ",
    () => forgedZip(around(letter, (entry) => [{ ...entry, localName: "packet/data/run.exe" }])),
  ],
  [
    "a second name beside the first before the data",
    "archive-hidden",
    () =>
      forgedZip(
        around(letter, (entry) => [
          { ...entry, extra: secondName(entry.name, "packet/data/run.exe") },
        ]),
      ),
  ],
  [
    "an entry that the directory does not name",
    "archive-hidden",
    () =>
      forgedZip([
        ...entriesOf(draft),
        { name: "packet/data/papers/01-letter.pdf", bytes: other, hidden: true },
      ]),
  ],
  [
    "bytes between two entries",
    "archive-hidden",
    () => forgedZip(around(letter, (entry) => [{ ...entry, after: other }])),
  ],
  [
    "a program in front of the archive",
    "archive-hidden",
    () => forgedZip(entriesOf(draft), { before: Buffer.from("#!/bin/sh\nexit 0\n") }),
  ],
  [
    "a remark at the end of the archive",
    "archive-hidden",
    () => forgedZip(entriesOf(draft), { remark: "approved" }),
  ],
  [
    "two entries over the same data",
    "archive-names-differ",
    () =>
      forgedZip([
        ...entriesOf(draft),
        { name: "packet/data/evidence/again.txt", bytes: other, overPrevious: true },
      ]),
  ],
  [
    "an encrypted entry",
    "unreadable",
    () => forgedZip(around(letter, (entry) => [{ ...entry, flags: 0x0801 }])),
  ],
  [
    "a compression that nobody knows",
    "unknown-compression",
    () => forgedZip(around(letter, (entry) => [{ ...entry, method: 99 }])),
  ],
  [
    "a name with control characters",
    "name-character",
    () => forgedZip([...entriesOf(draft), { name: "packet/data/a\u001b[2K.txt", bytes: other }]),
  ],
  [
    "a name that turns the reading direction",
    "name-character",
    () => forgedZip([...entriesOf(draft), { name: "packet/data/fdp\u202etxt.exe", bytes: other }]),
  ],
  [
    "a name with a zero byte",
    "name-character",
    () => forgedZip([...entriesOf(draft), { name: "packet/data/a.pdf\u0000.exe", bytes: other }]),
  ],
  [
    "a file in the place of a folder",
    "same-name",
    () => forgedZip([...entriesOf(draft), { name: "packet/data/papers", bytes: other }]),
  ],
  [
    "a folder that holds bytes",
    "archive-hidden",
    () => forgedZip([...entriesOf(draft), { name: "packet/data/papers/", bytes: other }]),
  ],
  [
    "a second packet beside it",
    "packet-none",
    () =>
      forgedZip([
        ...entriesOf(draft),
        ...[...draft.files].map(([name, bytes]) => ({ name: `second/${name}`, bytes })),
      ]),
  ],
  ["a cut directory", "packet-unreadable", () => forgedZip(entriesOf(draft)).subarray(0, -30)],
];

test("an archive that somebody made anew around the same files is the packet", async () => {
  expect(await look(forgedZip(entriesOf(draft)))).toEqual({ accepted: true, codes: [] });
});

test.each(tricks)("an archive with %s is not accepted (%s)", async (_, code, zip) => {
  const { accepted, codes } = await look(zip());
  expect(codes).toContain(code);
  expect(accepted).toBe(false);
});

test("an archive with twenty-five thousand entries gets a bounded answer", async () => {
  const many = Array.from({ length: 25_000 }, (_, index) => ({
    name: `packet/data/${index}`,
    bytes: Buffer.alloc(0),
  }));
  const started = performance.now();
  const { accepted, codes } = await look(forgedZip([...entriesOf(draft), ...many]));
  expect(codes).toContain("too-much");
  expect(codes.length).toBeLessThanOrEqual(1_001);
  expect(accepted).toBe(false);
  expect(performance.now() - started).toBeLessThan(15_000);
});
