import { randomBytes } from "node:crypto";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, differences } from "#shared/model";
import type { BundlePreview, BundleSelection } from "#store";
import { gatherDossier } from "../orders/dossier.ts";
import { recordDrafter } from "../orders/drafter.ts";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookOf, collectionOf, nameOfSummary } from "./book-names.ts";
import { mapOk } from "./books.ts";

/** Bundles that were looked into and wait for a decision; the newest few. */
const KEPT = 4;

type Held = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly preview: BundlePreview;
};

/** Everything that an order refers to, by the collections that keep it. */
function selectionOf(dossier: Dossier): BundleSelection {
  const of = (collection: string, items: readonly { readonly id: string }[]) =>
    items.map(({ id }) => ({ collection, id }));
  return {
    documents: [
      ...of("orders", [dossier.order]),
      ...of("parties", dossier.parties),
      ...of("sites", dossier.sites),
      ...of("products", dossier.products),
      ...of("papers", dossier.evidence),
    ],
    evidence: dossier.evidence.map(({ sha256 }) => sha256),
  };
}

async function gather(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** An order with everything it refers to and the bytes of its evidence, as one file. */
export async function orderBundle(
  { store, workspace }: Pick<DeskAdapters, "store" | "workspace">,
  id: string,
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const order = await workspace.books.orders.get(id);
  if (!order.ok) return order;
  const dossier = await gatherDossier(workspace.books, order.value.value);
  if (!dossier.ok) return dossier;
  const missing: string[] = [];
  for (const { sha256, fileName } of dossier.value.evidence)
    if (!(await store.evidence.has(sha256))) missing.push(fileName);
  // A colleague must not be left to find out that a paper is named and not there.
  if (missing.length > 0) return err(appError("bundle-evidence-missing", { files: missing }));
  const made = await store.bundles.export(selectionOf(dossier.value), workspace.actor());
  if (!made.ok) return made;
  const { reference, title } = dossier.value.order;
  return ok({ fileName: `${reference ?? title}.h200order`, bytes: await gather(made.value) });
}

/** Whoever an order named as its drafter when it came is on record from then on; one that is on record stays. */
async function recordDrafters(
  context: DeskAdapters,
  saved: readonly { readonly collection: string; readonly id: string }[],
): Promise<Result<void>> {
  const told = await context.workspace.journal.told("order.drafter");
  if (!told.ok) return told;
  const known = new Set(told.value.map(({ subject }) => subject?.id));
  for (const { collection, id } of saved) {
    if (collection !== "orders" || known.has(id)) continue;
    const order = await context.workspace.books.orders.get(id);
    const drafter = order.ok ? order.value.value.drafter : undefined;
    const recorded = await recordDrafter(context, id, drafter);
    if (!recorded.ok) return recorded;
  }
  return ok(undefined);
}

/** A whole order as one file for a colleague, and one taken in with every difference shown first. */
export function bundleHandlers(context: DeskAdapters): DeskHandlers["bundles"] {
  const { store, workspace, grants } = context;
  const held = new Map<string, Held>();
  const find = (bundle: string): Result<Held> => {
    const found = held.get(bundle);
    return found === undefined ? err(appError("bundle-forgotten")) : ok(found);
  };

  const exportOrder: DeskHandlers["bundles"]["export"] = async ({ order }) => {
    const made = await orderBundle(context, order);
    return mapOk(made, ({ fileName, bytes }) =>
      grants.offer({
        fileName,
        mediaType: "application/zip",
        bytes: () => Promise.resolve(ok(bytes)),
      }),
    );
  };

  const inspect: DeskHandlers["bundles"]["inspect"] = async ({ grant }) => {
    const file = grants.take(grant);
    if (!file.ok) return file;
    const { fileName, bytes } = file.value;
    const looked = await store.bundles.inspect(bytes);
    if (!looked.ok) return looked;
    const preview = looked.value;
    const bundle = `bdl_${randomBytes(12).toString("hex")}`;
    for (const oldest of held.keys()) {
      if (held.size < KEPT) break;
      held.delete(oldest);
    }
    held.set(bundle, { fileName, bytes, preview });
    return ok({
      bundle,
      fileName,
      from: preview.from,
      own: preview.from === store.id,
      at: preview.at,
      by: preview.by,
      documents: preview.documents.flatMap((entry) => {
        const book = bookOf(entry.collection);
        if (book === undefined) return [];
        const { id, state, theirs, mine, summary, why } = entry;
        const { revision, savedAt, savedBy } = theirs;
        return [
          {
            book,
            id,
            name: nameOfSummary(id, summary),
            state,
            theirs: { revision, savedAt, savedBy },
            ...(mine === undefined ? {} : { mine }),
            ...(why === undefined ? {} : { why }),
          },
        ];
      }),
      notTaken: [...preview.notTaken],
      evidence: [...preview.evidence],
    });
  };

  return {
    export: exportOrder,
    inspect,
    compare: async ({ bundle, book, id }) => {
      const found = find(bundle);
      if (!found.ok) return found;
      const collection = collectionOf(book);
      const theirs = await store.bundles.document(found.value.bytes, collection, id);
      if (!theirs.ok) return theirs;
      const mine = await store.collection(collection).get(id);
      if (!mine.ok) return mine;
      return ok([...differences(mine.value.data, theirs.value)]);
    },
    import: async ({ bundle, choose }) => {
      const found = find(bundle);
      if (!found.ok) return found;
      const byCollection = Object.fromEntries(
        Object.entries(choose).map(([key, choice]) => [
          key.replace(/^evidence\//, "papers/"),
          choice,
        ]),
      );
      const done = await store.bundles.import(found.value.bytes, {
        by: workspace.actor(),
        choose: byCollection,
      });
      if (!done.ok) return done;
      held.delete(bundle);
      const { saved, left, evidence } = done.value;
      const named = await recordDrafters(context, saved);
      if (!named.ok) return named;
      const undo = saved.length === 0 ? undefined : store.undoable().at(-1)?.number;
      return ok({
        saved: saved.flatMap(({ collection, id, from }) => {
          const book = bookOf(collection);
          return book === undefined ? [] : [{ book, id, from }];
        }),
        left: left.length,
        evidence,
        ...(undo === undefined ? {} : { undo }),
      });
    },
  };
}
