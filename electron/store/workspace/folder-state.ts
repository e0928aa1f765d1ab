import { attempt, type FileSystem } from "#node/files";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";

/** What systems and cut-off openings leave in a folder that a person would call empty. */
const LITTER = new Set(["lock", "desktop.ini", "Thumbs.db", "Icon\r", "lost+found"]);
const SHOWN = 3;

/** What a folder without a workspace is, as far as making one there goes. */
export type FolderState = {
  readonly kind: "missing" | "empty" | "other";
  /** Why no workspace is made there; set when `kind` is `other`. */
  readonly problem: AppError | undefined;
};

/**
 * Whether a workspace may be made here: only where nothing is, or an empty folder. A folder that lost its workspace file
 * but still has a journal is named as such, so that nothing new is begun over the old documents.
 */
export async function folderStateOf(fs: FileSystem, dir: string): Promise<FolderState> {
  const other = (code: string, params: AppError["params"]): FolderState => ({
    kind: "other",
    problem: appError(code, params),
  });
  const facts = await fs.facts(dir);
  if (!facts) return { kind: "missing", problem: undefined };
  if (facts.kind !== "folder") return other("store.folder-is-file", { path: dir });
  const names = (await fs.list(dir)).map(({ name }) => name).sort();
  if (names.includes("journal")) {
    return other("store.manifest-missing", { path: dir, file: "workspace.json" });
  }
  const foreign = names.filter((name) => !name.startsWith(".") && !LITTER.has(name));
  if (foreign.length === 0) return { kind: "empty", problem: undefined };
  const files = foreign.slice(0, SHOWN).map((name) => name.slice(0, 60));
  return other("store.folder-in-use", { path: dir, files, count: foreign.length });
}

/** Refuses to make a workspace where other files are. */
export async function checkFolderEmpty(fs: FileSystem, dir: string): Promise<Result<void>> {
  const found = await attempt(dir, () => folderStateOf(fs, dir));
  if (!found.ok) return found;
  return found.value.problem ? err(found.value.problem) : ok(undefined);
}
