import type { DeskHandlers } from "#shared/ipc";
import { canonicalJson, err, ok, type Result, sha256Hex } from "#shared/kernel";
import type { Dossier, Order } from "#shared/model";
import type { DeskAdapters, DeskContext } from "../session/adapters.ts";
import { bookHandlers, flatList, mapOk } from "../workspace/books.ts";
import { present } from "../workspace/collections.ts";
import { copyOf } from "./copy-order.ts";
import { recordDrafter } from "./drafter.ts";
import { keepNamedPersons } from "./named-persons.ts";

/** Blinds what outgoing sets commit to: 160 bits that nobody outside can guess. */
function freshSalt(newId: DeskAdapters["clockAndIds"]["newId"]): string {
  return sha256Hex(`${newId("slt")} ${newId("slt")}`);
}

/** The first form of an order: a title and nothing else. */
function emptyOrder(context: DeskAdapters, title: string, drafter: string | undefined): Order {
  const { newId, today } = context.clockAndIds;
  const salt = freshSalt(newId);
  const order: Order = { id: newId("ord"), title, createdOn: today(), lines: [], salt };
  return drafter === undefined ? order : { ...order, drafter };
}

/** What a copy leaves behind: other people's reviews, the old reference, serial numbers of delivered units. */
async function exportOrder(context: DeskContext, id: string) {
  const dossier = await context.dossierOf(id);
  if (!dossier.ok) return dossier;
  const { order } = dossier.value;
  // Canonical JSON, so that the same dossier exported twice is the same file.
  const bytes = Buffer.from(`${canonicalJson(dossier.value)}\n`, "utf8");
  const recorded = await context.workspace.journal.record("dossier.export", {
    collection: "orders",
    id,
  });
  if (!recorded.ok) return recorded;
  return ok(
    context.grants.offer({
      fileName: `${order.reference ?? order.title}.dossier.json`,
      mediaType: "application/json",
      bytes: () => Promise.resolve(ok(bytes)),
    }),
  );
}

type ImportInput = Parameters<DeskHandlers["orders"]["import"]>[0];

/** Longer texts are read in a process of their own: to read them takes seconds. */
const LONG_TEXT = 1_000_000;

async function readText({ tasks }: DeskAdapters, text: string, file: string) {
  if (tasks !== undefined && text.length > LONG_TEXT)
    return (await tasks.run("dossier", { text, file })) as Result<Dossier>;
  // Reading what comes from outside loads its code when it is asked for.
  return (await import("./dossier-import.ts")).readDossier(text, file);
}

async function importOrder(
  context: DeskAdapters,
  { fileName, text, onConflict, persons = false }: ImportInput,
) {
  const { planImport } = await import("./dossier-import.ts");
  const dossier = await readText(context, text, fileName);
  if (!dossier.ok) return dossier;
  const { workspace, clockAndIds } = context;
  const plan = await planImport(workspace.books, dossier.value, {
    onConflict,
    persons,
    freshId: () => clockAndIds.newId("ord"),
  });
  if (!plan.ok) return plan;
  const { order, changes, conflicts } = plan.value;
  const left = plan.value.left.map(({ name }) => name);
  if (onConflict === "ask" && conflicts.length > 0) return ok({ imported: false, conflicts, left });
  const saved = await workspace.saveAll(changes);
  if (!saved.ok) return saved;
  const kept = await keepNamedPersons(workspace.files, order, plan.value.left);
  if (!kept.ok) return kept;
  const recorded = await workspace.journal.record(
    "dossier.import",
    { collection: "orders", id: order },
    { file: fileName.slice(0, 200), changes: changes.length },
  );
  if (!recorded.ok) return recorded;
  const drafted = changes.some(({ book }) => book === "orders");
  const named = drafted
    ? await recordDrafter(context, order, dossier.value.order.drafter)
    : ok(undefined);
  return named.ok ? ok({ imported: true, order, conflicts, left }) : named;
}

/** Who unlocked a key in this session; nobody else can be taken for the drafter. */
function signedIn({ workspace }: DeskAdapters): string | undefined {
  const actor = workspace.actor();
  return actor === "" ? undefined : actor;
}

type Saved = Parameters<DeskHandlers["orders"]["save"]>[0];

