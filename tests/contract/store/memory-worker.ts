import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getHeapSnapshot, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openWorkspace, type Workspace } from "#store";
import { note, noteSpecs } from "./sample.ts";

/**
 * Opens an encrypted workspace under a passphrase that stands nowhere in this text, and looks through the memory of this
 * process for it: once while it is open, once after it was closed. Writes how often it was found.
 */
const dir = mkdtempSync(join(tmpdir(), "desk-memory-"));
const strength = { n: 1024, r: 1, p: 1 };
// Kept in another spelling, so that what is looked for is not found here.
const backwards = randomBytes(18).toString("hex");
const spelled = () => [...backwards].reverse().join("");

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

async function found(): Promise<number> {
  for (let n = 0; n < 4; n += 1) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const pieces: Buffer[] = [];
  for await (const piece of getHeapSnapshot()) pieces.push(Buffer.from(piece));
  const needle = Buffer.from(spelled());
  const heap = Buffer.concat(pieces);
  let count = 0;
  for (let at = heap.indexOf(needle); at >= 0; at = heap.indexOf(needle, at + 1)) count += 1;
  return count;
}

async function open(): Promise<Workspace<typeof noteSpecs>> {
  const opened = await openWorkspace({
    dir,
    collections: noteSpecs,
    now: () => new Date().toISOString(),
    newId: (prefix) => `${prefix}_memory`,
    mode: "write",
    encrypt: { passphrase: spelled(), strength },
    unlock: { passphrase: spelled() },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.collection("notes").put("nte_1", note("secret"), { by: "psn_invented" });
  return opened.value;
}

try {
  const workspace = await open();
  const whileOpen = await found();
  await workspace.close();
  process.stdout.write(
    JSON.stringify({ whileOpen, afterClosing: await found(), id: workspace.id }),
  );
} finally {
  rmSync(dir, { recursive: true, force: true });
}
