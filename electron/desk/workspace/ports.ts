import type { AppError, CivilDate, Result } from "#shared/kernel";
import type {
  Case,
  Evidence,
  Order,
  PartyRecord,
  Person,
  Product,
  Settings,
  Site,
} from "#shared/model";
import type { BookSummaries } from "./collections.ts";

/** A document of a book with the revision that a save must name. */
export type Stored<T> = {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: string;
  readonly value: T;
};

/** What a save leaves behind. */
export type Receipt = { readonly id: string; readonly revision: number; readonly savedAt: string };

/** One line of a document's history. */
type Past = {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly verb: string;
};

/** One row of a list: the summary comes from the store's index, no file is read for it. */
export type Listed<S> = Receipt & {
  readonly summary: S;
  /** Set while something is wrong with the file. */
  readonly issue?: AppError;
};

/** One book of the workspace. A save names the revision it was made from; 0 creates. */
export type Book<T, S> = {
  list(): readonly Listed<S>[];
  has(id: string): boolean;
  get(id: string): Promise<Result<Stored<T>>>;
  save(value: T, revision: number): Promise<Result<Receipt>>;
  remove(id: string): Promise<Result<void>>;
  restore(id: string): Promise<Result<void>>;
  history(id: string): Promise<Result<readonly Past[]>>;
  revision(id: string, revision: number): Promise<Result<T>>;
};

/** All books by name, with what they keep. */
export type BookValues = {
  readonly orders: Order;
  readonly parties: PartyRecord;
  readonly sites: Site;
  readonly products: Product;
  readonly persons: Person;
  readonly evidence: Evidence;
  readonly cases: Case;
};
export type BookName = keyof BookValues;
type SummaryOf<N extends BookName> = BookSummaries[N];
export type Books = { readonly [N in BookName]: Book<BookValues[N], SummaryOf<N>> };

/** One change of several that happen together or not at all. */
export type Change = {
  [N in BookName]: { readonly book: N; readonly value: BookValues[N]; readonly revision: number };
}[BookName];

/** A line of the journal as the screen shows it. */
export type JournalLine = {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly verb: string;
  readonly subject: string;
  readonly oldHash: string | null;
  readonly newHash: string | null;
  readonly hash: string;
  readonly note?: string;
};

/** The few things that the desk records beside saves. */
type RecordedVerb =
  | "dossier.export"
  | "dossier.import"
  | "check.run"
  | "law.lookup"
  | "screening.run"
  | "screening.decide"
  | "review.sign"
  | "packet.build"
  | "packet.verify"
  | "packet.seal"
  | "packet.export"
  | "packet.attach"
  | "pack.import"
  | "pack.activate"
  | "list.import"
  | "tenants.import"
  | "person.switch"
  | "settings.change"
  | "act.sign"
  | "order.drafter";

