import { writeSync } from "node:fs";
import { openNotes, padded } from "./notes.ts";

/**
 * Saves as fast as it can until it is killed. Every answer is written to the standard output at once, so that the parent
 * knows what was acknowledged: `begun id edit`, `saved id edit`, `removed id`, `restored id edit`.
 */
const [dir, first] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);
const by = { by: "psn_invented" };

const opened = await openNotes(dir ?? "", { indexDelayMs: 5 });
if (!opened.ok) {
  say(`refused ${opened.error.code}`);
  process.exit(2);
}
const notes = opened.value.collection("notes");
say("open");

async function work(id: string): Promise<never> {
  for (let edit = Number(first); ; edit += 1) {
    say(`begun ${id} ${edit}`);
    const saved = await notes.put(id, padded(edit, 200 + ((edit * 997) % 20_000)), by);
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    say(`saved ${id} ${edit}`);
    if (edit % 7 !== 0) continue;
    const removed = await notes.remove(id, by);
    const restored = removed.ok ? await notes.restore(id, by) : removed;
    if (!restored.ok) throw new Error(JSON.stringify(restored.error));
  }
}

await Promise.all(["nte_a", "nte_b", "nte_c"].map(work));
