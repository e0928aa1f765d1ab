import { join } from "node:path";
import { sameFacts, TEMP_SUFFIX } from "#node/files";
import { appError } from "#shared/kernel";
import { type Core, entriesOf } from "./core.ts";
import { readVersionFile } from "./history.ts";
import type { Entry } from "./library.ts";
import { inParallel, refreshEntry } from "./reconcile.ts";
import type { CollectionSpecs } from "./types.ts";

/** Looks at one document's file without reading it; reads only what changed. */
async function sweepOne(
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
  if (!now || now.trouble) return;
  const revision = now.revision;
  core.emit({ kind: "changed", collection, id, revision, cause: "outside" });
}

/** A file that names itself but that the journal does not know becomes visible, marked, until a person decides. */
async function considerFile(
  core: Core,
  specs: CollectionSpecs,
  folder: string,
  collection: string,
  name: string,
): Promise<void> {
  const id = name.endsWith(".json") ? name.slice(0, -".json".length) : "";
  const entries = entriesOf(core, collection);
  if (id && entries.get(id)?.state === "live") return;
  const path = join(folder, name);
  const raw =
    id && !entries.has(id) ? await readVersionFile(core, collection, id, path) : undefined;
  if (!raw) {
    core.report({ error: appError("store.unknown-file", { path }), collection, id: name });
    return;
  }
  const { revision, sha256, savedAt, savedBy } = raw.head;
  const trouble = appError("store.not-in-journal", { collection, id, path, revision });
  const fresh = { revision, sha256, savedAt, savedBy, facts: undefined, summary: undefined };
  entries.set(id, { state: "live", ...fresh, trouble });
  core.report({ error: trouble, collection, id });
  await refreshEntry(core, specs, collection, id);
}

/** Finds files in the collections' folders that nothing in the journal explains. */
export async function findUnknownFiles(core: Core, specs: CollectionSpecs): Promise<void> {
  if (core.codec.encrypted) return;
  for (const collection of Object.keys(specs)) {
    const folder = join(core.layout.root, collection);
    if (!(await core.fs.facts(folder))) continue;
    for (const { name } of await core.fs.list(folder)) {
      if (name.endsWith(TEMP_SUFFIX)) continue;
      await considerFile(core, specs, folder, collection, name);
    }
  }
}

/** Compares every live document with its file and looks for files nobody knows. */
export async function sweepWorkspace(
  core: Core,
  specs: CollectionSpecs,
  idle: (key: string) => Promise<void>,
): Promise<void> {
  for (const collection of Object.keys(specs)) {
    const live = [...entriesOf(core, collection)].filter(([, entry]) => entry.state === "live");
    await inParallel(live, 32, async ([id, entry]) => {
      await idle(`${collection}/${id}`);
      const now = entriesOf(core, collection).get(id);
      if (now && now === entry) await sweepOne(core, specs, collection, id, entry);
    });
  }
  await findUnknownFiles(core, specs);
}
