import { z } from "zod";
import { lineSchema, sha256Schema } from "#shared/model";
import { errorSchema, procedure } from "./procedure.ts";
import { startContract, waySchema as way } from "./start-contract.ts";

const nothing = z.strictObject({});
const done = z.strictObject({});
const grant = z.string().regex(/^grt_[A-Za-z0-9_-]{20,60}$/);
/** A folder of this machine, as a person typed or chose it. */
const folder = z.string().min(1).max(1000);
const passphrase = z.string().max(400);
const documentId = z.string().min(1).max(80);

/** The books whose entries are kept in versions, rest in the trash and travel in bundles. */
const bookNames = [
  "orders",
  "parties",
  "sites",
  "products",
  "persons",
  "evidence",
  "cases",
] as const;
const book = z.enum(bookNames);
/** One of these books. */
export type VersionedBook = z.infer<typeof book>;

const snapshot = z.strictObject({
  id: z.string(),
  at: z.string(),
  documents: z.number().int(),
  bytes: z.number().int(),
});

const holder = z.strictObject({
  owner: z.string(),
  host: z.string(),
  pid: z.number().int(),
  program: z.string(),
  since: z.string(),
});

const unlock = z.union([
  z.strictObject({ passphrase }),
  z.strictObject({ recoveryCode: z.string().max(200) }),
  z.strictObject({ keyStore: z.literal(true) }),
]);

/** One place in which two values differ, by the dotted path that fields carry. */
const difference = z.strictObject({
  path: z.string(),
  /** The path with positions instead of the ids of entries. */
  place: z.string(),
  kind: z.enum(["added", "removed", "changed"]),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});

/** A document that is named to a person. */
const named = { book, id: documentId, name: z.string() };

/** Before any workspace is open, and between two: what there is, and ways in. */
export const startGroup = {
  ...startContract.start,
  /** What a folder is; nothing is opened or changed. */
  look: procedure(
    z.strictObject({ path: folder }),
    z.strictObject({
      path: z.string(),
      kind: z.enum(["workspace", "damaged", "empty", "missing", "other"]),
      encrypted: z.boolean(),
      ways: z.array(way),
      holder: holder.optional(),
      problem: errorSchema.optional(),
      backups: z.array(snapshot),
      backupDir: z.string().optional(),
    }),
  ),
  choose: procedure(nothing, z.strictObject({ path: z.string().optional() })),
  open: procedure(
    z.strictObject({
      path: folder,
      mode: z.enum(["write", "read"]),
      /** Makes a new workspace where the folder has none. */
      create: z.boolean(),
      /** Takes the workspace over from a program whose life cannot be told from here, after watching it. */
      takeOver: z.boolean(),
      unlock: unlock.optional(),
      /** Encrypts a workspace that is made by this call. */
      encrypt: z.strictObject({ passphrase, keyStore: z.boolean() }).optional(),
    }),
    /** The recovery code of a workspace made encrypted just now; it is told this once. */
    z.strictObject({ recoveryCode: z.string().optional() }),
  ),
  /** Closes what is open; an encrypted workspace is then locked and its keys are forgotten. */
  lock: procedure(nothing, done),
  /** A person is at work: puts the locking off. */
  touch: procedure(nothing, done),
  /** Rebuilds a whole workspace from a snapshot in a new or empty folder. */
  restore: procedure(
    z.strictObject({ backupDir: folder, id: z.string().max(80), target: folder }),
    z.strictObject({ path: z.string(), documents: z.number().int() }),
  ),
};

