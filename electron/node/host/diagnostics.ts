import { readFile } from "node:fs/promises";
import { arch, platform, release } from "node:os";

/** What diagnostics are made of; nothing of the workspace is among it. */
export interface DiagnosticFacts {
  readonly version: string;
  /** The engines underneath with their versions. */
  readonly runtime: string;
  readonly refused: ReadonlyMap<string, number>;
  /** Names of the firm's rules that are set, without what they say. */
  readonly managed: readonly string[];
  /** The file of the program's own log. */
  readonly log: string;
}

const mostLines = 400;

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

/** The text that would be saved: versions, counts of what was refused, and the end of the program's own log. */
export async function diagnosticText(facts: DiagnosticFacts): Promise<string> {
  const log = [...(await linesOf(`${facts.log}.1`)), ...(await linesOf(facts.log))];
  const refused = [...facts.refused].map(([what, count]) => `${what} ${count}`);
  return [
    `H200 Desk ${facts.version}`,
    `${platform()} ${release()} ${arch()}; ${facts.runtime}`,
    `refused: ${refused.join(", ") || "-"}`,
    `managed: ${facts.managed.join(", ") || "-"}`,
    ...log.slice(-mostLines),
    "",
  ].join("\n");
}
