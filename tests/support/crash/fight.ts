import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openNotes } from "./notes.ts";

const worker = fileURLToPath(new URL("fight-worker.ts", import.meta.url));

function fighter(dir: string, turns: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [worker, join(dir, "workspace"), join(dir, "marker"), String(turns)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text: string) => {
      said += text;
    });
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}

/** Lets processes fight for one workspace; gives the updates made, the sum found and everything that went wrong. */
export async function fight(dir: string, processes: number, turns: number) {
  const said = await Promise.all(Array.from({ length: processes }, () => fighter(dir, turns)));
  const lines = said.join("").split("\n");
  const opened = await openNotes(join(dir, "workspace"));
  if (!opened.ok) return { added: 0, sum: -1, wrong: [JSON.stringify(opened.error)] };
  const read = await opened.value.collection("notes").get("nte_sum");
  const { breaks } = await opened.value.journal.verify();
  const issues = opened.value.issues().map(({ error }) => JSON.stringify(error));
  await opened.value.close();
  return {
    added: lines.filter((line) => line === "added").length,
    sum: read.ok ? read.value.data.edit : -1,
    wrong: [
      ...lines.filter((line) => line.startsWith("wrong")),
      ...breaks.map((found) => JSON.stringify(found)),
      ...issues,
    ],
  };
}
