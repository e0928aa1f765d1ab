import { join } from "node:path";
import { attempt, readIfThere, sameFacts, TEMP_SUFFIX } from "#node/files";
import { appError } from "#shared/kernel";
import { DOCUMENT_LIMIT, decodeDocument, type RawDocument } from "../documents/document-file.ts";
import { loadDocument } from "../documents/loading.ts";
import type { CollectionSpecs } from "../documents/types.ts";
import { type Core, entriesOf } from "../workspace/core.ts";
import type { Entry } from "./library.ts";
import { inParallel, refreshEntry } from "./reconcile.ts";

/** Looks at one document's file without reading it; reads only what changed. */
async function scanDocument(
  core: Core,
  specs: CollectionSpecs,
  collection: string,
  id: string,
  entry: Entry,
): Promise<void> {
  const path = core.layout.live(core.codec.place(collection, id));
  const facts = await core.fs.facts(path);
  if (sameFacts(facts, entry.facts) || entriesOf(core, collection).get(id) !== entry) return;
  await refreshEntry(core, specs, collection, id);
  const now = entriesOf(core, collection).get(id);
  if (!now || now.issue) return;
  const revision = now.revision;
  core.emit({ kind: "changed", collection, id, revision, cause: "outside" });
}

/** What a file in a document folder turns out to be, by its own account. */
type Claim = { readonly collection: string; readonly id: string; readonly raw: RawDocument };

async function claimOf(
  core: Core,
  specs: CollectionSpecs,
  place: { readonly folder: string; readonly name: string },
): Promise<Claim | undefined> {
  const path = join(core.layout.root, place.folder, place.name);
  const read = await attempt(path, () => readIfThere(core.fs, path, DOCUMENT_LIMIT));
  const stem = place.name.replace(/\.[^.]*$/, "");
  const plain = read.ok && read.value && core.codec.open(`${place.folder}/${stem}`, read.value);
  const raw = plain ? decodeDocument(plain) : undefined;
  if (!raw?.ok || raw.value.head.workspace !== core.workspaceId) return undefined;
  const { collection, id } = raw.value.head;
  const own = Object.hasOwn(specs, collection) ? core.codec.place(collection, id) : undefined;
  const fits = own?.folder === place.folder && own.file === place.name;
  return fits ? { collection, id, raw: raw.value } : undefined;
}

/** A file that names itself but that the journal does not know becomes visible, marked, until a person decides. */
async function considerFile(
  core: Core,
  specs: CollectionSpecs,
  place: { readonly folder: string; readonly name: string },
): Promise<void> {
  const path = join(core.layout.root, place.folder, place.name);
  const claim = await claimOf(core, specs, place);
  if (!claim || entriesOf(core, claim.collection).has(claim.id)) {
    core.report({ error: appError("store.unknown-file", { path }), id: place.name });
    return;
  }
  const { collection, id } = claim;
  const { revision, sha256, savedAt, savedBy } = claim.raw.head;
  const issue = appError("store.not-in-journal", { collection, id, path, revision });
  const fresh = { revision, sha256, savedAt, savedBy, facts: undefined, summary: undefined };
  entriesOf(core, collection).set(id, { state: "live", ...fresh, issue });
  core.report({ error: issue, collection, id });
  await refreshEntry(core, specs, collection, id);
}

/** Runs a look at one document so that no save of it goes on meanwhile. */
export type InTurn = (key: string, task: () => Promise<void>) => Promise<void>;

/** Finds files in the documents' folders that nothing in the journal explains. */
export async function findUnknownFiles(
  core: Core,
  specs: CollectionSpecs,
  inTurn: InTurn,
): Promise<void> {
  const known = new Set<string>();
  const folders = new Set(Object.keys(specs).map((name) => core.codec.place(name, "x").folder));
  for (const collection of Object.keys(specs)) {
    for (const [id, { state }] of entriesOf(core, collection)) {
      const { folder, file } = core.codec.place(collection, id);
      if (state === "live") known.add(`${folder}/${file}`);
    }
  }
  for (const folder of folders) {
    const path = join(core.layout.root, folder);
    if ((await core.fs.facts(path))?.kind !== "folder") continue;
    for (const { name } of await core.fs.list(path)) {
      if (name.endsWith(TEMP_SUFFIX) || known.has(`${folder}/${name}`)) continue;
      const claim = await claimOf(core, specs, { folder, name });
      const key = claim ? `${claim.collection}/${claim.id}` : name;
      await inTurn(key, async () => {
        // What was saved or brought back while we looked is no stranger.
        const entry = claim && entriesOf(core, claim.collection).get(claim.id);
        const still = await core.fs.facts(join(path, name));
        if (entry?.state !== "live" && still) await considerFile(core, specs, { folder, name });
      });
    }
  }
}

/** Reads one document's file to its end; what is wrong with it is said and done as when a person opens it. */
async function examineOne(
  core: Core,
  specs: CollectionSpecs,
  collection: string,
  id: string,
): Promise<void> {
  const before = entriesOf(core, collection).get(id);
  if (before?.state !== "live" || before.issue) return;
  const loaded = await loadDocument(core, collection, id, (work) => work());
  // The row shows the last good version from now on.
  if (core.canWrite && loaded.ok && loaded.value.issue)
    await refreshEntry(core, specs, collection, id);
}

/** Documents that are read at one time, so that a person's own work never waits for the look. */
const AT_ONCE = 8;

/**
 * Reads every live document through, a few at a time: bytes may go bad without size or time of the file telling. Each
 * step examines the next few and says whether there are more.
 */
export function createExamination(
  core: Core,
  specs: CollectionSpecs,
  inTurn: InTurn,
): () => Promise<boolean> {
  const rest = [...core.library].flatMap(([collection, entries]) =>
    [...entries].flatMap(([id, { state }]) => (state === "live" ? [{ collection, id }] : [])),
  );
  return async () => {
    const some = rest.splice(0, AT_ONCE);
    await Promise.all(
      some.map(({ collection, id }) =>
        inTurn(`${collection}/${id}`, () => examineOne(core, specs, collection, id)),
      ),
    );
    return rest.length > 0;
  };
}

/** Compares every live document with its file and looks for files nobody knows. */
export async function scanForChanges(
  core: Core,
  specs: CollectionSpecs,
  inTurn: InTurn,
): Promise<void> {
  for (const collection of Object.keys(specs)) {
    const live = [...entriesOf(core, collection)].filter(([, entry]) => entry.state === "live");
    await inParallel(live, 32, ([id]) =>
      inTurn(`${collection}/${id}`, async () => {
        const entry = entriesOf(core, collection).get(id);
        if (entry?.state === "live") await scanDocument(core, specs, collection, id, entry);
      }),
    );
  }
  await findUnknownFiles(core, specs, inTurn);
}
