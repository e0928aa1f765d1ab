/** One file of a dropped folder, by its path below that folder. */
export type DroppedFile = { readonly path: string; readonly file: File };

/** What was dropped or chosen: one file, or a folder with all that is in it. */
export type Dropped =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "folder"; readonly name: string; readonly files: readonly DroppedFile[] };

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

// A folder answers in portions, the last one empty.
async function entriesOf(entry: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const next = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (next.length === 0) return found;
    found.push(...next);
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function walk(entry: FileSystemDirectoryEntry, under: string): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const child of await entriesOf(entry)) {
    const path = `${under}${child.name}`;
    if (isFolder(child)) files.push(...(await walk(child, `${path}/`)));
    else if (isFile(child)) files.push({ path, file: await fileOf(child) });
  }
  return files;
}

/** The file or folder that was dropped. The entry has to be asked for before anything is waited for. */
export async function droppedFrom(data: DataTransfer): Promise<Dropped | undefined> {
  const entry = data.items[0]?.webkitGetAsEntry() ?? null;
  const [file] = data.files;
  if (entry !== null && isFolder(entry))
    return { kind: "folder", name: entry.name, files: await walk(entry, "") };
  return file === undefined ? undefined : { kind: "file", file };
}

/** The folder that was chosen in the system's dialog. */
export function chosenFolder(list: FileList): Dropped | undefined {
  const files = [...list];
  const name = files[0]?.webkitRelativePath.split("/")[0];
  if (name === undefined) return undefined;
  return {
    kind: "folder",
    name,
    files: files.map((file) => ({
      path: file.webkitRelativePath.slice(name.length + 1),
      file,
    })),
  };
}
