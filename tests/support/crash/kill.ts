import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openNotes } from "./notes.ts";

/** What one killed process had said, and what was found afterwards. */
export type KillRound = { readonly acknowledged: number; readonly wrong: readonly string[] };

const worker = fileURLToPath(new URL("kill-worker.ts", import.meta.url));

/** Starts a process that saves without rest, kills it after some time, and gives what it had said. */
function runAndKill(dir: string, first: number, afterMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, dir, String(first)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    let armed = false;
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text: string) => {
      said += text;
      // The clock runs from the opening on; half the rounds are killed within its first moments.
      if (!armed && said.includes("open")) {
        armed = true;
        setTimeout(() => child.kill("SIGKILL"), afterMs);
      }
    });
    child.on("error", reject);
    child.on("close", () => {
      if (armed) resolve(said.split("\n"));
      else reject(new Error(`the worker did not open: ${said}`));
    });
  });
}

async function lossesIn(dir: string, said: readonly string[]): Promise<KillRound> {
  const saved = new Map<string, number>();
  const begun = new Map<string, number>();
  for (const line of said) {
    const [verb, id, edit] = line.split(" ");
    if (verb === "saved" && id) saved.set(id, Number(edit));
    if (verb === "begun" && id) begun.set(id, Number(edit));
  }
  const wrong: string[] = [];
  const opened = await openNotes(dir);
  if (!opened.ok) return { acknowledged: 0, wrong: [JSON.stringify(opened.error)] };
  const workspace = opened.value;
  const notes = workspace.collection("notes");
  await workspace.scanChanges();
  for (const id of begun.keys()) {
    if (notes.trash().some((row) => row.id === id)) await notes.restore(id, { by: "psn_invented" });
    const read = await notes.get(id);
    const edit = read.ok ? read.value.data.edit : undefined;
    const told = saved.get(id);
    if (read.ok && read.value.damaged) wrong.push(`${id}: ${read.value.damaged.code}`);
    if (told !== undefined && (edit === undefined || edit < told)) {
      wrong.push(`${id}: told ${told}, found ${edit ?? JSON.stringify(read)}`);
    }
  }
  const report = await workspace.journal.verify();
  for (const found of report.breaks) wrong.push(`journal: ${JSON.stringify(found)}`);
  const harmless = ["store.save-interrupted", "store.journal-repaired"];
  for (const { error } of workspace.issues()) {
    if (!harmless.includes(error.code)) wrong.push(JSON.stringify(error));
  }
  const closed = await workspace.close();
  if (!closed.ok) wrong.push(JSON.stringify(closed.error));
  return { acknowledged: [...said].filter((line) => line.startsWith("saved")).length, wrong };
}

/** One round: a process saves, is killed with SIGKILL, and the workspace is opened and checked. */
export async function killRound(dir: string, round: number, afterMs: number): Promise<KillRound> {
  const said = await runAndKill(dir, round * 100_000, afterMs);
  return lossesIn(dir, said);
}