/** Saves an order without what no saved document can hold: reviews are acts, and another drafter takes a signed change. */
async function saveOrder(
  desk: DeskAdapters,
  contextOf: () => Promise<DeskContext>,
  { value, revision }: Saved,
) {
  const { orders } = desk.workspace.books;
  // The list row tells what is needed: looking at the file would judge one that cannot be reached just now.
  const before = orders.list().find(({ id }) => id === value.id)?.summary;
  if (before?.drafter !== undefined && before.drafter !== value.drafter) {
    const { mayNameDrafter } = await import("./name-drafter.ts");
    const named = await mayNameDrafter(await contextOf(), before.drafter, value);
    if (!named.ok) return named;
  }
  const stored = before?.reviewed === true ? await orders.get(value.id) : undefined;
  if (stored?.ok === false) return stored;
  const { reviews: _reviews, ...rest } = value;
  const earlier = stored?.value.value.reviews;
  const saved = await orders.save(
    earlier === undefined ? rest : { ...rest, reviews: earlier },
    revision,
  );
  if (!saved.ok || before?.drafter === value.drafter) return saved;
  const recorded = await recordDrafter(desk, value.id, value.drafter);
  return recorded.ok ? saved : recorded;
}

/** The newest first; the buyer by its names in the party book, which may change without the order. */
function listed({ workspace: { books } }: DeskAdapters) {
  const parties = new Map(books.parties.list().map(({ id, summary }) => [id, summary]));
  const rows = books.orders.list();
  const ill = new Set(rows.filter(({ issue }) => issue !== undefined).map(({ id }) => id));
  return flatList(rows)
    .toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : 1))
    .map((row) => (ill.has(row.id) ? { ...row, issue: true } : row))
    .map(({ buyer, ...row }) => {
      // What the desk keeps of an order for itself is no part of the list.
      const { drafter: _drafter, reviewed: _reviewed, ...kept } = row;
      const {
        lookups: _lookups,
        goods: _goods,
        createdOn: _on,
        alternativeTo: _to,
        ...order
      } = kept;
      const party = buyer === undefined ? undefined : parties.get(buyer);
      if (party === undefined) return order;
      const { zh, en, search } = party;
      return { ...order, buyer: present({ zh, en, search }) };
    });
}

/** Drafts: create, edit, copy, take in and give out as one file, look back. */
export function orderHandlers(
  desk: DeskAdapters,
  contextOf: () => Promise<DeskContext>,
): DeskHandlers["orders"] {
  const { orders } = desk.workspace.books;
  const { clockAndIds } = desk;

  async function saveNew(order: Order): Promise<Result<{ id: string; revision: number }>> {
    const saved = await orders.save(order, 0);
    if (!saved.ok) return saved;
    const recorded = await recordDrafter(desk, order.id, order.drafter);
    return recorded.ok ? ok({ id: saved.value.id, revision: saved.value.revision }) : recorded;
  }

  return {
    ...bookHandlers(orders),
    list: () => Promise.resolve(ok(listed(desk))),
    get: async ({ id }) => await (await import("./read-order.ts")).readOrder(await contextOf(), id),
    save: (input) => saveOrder(desk, contextOf, input),
    create: ({ title }) => saveNew(emptyOrder(desk, title, signedIn(desk))),
    copy: async ({ id, title }) => {
      const source = await orders.get(id);
      if (!source.ok) return err(source.error);
      const copy = copyOf(source.value.value, clockAndIds.newId("ord"), title, clockAndIds.today());
      const salted = { ...copy, salt: freshSalt(clockAndIds.newId) };
      return mapOk(await saveNew(salted), (saved) => ({ id: saved.id }));
    },
    import: (input) => importOrder(desk, input),
    export: async ({ id }) => await exportOrder(await contextOf(), id),
    dossier: async ({ id }) => await (await contextOf()).dossierOf(id),
    history: ({ id }) => orders.history(id),
    revision: ({ id, revision }) => orders.revision(id, revision),
    addReview: async (input) =>
      await (await import("../reviews/handlers.ts")).addReview(await contextOf(), input),
    reviews: async ({ id }) =>
      await (await import("../reviews/handlers.ts")).listReviews(await contextOf(), id),
    withdrawReview: async (input) =>
      await (await import("../reviews/handlers.ts")).withdrawReview(await contextOf(), input),
    changeDrafter: async (input) =>
      await (await import("../reviews/handlers.ts")).changeDrafter(await contextOf(), input),
    changes: async (input) =>
      await (await import("./order-changes.ts")).orderChanges(await contextOf(), input),
  };
}