/** What the desk goes by later: only what the journal recorded counts, whatever lies in the folder. */
export const toldVerbs = [
  "act.sign",
  "pack.import",
  "pack.activate",
  "review.sign",
  "order.drafter",
  "law.lookup",
] as const;
/** A line of the journal that the desk goes by. */
export type ToldLine = {
  readonly verb: string;
  readonly at: string;
  readonly subject: { readonly collection: string; readonly id: string } | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** The journal as the desk uses it. */
export type JournalPort = {
  /** The lines of one of `toldVerbs`, oldest first. */
  told(verb: (typeof toldVerbs)[number]): Promise<Result<readonly ToldLine[]>>;
  record(
    verb: RecordedVerb,
    subject?: { readonly collection: string; readonly id: string },
    detail?: Readonly<Record<string, string | number | boolean>>,
  ): Promise<Result<void>>;
  show(query: {
    readonly subject?: string;
    readonly before?: number;
    readonly limit: number;
  }): Promise<Result<readonly JournalLine[]>>;
  verify(): Promise<
    Result<{
      readonly intact: boolean;
      readonly entries: number;
      readonly problem?: string;
      readonly breaks: readonly AppError[];
    }>
  >;
};

/** Evidence bytes by their SHA-256. */
export type EvidenceBytes = {
  put(
    bytes: Uint8Array,
    fileName?: string,
  ): Promise<
    Result<{
      readonly sha256: string;
      readonly bytes: number;
      readonly mediaType: string;
      readonly known: boolean;
      /** The type that the file's name says, where the bytes say another. */
      readonly nameSays?: string;
    }>
  >;
  get(sha256: string): Promise<Result<Uint8Array>>;
  /** The content in pieces; throws a `DeskFailure` before the last one when the hash is not right. */
  stream(sha256: string): AsyncIterable<Uint8Array>;
  has(sha256: string): Promise<boolean>;
};

/** Small named files of the workspace that are no book: imported lists and packs, packets, keys. Names are `a-z0-9._-`. */
export type FilePort = {
  /** What is none of ours, or damaged, is skipped and told to the person. */
  list(folder: FolderName): Promise<Result<readonly string[]>>;
  /** Tells the person that one file cannot be used, and why; whoever lists files goes on without it. */
  report(folder: FolderName, name: string, error: AppError): void;
  read(folder: FolderName, name: string): Promise<Result<Uint8Array>>;
  write(folder: FolderName, name: string, bytes: Uint8Array): Promise<Result<void>>;
  remove(folder: FolderName, name: string): Promise<Result<void>>;
  /** Takes the files of one packet, list or tenant book away; this session can take it back. */
  discard(
    folder: "packets" | "lists" | "tenants",
    names: readonly string[],
    what: { readonly id: string; readonly title: string },
  ): Promise<Result<void>>;
};
const folderNames = ["packets", "packs", "lists", "keys", "tenants", "acts"] as const;
type FolderName = (typeof folderNames)[number];

/** Facts about the opened workspace. */
type WorkspaceInfo = {
  readonly path: string;
  readonly encrypted: boolean;
  readonly readOnly: boolean;
  readonly readOnlyReason?: AppError;
  readonly holder?: string;
  readonly tookOverFrom?: string;
  readonly quarantined: number;
  readonly lastBackup?: string;
};

/** An opened workspace: what the desk needs of store, journal and evidence, and no more. */
export type WorkspacePort = {
  readonly books: Books;
  readonly settings: {
    get(): Promise<Result<Settings>>;
    save(value: Settings): Promise<Result<void>>;
  };
  /** All changes or none. */
  saveAll(changes: readonly Change[]): Promise<Result<readonly Receipt[]>>;
  readonly journal: JournalPort;
  readonly evidence: EvidenceBytes;
  readonly files: FilePort;
  /** Who is recorded as acting from now on. */
  actAs(person: string | undefined): void;
  /** Who is recorded as acting now. */
  actor(): string;
  info(): Promise<Result<WorkspaceInfo>>;
  backup(): Promise<Result<{ readonly id: string }>>;
  backups(): Promise<
    Result<
      readonly {
        readonly id: string;
        readonly at: string;
        readonly documents: number;
        readonly bytes: number;
      }[]
    >
  >;
  restoreBackup(id: string, document?: string): Promise<Result<void>>;
  quarantined(): Promise<
    Result<readonly { readonly path: string; readonly movedTo: string; readonly reason: string }[]>
  >;
  /** Resolves at once when something changed after `since`, else when the wait is over. */
  changes(
    since: number,
    waitMs: number,
  ): Promise<
    Result<{
      readonly seq: number;
      readonly changed: readonly string[];
      readonly outside: readonly string[];
    }>
  >;
  /** Takes snapshots by itself while there are changes; 0 hours: only when asked. */
  planBackups(plan: { readonly everyHours: number; readonly dir?: string }): void;
  /** How the last snapshot that was taken by itself failed. */
  backupProblem(): AppError | undefined;
  /** Closes in good order; refuses while edits are in memory only. */
  closeSafely(): Promise<Result<void>>;
  close(): Promise<void>;
};

/** A file that a grant stands for. */
export type OfferedFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: () => Promise<Result<Uint8Array>>;
};

/** Tells time and chance to the desk; tests replace them. */
export type ClockAndIds = {
  /** Moment as ISO 8601 in UTC. */
  readonly now: () => string;
  /** Local calendar day. */
  readonly today: () => CivilDate;
  /** A fresh id with its kind: `ord_…`. */
  readonly newId: (prefix: string) => string;
};
