import { attempt, DeskFailure } from "#node/files";
import type { ChainHead } from "#shared/journal";
import { appError, err, ok, type Result } from "#shared/kernel";
import { readData, sha256Of } from "../documents/document-file.ts";
import type { Change } from "../documents/transaction.ts";
import type { Collection, CollectionSpecs, KeptVersion, Saved } from "../documents/types.ts";
import type { EvidenceStore } from "../evidence/evidence-store.ts";
import type { JournalDraft } from "../journal/journal-file.ts";
import {
  type BundledDocument,
  type BundleManifest,
  documentPath,
  type OpenBundle,
  openBundle,
  writeBundle,
} from "./bundle-file.ts";

/** What an import would do with one document. */
export type BundleEntry = {
  readonly collection: string;
  readonly id: string;
  /** `new`: not here. `same`: equal content. `differs`: both have it. `in-bin`: here, but removed. `refused`: see why. */
  readonly state: "new" | "same" | "differs" | "in-bin" | "refused";
  readonly theirs: Pick<KeptVersion, "revision" | "savedAt" | "savedBy" | "sha256">;
  readonly mine: Pick<KeptVersion, "revision" | "savedAt" | "savedBy"> | undefined;
  /** What the list would show of theirs. */
  readonly summary: unknown;
  readonly why: string | undefined;
};

/** A bundle looked into, nothing taken over yet. */
export type BundlePreview = {
  readonly from: string;
  readonly at: string;
  readonly by: string;
  readonly documents: readonly BundleEntry[];
  /** Documents that no bundle brings (settings, persons), as `collection/id`: they are told and left out. */
  readonly notTaken: readonly string[];
  readonly evidence: readonly {
    readonly sha256: string;
    readonly bytes: number;
    readonly known: boolean;
  }[];
};

/** Which side stands where both have a document; `both` keeps mine and adds theirs under a new id. */
export type BundleChoice = "mine" | "theirs" | "both";

/** What an import did. */
export type BundleReport = {
  readonly saved: readonly {
    readonly collection: string;
    readonly id: string;
    readonly from: string;
  }[];
  readonly left: readonly string[];
  readonly evidence: number;
};

/** The names of the documents and evidence files to hand over. */
export type BundleSelection = {
  readonly documents: readonly { readonly collection: string; readonly id: string }[];
  readonly evidence: readonly string[];
};

/** Bundles of one opened workspace: hand an order with its evidence to a colleague as one file, and take one in. */
export interface Bundles {
  /** The bundle as a stream of bytes. */
  export(selection: BundleSelection, by: string): Promise<Result<AsyncIterable<Uint8Array>>>;
  /** Looks into a bundle (a path or its bytes) and compares it with what is here. */
  inspect(source: string | Uint8Array): Promise<Result<BundlePreview>>;
  /** One document of a bundle as this program reads it, to be compared with the present one. */
  document(source: string | Uint8Array, collection: string, id: string): Promise<Result<unknown>>;
  /** Takes a bundle in, all or nothing. `choose` says per `collection/id` which side stands; absent: mine. */
  import(
    source: string | Uint8Array,
    options: {
      readonly by: string;
      readonly choose?: Readonly<Record<string, BundleChoice>>;
      readonly otherwise?: BundleChoice;
    },
  ): Promise<Result<BundleReport>>;
}

/** What bundles need of the workspace that they are made in and taken into. */
type Home = {
  readonly id: string;
  readonly evidence: EvidenceStore;
  readonly collection: (name: string) => Collection<unknown, unknown>;
  readonly saveAll: (
    changes: readonly Change[],
    options: { readonly by: string },
  ) => Promise<Result<readonly Saved[]>>;
  readonly record: (draft: JournalDraft) => Promise<Result<ChainHead>>;
};

/** What bundles are made of. */
export type BundleParts = {
  readonly home: Home;
  readonly specs: CollectionSpecs;
  readonly now: () => string;
  readonly newId: (prefix: string) => string;
  readonly pushUndo: (ids: readonly string[], undo: () => Promise<Result<void>>) => void;
};

/** Replaces ids wherever a text is exactly that id, so that what refers to a renamed document still finds it. */
function renameIds(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renameIds(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, renameIds(item, names)]),
  );
}

/** The description of a collection that travels with bundles; own names only, so that no word of the language is one. */
function travelling(parts: BundleParts, collection: string): CollectionSpecs[string] | undefined {
  const spec = Object.hasOwn(parts.specs, collection) ? parts.specs[collection] : undefined;
  return spec?.travels === false ? undefined : spec;
}

