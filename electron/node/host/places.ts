import { homedir } from "node:os";
import { join } from "node:path";

/** The folder of a team's data when nobody named another. */
export function defaultWorkspace(): string {
  return join(homedir(), "H200 Desk");
}

/** Where the browser's host remembers which workspaces were opened; Electron has a folder of its own for that. */
export function memoryFile(): string {
  return join(homedir(), ".h200-desk", "recent.json");
}