/** How an open workspace is closed to others. */
export const encryptionGroup = {
  state: procedure(
    nothing,
    z.strictObject({ encrypted: z.boolean(), ways: z.array(way), keyStore: z.boolean() }),
  ),
  /** Copies the workspace encrypted into a new folder and goes on there; the plain one stays until a person removes it. */
  encrypt: procedure(
    z.strictObject({ target: folder, passphrase, keyStore: z.boolean() }),
    z.strictObject({ path: z.string(), plain: z.string(), recoveryCode: z.string() }),
  ),
  /** Copies an encrypted workspace in the clear into a new folder, on request only. */
  plainCopy: procedure(
    z.strictObject({ target: folder, passphrase }),
    z.strictObject({ path: z.string(), documents: z.number().int(), evidence: z.number().int() }),
  ),
  changePassphrase: procedure(z.strictObject({ current: passphrase, next: passphrase }), done),
  renewRecoveryCode: procedure(
    z.strictObject({ passphrase }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  setKeyStore: procedure(z.strictObject({ use: z.boolean() }), done),
};

/** The versions of one document. */
export const historyGroup = {
  list: procedure(
    z.strictObject({ book, id: documentId }),
    z.array(
      z.strictObject({
        revision: z.number().int(),
        at: z.string(),
        who: z.string(),
        verb: z.string(),
        current: z.boolean(),
      }),
    ),
  ),
  compare: procedure(
    z.strictObject({
      book,
      id: documentId,
      from: z.number().int().positive(),
      to: z.number().int().positive(),
    }),
    z.array(difference),
  ),
  /** Makes a kept version the current one, as a new revision. */
  restore: procedure(
    z.strictObject({ book, id: documentId, revision: z.number().int().positive() }),
    z.strictObject({ revision: z.number().int() }),
  ),
};

/** What was deleted, and what of this session can be taken back. */
export const trashGroup = {
  list: procedure(
    nothing,
    z.array(
      z.strictObject({
        ...named,
        revision: z.number().int(),
        savedAt: z.string(),
        who: z.string(),
      }),
    ),
  ),
  restore: procedure(z.strictObject({ book, id: documentId }), done),
  purge: procedure(z.strictObject({ book, id: documentId }), done),
  empty: procedure(nothing, z.strictObject({ purged: z.number().int() })),
  undoable: procedure(
    nothing,
    z.array(
      z.strictObject({
        number: z.number().int(),
        verb: z.string(),
        names: z.array(z.string()),
        count: z.number().int(),
        at: z.string(),
      }),
    ),
  ),
  undo: procedure(
    z.strictObject({ number: z.number().int().positive().optional() }),
    z.strictObject({ verb: z.string(), count: z.number().int() }),
  ),
};

const version = z.strictObject({
  revision: z.number().int(),
  savedAt: z.string(),
  savedBy: z.string(),
});

/** A whole order, with what it refers to and its evidence, as one file for a colleague. */
export const bundlesGroup = {
  export: procedure(
    z.strictObject({ order: documentId }),
    z.strictObject({ grant, fileName: lineSchema.max(200) }),
  ),
  /** Looks into an uploaded bundle; `bundle` names it for what follows. */
  inspect: procedure(
    z.strictObject({ grant }),
    z.strictObject({
      bundle: z.string(),
      fileName: z.string(),
      from: z.string(),
      own: z.boolean(),
      at: z.string(),
      by: z.string(),
      documents: z.array(
        z.strictObject({
          ...named,
          state: z.enum(["new", "same", "differs", "in-bin", "refused"]),
          theirs: version,
          mine: version.optional(),
          why: z.string().optional(),
        }),
      ),
      /** Documents that no bundle brings, such as settings and persons: named here and left out. */
      notTaken: z.array(z.string()),
      evidence: z.array(
        z.strictObject({ sha256: sha256Schema, bytes: z.number().int(), known: z.boolean() }),
      ),
    }),
  ),
  /** Where mine and theirs differ; `before` is mine. */
  compare: procedure(
    z.strictObject({ bundle: z.string().max(80), book, id: documentId }),
    z.array(difference),
  ),
  /** All or nothing; can be undone in this session. `choose` speaks by `book/id`. */
  import: procedure(
    z.strictObject({
      bundle: z.string().max(80),
      choose: z.record(z.string().max(120), z.enum(["mine", "theirs", "both"])),
    }),
    z.strictObject({
      saved: z.array(z.strictObject({ book, id: documentId, from: documentId })),
      left: z.number().int(),
      evidence: z.number().int(),
      undo: z.number().int().optional(),
    }),
  ),
};

/** What joins the group `workspace` beside what it always had. */
export const workspaceNames = {
  backupPlan: procedure(
    nothing,
    z.strictObject({
      dir: z.string(),
      outside: z.boolean(),
      everyHours: z.number().int(),
      problem: errorSchema.optional(),
    }),
  ),
  verifyBackup: procedure(
    z.strictObject({ id: z.string().max(80) }),
    z.strictObject({
      checked: z.number().int(),
      missing: z.array(z.string()),
      damaged: z.array(z.string()),
    }),
  ),
  backupDocuments: procedure(
    z.strictObject({ id: z.string().max(80) }),
    z.array(
      z.strictObject({
        ...named,
        revision: z.number().int(),
        savedAt: z.string(),
        state: z.enum(["same", "differs", "in-bin", "gone"]),
      }),
    ),
  ),
  /** What a person should know of the files, and edits that are in memory only. */
  fileIssues: procedure(
    /** `look`: looks at all files first, whether another program changed some. */
    z.strictObject({ look: z.boolean() }),
    z.strictObject({
      issues: z.array(
        z.strictObject({
          key: z.string(),
          error: errorSchema,
          book: book.optional(),
          id: z.string().optional(),
          name: z.string().optional(),
          /** The document stands still until a person accepts what is shown of it. */
          acceptable: z.boolean(),
        }),
      ),
      unsaved: z.array(z.strictObject({ ...named, error: errorSchema })),
    }),
  ),
  accept: procedure(z.strictObject({ book, id: documentId }), done),
  dismiss: procedure(z.strictObject({ key: z.string().max(400) }), done),
  retry: procedure(nothing, z.strictObject({ left: z.number().int() })),
};

/** What joins the group `evidence`. */
export const evidenceNames = {
  /** A kept thumbnail, or nothing. */
  thumbnail: procedure(
    z.strictObject({ sha256: sha256Schema }),
    z.strictObject({ base64: z.string().optional(), mediaType: z.string().optional() }),
  ),
  keepThumbnail: procedure(
    z.strictObject({ sha256: sha256Schema, base64: z.string().max(200_000) }),
    done,
  ),
  /** The bytes of a picture, for the page to draw a thumbnail from; nothing for other kinds and large ones. */
  picture: procedure(
    z.strictObject({ id: documentId }),
    z.strictObject({ base64: z.string().optional(), mediaType: z.string().optional() }),
  ),
  /** Files that nothing names: what collecting would move to the trash. */
  unused: procedure(
    nothing,
    z.strictObject({
      files: z.number().int(),
      bytes: z.number().int(),
      kept: z.number().int(),
    }),
  ),
  collect: procedure(
    nothing,
    z.strictObject({
      files: z.number().int(),
      bytes: z.number().int(),
      undo: z.number().int().optional(),
    }),
  ),
};
