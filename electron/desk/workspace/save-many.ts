import { eachOf } from "#node/files";
import { ok, type Result } from "#shared/kernel";
import type { PartyRecord } from "#shared/model";
import type { Change, DeskWorkspace, Receipt } from "./desk-workspace.ts";

/** The store takes so many documents in one act. */
const GROUP = 500;

type Past = { readonly before: ReadonlyMap<string, PartyRecord> };

function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const groups: Change[][] = [];
  for (let at = 0; at < changes.length; at += GROUP) groups.push(changes.slice(at, at + GROUP));
  return groups;
}

/** Puts back what earlier groups wrote, as well as that can be done; the first failure is what the person is told. */
async function putBack(
  workspace: DeskWorkspace,
  receipts: readonly Receipt[],
  { before }: Past,
): Promise<void> {
  const changed = receipts.flatMap(({ id, revision }): Change[] => {
    const value = before.get(id);
    return value === undefined ? [] : [{ book: "parties", value, revision }];
  });
  for (const group of groupsOf(changed)) await workspace.saveAll(group);
  const made = receipts.filter(({ id }) => !before.has(id));
  await removeAll(
    workspace,
    made.map(({ id }) => id),
  );
}

async function onEach(
  ids: readonly string[],
  act: (id: string) => Promise<Result<void>>,
): Promise<Result<readonly never[]>> {
  let outcome: Result<readonly never[]> = ok([]);
  await eachOf(ids, async (id) => {
    if (!outcome.ok) return;
    const done = await act(id);
    if (!done.ok) outcome = done;
  });
  return outcome;
}

/** Puts parties in the trash, many at a time; stops at the first that cannot be. */
export function removeAll({ books }: DeskWorkspace, ids: readonly string[]) {
  return onEach(ids, books.parties.remove);
}

/** Brings parties back from the trash, many at a time; stops at the first that cannot be. */
export function restoreAll({ books }: DeskWorkspace, ids: readonly string[]) {
  return onEach(ids, books.parties.restore);
}

/**
 * Saves more parties than the store takes in one act: all or none where it is told what was there before. When a later
 * group cannot be saved, the earlier ones are then put back as they were.
 */
export async function saveMany(
  workspace: DeskWorkspace,
  changes: readonly Change[],
  past?: Past,
): Promise<Result<readonly Receipt[]>> {
  const receipts: Receipt[] = [];
  for (const group of groupsOf(changes)) {
    const saved = await workspace.saveAll(group);
    if (!saved.ok) {
      if (past !== undefined) await putBack(workspace, receipts, past);
      return saved;
    }
    receipts.push(...saved.value);
  }
  return ok(receipts);
}
