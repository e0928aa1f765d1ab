import { join } from "node:path";
import { type AppError, appError } from "#shared/kernel";

/** Where a document's file lies, relative to the workspace. */
type DocumentPlace = {
  readonly folder: string;
  readonly file: string;
  readonly stem: string;
};

/** Turns names into places and bytes into stored bytes; an encrypted workspace has another one than a plain one. */
export interface Codec {
  readonly encrypted: boolean;
  place(collection: string, id: string): DocumentPlace;
  /** Closes bytes for storage; `name` binds them to their place, so that files cannot be exchanged. */
  seal(name: string, plain: Uint8Array): Uint8Array;
  /** The plain bytes, or undefined when the key is wrong, the bytes changed or the name is another. */
  open(name: string, stored: Uint8Array): Uint8Array | undefined;
}

/** Documents as readable JSON files in one folder per collection. */
export const plainCodec: Codec = {
  encrypted: false,
  place: (collection, id) => ({ folder: collection, file: `${id}.json`, stem: id }),
  seal: (_name, plain) => plain,
  open: (_name, stored) => stored,
};

/** Folder names that collections cannot have. */
const reservedFolders = [
  "lock",
  "journal",
  "bin",
  "history",
  "evidence",
  "quarantine",
  "backups",
  "cache",
  "vault",
  "packets",
  "packs",
  "lists",
  "keys",
  "tenants",
  "acts",
] as const;

/** The paths of a workspace. */
export type Layout = {
  readonly root: string;
  readonly manifest: string;
  readonly lock: string;
  readonly journal: string;
  readonly index: string;
  readonly evidence: string;
  readonly quarantine: string;
  readonly backups: string;
  readonly gone: string;
  live(place: DocumentPlace): string;
  trash(place: DocumentPlace): string;
  purged(place: DocumentPlace): string;
  history(place: DocumentPlace): string;
};

/** Computes the paths of a workspace folder. */
export function layoutOf(root: string): Layout {
  return {
    root,
    manifest: join(root, "workspace.json"),
    lock: join(root, "lock"),
    journal: join(root, "journal"),
    index: join(root, "cache", "index.json"),
    evidence: join(root, "evidence"),
    quarantine: join(root, "quarantine"),
    backups: join(root, "backups"),
    gone: join(root, "bin", ".purged"),
    live: ({ folder, file }) => join(root, folder, file),
    trash: ({ folder, file }) => join(root, "bin", folder, file),
    purged: ({ folder, file }) => join(root, "bin", ".purged", folder, file),
    history: ({ folder, stem }) => join(root, "history", folder, stem),
  };
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const COLLECTION = /^[a-z][a-z0-9-]{0,30}$/;

/** Why an id cannot be a file name on every system, or undefined when it can. */
export function checkId(id: string): AppError | undefined {
  return ID.test(id) && !DEVICE.test(id)
    ? undefined
    : appError("store.bad-id", { id: id.slice(0, 100) });
}

/** Why a collection cannot have this name, or undefined when it can. */
export function checkCollectionName(name: string): AppError | undefined {
  const free = !(reservedFolders as readonly string[]).includes(name);
  return COLLECTION.test(name) && free
    ? undefined
    : appError("store.bad-collection-name", { name: name.slice(0, 100) });
}
