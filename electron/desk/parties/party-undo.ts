import { appError, err, ok, type Result } from "#shared/kernel";
import type { DeskContext } from "../session/adapters.ts";
import type { BookName, Change } from "../workspace/desk-workspace.ts";
import { removeAll, saveMany } from "../workspace/save-many.ts";

/** An act on the party book as it can be taken back: what it made, what it changed (as it was), what it put in the trash. */
type Act = {
  readonly created: readonly { readonly id: string; readonly revision: number }[];
  /** The values before the act, each with the revision that the act left. */
  readonly changed: readonly Change[];
  readonly binned: readonly string[];
};

/** The acts of this session that can still be taken back. */
export type UndoShelf = {
  /** Remembers an act and names it. */
  readonly keep: (act: Act) => string;
  /** Takes an act back as a whole; refused when anything it touched was changed since. */
  readonly undo: (token: string) => Promise<Result<Record<string, never>>>;
};

const MOST_ACTS = 20;
const ID = /"((?:pty|ord|ste)_[A-Za-z0-9-]{1,60})"/g;

/** The id and book of what a change writes. */
function placeOf(change: Change): { readonly book: BookName; readonly id: string } {
  const id = "party" in change.value ? change.value.party.id : change.value.id;
  return { book: change.book, id };
}

/** Every id that an order, a site or a party outside the act names. */
async function namedElsewhere(
  { workspace }: DeskContext,
  inside: ReadonlySet<string>,
): Promise<Result<ReadonlySet<string>>> {
  const found = new Set<string>();
  for (const name of ["orders", "sites", "parties"] as const) {
    const book = workspace.books[name];
    for (const { id } of book.list()) {
      if (inside.has(id)) continue;
      const stored = await book.get(id);
      if (!stored.ok) return stored;
      for (const [, named = ""] of JSON.stringify(stored.value.value).matchAll(ID))
        found.add(named);
    }
  }
  return ok(found);
}

/** Why an act cannot be taken back any more: something it touched was changed, or what it made is in use. */
async function obstacle(context: DeskContext, act: Act): Promise<Result<string | undefined>> {
  const { books } = context.workspace;
  const revisions = (name: BookName) =>
    new Map(books[name].list().map(({ id, revision }) => [id, revision]));
  const parties = revisions("parties");
  const moved = act.created.find(({ id, revision }) => parties.get(id) !== revision);
  if (moved !== undefined) return ok(moved.id);
  const known = { parties, orders: revisions("orders"), sites: revisions("sites") };
  for (const change of act.changed) {
    const { book, id } = placeOf(change);
    const now = known[book as keyof typeof known] ?? revisions(book);
    if (now.get(id) !== change.revision) return ok(id);
  }
  if (act.created.length === 0) return ok(undefined);
  const inside = new Set([
    ...act.created.map(({ id }) => id),
    ...act.changed.map((change) => placeOf(change).id),
  ]);
  const named = await namedElsewhere(context, inside);
  return named.ok ? ok(act.created.find(({ id }) => named.value.has(id))?.id) : named;
}

async function undo(context: DeskContext, act: Act): Promise<Result<unknown>> {
  const { workspace } = context;
  for (const id of act.binned) {
    const back = await workspace.books.parties.restore(id);
    if (!back.ok) return back;
  }
  const saved = await saveMany(workspace, act.changed);
  if (!saved.ok) return saved;
  return removeAll(
    workspace,
    act.created.map(({ id }) => id),
  );
}

/** Creates an empty shelf. */
export function createUndoShelf(context: DeskContext): UndoShelf {
  const acts = new Map<string, Act>();
  return {
    keep: (act) => {
      const token = context.clockAndIds.newId("und");
      acts.set(token, act);
      const [oldest] = acts.keys();
      if (acts.size > MOST_ACTS && oldest !== undefined) acts.delete(oldest);
      return token;
    },
    undo: async (token) => {
      const act = acts.get(token);
      if (act === undefined) return err(appError("undo-gone"));
      const blocked = await obstacle(context, act);
      if (!blocked.ok) return blocked;
      if (blocked.value !== undefined) {
        const rows = context.workspace.books.parties.list();
        const row = rows.find(({ id }) => id === blocked.value)?.summary;
        return err(appError("undo-changed", { name: row?.zh ?? row?.en ?? blocked.value }));
      }
      const back = await undo(context, act);
      if (!back.ok) return back;
      acts.delete(token);
      return ok({});
    },
  };
}
