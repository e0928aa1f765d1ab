import { globSync } from "node:fs";
import { basename } from "node:path";
import { answerValue } from "./desk-terminal.ts";
import type { Parts } from "./recorder.ts";

/** Packets that earlier versions made and that lie in the repository: what is said of them. */
export async function recordFixtures({ root, terminal, recorder }: Parts): Promise<void> {
  const packets = globSync("tests/{support/packets,contract/formats}/*packet*.zip", {
    cwd: root,
  }).toSorted();
  await terminal.all(
    packets.map((path) => async () => {
      const answer = answerValue(await terminal.desk("packet", "verify", path, "--json"));
      recorder.keepSplit(`fixture/${basename(path)}`, answer);
    }),
  );
}
