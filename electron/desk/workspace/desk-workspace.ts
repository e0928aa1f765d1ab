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
  "packet.seal",
] as const;
/** A line of the journal that the desk goes by. */
export type ToldLine = {
  readonly verb: string;
  readonly at: string;
  readonly subject: { readonly collection: string; readonly id: string } | undefined;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** The journal as the desk uses it. */
export type DeskJournal = {
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

/** Small named files of the workspace that are no book: imported lists and packs, packets, keys. Names are `a-z0-9._-`. */
export type DeskFiles = {
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

/** The settings as the desk knows them: those of the workspace, or the usual ones, as the firm's rules allow them. */
export type SettingsBook = {
  get(): Promise<Result<Settings>>;
  save(value: Settings): Promise<Result<void>>;
};

/**
 * What the desk adds to an opened workspace: its books under the field's names, each change under the name of who makes it,
 * and the journal's lines that the desk goes by. Everything else is asked of the store itself.
 */
export type DeskWorkspace = {
  readonly books: Books;
  readonly settings: SettingsBook;
  /** All changes or none. */
  saveAll(changes: readonly Change[]): Promise<Result<readonly Receipt[]>>;
  readonly journal: DeskJournal;
  readonly files: DeskFiles;
  /** Who is recorded as acting from now on. */
  actAs(person: string | undefined): void;
  /** Who is recorded as acting now. */
  actor(): string;
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