async function readTheirs(
  parts: BundleParts,
  bundle: OpenBundle,
  document: BundledDocument,
): Promise<Result<unknown>> {
  const { collection, id } = document;
  const spec = travelling(parts, collection);
  if (!spec) return err(appError("store.no-such-collection", { collection }));
  const body = await bundle.body(document);
  const head = { ...document, format: "", workspace: "" };
  const record = readData(spec, { head, body });
  if (!record.ok || spec.fromOutside === undefined)
    return record.ok ? ok(record.value.data) : record;
  const here = parts.home.collection(collection);
  const present = here.has(id) ? await here.get(id) : undefined;
  return ok(spec.fromOutside(record.value.data, present?.ok ? present.value.data : undefined));
}

async function compare(
  parts: BundleParts,
  bundle: OpenBundle,
  document: BundledDocument,
): Promise<BundleEntry> {
  const { collection, id, revision, savedAt, savedBy, sha256 } = document;
  const theirs = { revision, savedAt, savedBy, sha256 };
  const base = { collection, id, theirs, mine: undefined, summary: undefined, why: undefined };
  const data = await readTheirs(parts, bundle, document);
  if (!data.ok) return { ...base, state: "refused", why: data.error.code };
  const summary = travelling(parts, collection)?.summary(data.value);
  const here = parts.home.collection(collection);
  if (here.trash().some((row) => row.id === id)) return { ...base, summary, state: "in-bin" };
  if (!here.has(id)) return { ...base, summary, state: "new" };
  const present = await here.get(id);
  if (!present.ok) return { ...base, summary, state: "refused", why: present.error.code };
  const mine = present.value;
  const same = JSON.stringify(mine.data) === JSON.stringify(data.value);
  return {
    ...base,
    summary,
    mine: { revision: mine.revision, savedAt: mine.savedAt, savedBy: mine.savedBy },
    state: same ? "same" : "differs",
  };
}

function withBundle<T>(
  source: string | Uint8Array,
  work: (bundle: OpenBundle) => Promise<T>,
): Promise<Result<T>> {
  return attempt(typeof source === "string" ? source : "", async () => {
    const bundle = await openBundle(source);
    try {
      return await work(bundle);
    } finally {
      bundle.close();
    }
  });
}

function preview(parts: BundleParts, bundle: OpenBundle): Promise<BundlePreview> {
  const { workspace, at, by, documents, evidence } = bundle.manifest;
  const look = async (): Promise<BundlePreview> => {
    const entries: BundleEntry[] = [];
    const notTaken: string[] = [];
    for (const document of documents) {
      const { collection, id } = document;
      if (travelling(parts, collection)) entries.push(await compare(parts, bundle, document));
      else notTaken.push(`${collection}/${id}`);
    }
    const files: { sha256: string; bytes: number; known: boolean }[] = [];
    for (const { sha256, bytes } of evidence) {
      files.push({ sha256, bytes, known: await parts.home.evidence.has(sha256) });
    }
    return { from: workspace, at, by, documents: entries, notTaken, evidence: files };
  };
  return look();
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new DeskFailure(result.error);
  return result.value;
}

async function exportNow(
  parts: BundleParts,
  selection: BundleSelection,
  by: string,
): Promise<AsyncIterable<Uint8Array>> {
  const { home } = parts;
  const bodies = new Map<string, string>();
  const documents: BundledDocument[] = [];
  for (const { collection, id } of selection.documents) {
    if (!travelling(parts, collection)) continue;
    const stored = unwrap(await home.collection(collection).get(id));
    if (stored.damaged) throw new DeskFailure(stored.damaged);
    const { revision, savedAt, savedBy, sha256 } = stored;
    const version = travelling(parts, collection)?.version ?? 1;
    const document = { collection, id, version, revision, savedAt, savedBy, sha256 };
    const body = JSON.stringify(stored.data);
    documents.push({ ...document, sha256: sha256Of(body) });
    bodies.set(documentPath(document), body);
  }
  const held = new Map(unwrap(await home.evidence.list()).map((item) => [item.sha256, item.bytes]));
  const hashes = [...new Set(selection.evidence)].sort();
  const lost = hashes.find((hash) => !held.has(hash));
  if (lost) throw new DeskFailure(appError("evidence.missing", { sha256: lost }));
  for (const hash of hashes) unwrap(await home.evidence.verify(hash));
  const evidence = hashes.map((hash) => ({ sha256: hash, bytes: held.get(hash) ?? 1 }));
  const manifest: BundleManifest = {
    format: "h200-desk/bundle@1",
    workspace: home.id,
    at: parts.now(),
    by,
    documents: documents.sort((a, b) => (documentPath(a) < documentPath(b) ? -1 : 1)),
    evidence,
  };
  unwrap(
    await home.record({
      by,
      verb: "bundle.export",
      detail: { documents: documents.length, evidence: evidence.length },
    }),
  );
  return writeBundle({ manifest, bodies, evidence: home.evidence.stream });
}

