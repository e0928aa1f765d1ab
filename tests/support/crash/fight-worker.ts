import { closeSync, openSync, unlinkSync, writeSync } from "node:fs";
import { openNotes, padded } from "./notes.ts";

/**
 * Tries to become the writer, again and again. While it writes it holds a file that only one process can create; finding
 * it there means two writers at once. It adds one to a counter document each time, so that a lost update shows.
 */
const [dir, marker, turns] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const by = { by: `psn_${process.pid}` };
const pause = () => new Promise((resolve) => setTimeout(resolve, 1 + (process.pid % 7)));

async function takeTurn(): Promise<boolean> {
  const opened = await openNotes(dir ?? "");
  if (!opened.ok) {
    const patient = ["store.held-by-other", "store.lock-contended"].includes(opened.error.code);
    if (!patient) say(`wrong ${JSON.stringify(opened.error)}`);
    return false;
  }
  const workspace = opened.value;
  let file: number | undefined;
  try {
    file = openSync(marker ?? "", "wx");
  } catch {
    say("wrong two writers at once");
  }
  const notes = workspace.collection("notes");
  for (let n = 0; n < 3; n += 1) {
    const read = notes.has("nte_sum") ? await notes.get("nte_sum") : undefined;
    const edit = read?.ok ? read.value.data.edit : 0;
    const expectedRevision = read?.ok ? read.value.revision : 0;
    const saved = await notes.put("nte_sum", padded(edit + 1), { ...by, expectedRevision });
    say(saved.ok ? "added" : `wrong ${JSON.stringify(saved.error)}`);
  }
  if (file !== undefined) {
    closeSync(file);
    unlinkSync(marker ?? "");
  }
  const closed = await workspace.close();
  if (!closed.ok) say(`wrong ${JSON.stringify(closed.error)}`);
  return true;
}

for (let taken = 0; taken < Number(turns); ) {
  if (await takeTurn()) taken += 1;
  await pause();
}
