import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { OPEN_DAY } from "./days.ts";
import { answerValue } from "./desk-terminal.ts";
import { exampleDossiers } from "./inputs.ts";
import { type Parts, sha256 } from "./recorder.ts";

/** The sets that the desk packs. */
const sets = ["cn-filing", "us-exporter", "internal-record"] as const;

/** The SHA-256 of every file below a folder, by its path there. */
function hashesBelow(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    globSync("**", { cwd: folder })
      .toSorted()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, sha256(readFileSync(join(folder, path)))]),
  );
}

/** Every packet of every set of every example on one day: its files by hash, its content as a value. */
export async function recordPackets({ root, folder, terminal, recorder }: Parts): Promise<void> {
  const wanted = exampleDossiers(root).flatMap(({ name, path }) =>
    sets.map((set) => ({ name, path, set })),
  );
  await terminal.all(
    wanted.map(({ name, path, set }) => async () => {
      const out = join(folder, "files", "packets", name, set);
      const about = ["--as-of", OPEN_DAY, "--evidence", "examples/evidence", "--out", out];
      const built = await terminal.desk("packet", "build", path, "--set", set, ...about, "--json");
      recorder.keepSplit(`packet/${name}/${set}/answer`, answerValue(built));
      if (built.code !== 0) return;
      recorder.keep("files", `packet/${name}/${set}`, hashesBelow(out));
      const [packet = ""] = globSync("*", { cwd: out });
      const content = readFileSync(join(out, packet, "data", `${set}.json`), "utf8");
      recorder.keepSplit(`packet/${name}/${set}/content`, JSON.parse(content));
      // Verifying sets each paper once more; one example of each set is enough, the session's sealed ones come beside it.
      if (name !== "private-start-up-complete") return;
      const verified = await terminal.desk("packet", "verify", join(out, packet), "--json");
      recorder.keepSplit(`packet/${name}/${set}/verify`, answerValue(verified));
    }),
  );
}