type Planned = {
  readonly collection: string;
  readonly from: string;
  readonly id: string;
  readonly data: unknown;
  readonly mine: number | undefined;
};

/** Decides what is saved under which id; throws when a document of the bundle cannot be used here. */
async function planImport(
  parts: BundleParts,
  bundle: OpenBundle,
  choiceOf: (key: string) => BundleChoice,
): Promise<{ planned: Planned[]; left: string[] }> {
  const shown = await preview(parts, bundle);
  const refused = shown.documents.find(({ state }) => state === "refused");
  if (refused) {
    const place = `${refused.collection}/${refused.id}`;
    const params = { reason: refused.why ?? "", place };
    throw new DeskFailure(appError("store.bundle-refused", params));
  }
  const left: string[] = [];
  const names = new Map<string, string>();
  const taken: { entry: BundleEntry; document: BundledDocument }[] = [];
  const taking = new Map(bundle.manifest.documents.map((one) => [documentPath(one), one]));
  for (const entry of shown.documents) {
    const document = taking.get(documentPath(entry));
    const key = `${entry.collection}/${entry.id}`;
    const contested = entry.state === "differs" || entry.state === "in-bin";
    const choice = contested ? choiceOf(key) : "theirs";
    if (entry.state === "same" || choice === "mine" || !document) {
      left.push(key);
      continue;
    }
    // A removed document is not overwritten in the trash: theirs comes beside it.
    if (choice === "both" || entry.state === "in-bin") {
      names.set(entry.id, parts.newId(entry.id.split("_")[0] ?? "doc"));
    }
    taken.push({ entry, document });
  }
  const planned: Planned[] = [];
  for (const { entry, document } of taken) {
    const data = unwrap(await readTheirs(parts, bundle, document));
    const id = names.get(entry.id) ?? entry.id;
    planned.push({
      collection: entry.collection,
      from: entry.id,
      id,
      data: names.size > 0 ? renameIds(data, names) : data,
      mine: id === entry.id ? entry.mine?.revision : undefined,
    });
  }
  return { planned, left };
}

async function undoImport(
  home: Home,
  by: string,
  planned: readonly Planned[],
  saved: readonly Saved[],
): Promise<Result<void>> {
  for (const [index, { collection, id, mine }] of planned.entries()) {
    const here = home.collection(collection);
    const expectedRevision = saved[index]?.revision;
    const options = expectedRevision === undefined ? { by } : { by, expectedRevision };
    const done = await (mine === undefined
      ? here.remove(id, options)
      : here.revert(id, mine, options));
    if (!done.ok) return done;
  }
  return ok(undefined);
}

/** Creates the bundles of one opened workspace. */
export function createBundles(parts: BundleParts): Bundles {
  const { home } = parts;
  return {
    export: (selection, by) => attempt("", () => exportNow(parts, selection, by)),
    inspect: (source) => withBundle(source, (bundle) => preview(parts, bundle)),
    document: (source, collection, id) =>
      withBundle(source, async (bundle) => {
        const found = bundle.manifest.documents.find(
          (one) => one.collection === collection && one.id === id,
        );
        if (!found) throw new DeskFailure(appError("store.no-such-document", { collection, id }));
        return unwrap(await readTheirs(parts, bundle, found));
      }),
    import: (source, { by, choose = {}, otherwise = "mine" }) =>
      withBundle(source, async (bundle) => {
        const choiceOf = (key: string) =>
          (Object.hasOwn(choose, key) ? choose[key] : undefined) ?? otherwise;
        const { planned, left } = await planImport(parts, bundle, choiceOf);
        // Evidence comes first: a file that no document names yet is harmless, a named one that is missing is not.
        let files = 0;
        for (const { sha256, bytes } of bundle.manifest.evidence) {
          if (await home.evidence.has(sha256)) continue;
          const stream = await bundle.evidence(sha256);
          unwrap(await home.evidence.put(stream, { by, limit: bytes, expectedSha256: sha256 }));
          files += 1;
        }
        const changes = planned.map(({ collection, id, data, mine }) => ({
          collection,
          id,
          data,
          expectedRevision: mine ?? 0,
        }));
        const saved = unwrap(await home.saveAll(changes, { by }));
        const detail = {
          from: bundle.manifest.workspace,
          documents: saved.length,
          evidence: files,
        };
        unwrap(await home.record({ by, verb: "bundle.import", detail }));
        const ids = planned.map(({ collection, id }) => `${collection}/${id}`);
        if (ids.length > 0) parts.pushUndo(ids, () => undoImport(home, by, planned, saved));
        return {
          saved: planned.map(({ collection, id, from }) => ({ collection, id, from })),
          left,
          evidence: files,
        };
      }),
  };
}
