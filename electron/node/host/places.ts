import { homedir } from "node:os";
import { join } from "node:path";

/** The folder of a team's data when nobody named another. */
export function defaultWorkspace(): string {
  return join(homedir(), "H200 Desk");
}
