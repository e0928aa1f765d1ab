import type { DeskHandlers } from "#shared/ipc";
import { canonicalJson, ok, type Result } from "#shared/kernel";
import type { Link, Party, PartyRecord, Share } from "#shared/model";
import type { KnownParty } from "#shared/ownership";
import type { DeskContext } from "../session/adapters.ts";
import { present } from "../workspace/collections.ts";
import type { Change, Receipt } from "../workspace/desk-workspace.ts";
import { removeAll, restoreAll, saveMany } from "../workspace/save-many.ts";
import { type PartySource, readPartySource, type SourceProblem } from "./party-source.ts";
import type { UndoShelf } from "./party-undo.ts";

type Handler = DeskHandlers["parties"]["import"];
type Input = Parameters<Handler>[0];
type Outcome = Extract<Awaited<ReturnType<Handler>>, { ok: true }>["value"];
type State = Outcome["preview"][number]["state"];

/** More than these the screen does not list; the counts are of all. */
const MOST_SHOWN = 200;

type Row = { readonly link: Link; readonly state: State; readonly before?: Link };
type Plan = {
  readonly rows: readonly Row[];
  readonly problems: readonly SourceProblem[];
  readonly changes: readonly Change[];
  /** Records of the book that would change, as they are now. */
  readonly before: ReadonlyMap<string, PartyRecord>;
};

/** What a link says, without what only tells it apart: two rows that say the same are one. */
function saying({ id: _id, owner: _owner, target: _target, ...said }: Link): string {
  const { source: _source, evidence: _evidence, asOf: _asOf, ...content } = said;
  return canonicalJson(content);
}

/** Puts one link of the file beside those that the book has of the same holder. */
function meet(holders: readonly Link[], link: Link): { row: Row; holders: readonly Link[] } {
  const own = holders.filter(({ owner }) => owner === link.owner);
  const same = own.find((one) => saying(one) === saying(link));
  if (same !== undefined) return { row: { link: same, state: "same" }, holders };
  const [before] = own;
  // With several links of one holder nobody can tell which one is meant: the new one stands beside them.
  if (before === undefined || own.length > 1)
    return { row: { link, state: "new" }, holders: [...holders, link] };
  const { id, evidence } = before;
  const after: Link = { ...link, id, ...(evidence === undefined ? {} : { evidence }) };
  return {
    row: { link: after, state: "changed", before },
    holders: holders.map((one) => (one === before ? after : one)),
  };
}

/** Works out everything an import would write; nothing is written here. */
async function planImport(context: DeskContext, source: PartySource): Promise<Result<Plan>> {
  const book = context.workspace.books.parties;
  const fresh = new Map(source.parties.map((party) => [party.id, party]));
  const isKnown = (id: string) => fresh.has(id) || book.has(id);
  const byTarget = new Map<string, Link[]>(source.parties.map(({ id }) => [id, []]));
  const problems = [...source.problems];
  for (const link of source.links) {
    const lost = [link.owner, link.target, link.nomineeFor ?? link.owner].find(
      (id) => !isKnown(id),
    );
    if (lost !== undefined)
      problems.push({
        at: link.id,
        code: "parties.import.dangling",
        value: lost,
        refused: true,
      });
    else byTarget.set(link.target, [...(byTarget.get(link.target) ?? []), link]);
  }
  const rows: Row[] = [];
  const changes: Change[] = [];
  const before = new Map<string, PartyRecord>();
  for (const [target, links] of byTarget) {
    const party = fresh.get(target);
    const stored = party === undefined ? await book.get(target) : undefined;
    if (stored !== undefined && !stored.ok) return stored;
    const record: PartyRecord = stored?.value.value ?? { party: party as Party, holders: [] };
    let holders: readonly Link[] = record.holders;
    for (const link of links) {
      const met = meet(holders, link);
      rows.push(met.row);
      holders = met.holders;
    }
    if (stored !== undefined && holders === record.holders) continue;
    if (stored !== undefined) before.set(target, record);
    changes.push({
      book: "parties",
      value: { party: record.party, holders: [...holders] },
      revision: stored?.value.revision ?? 0,
    });
  }
  return ok({ rows, problems, changes, before });
}

/** A share as tables show it: `51%`, `25–50%`, `>50%`, `?`; empty where no share is recorded. */
function shareText(share: Share | undefined): string {
  switch (share?.kind) {
    case undefined:
      return "";
    case "exact":
      return `${share.percent}%`;
    case "unknown":
      return "?";
    case "range": {
      const low = `${share.minExclusive ? ">" : ""}${share.min}`;
      if (share.max === "100" && !share.maxExclusive)
        return `${share.minExclusive ? "" : "≥"}${low}%`;
      return `${low}–${share.maxExclusive ? "<" : ""}${share.max}%`;
    }
  }
}

/** New parties of whom neither table nor name says what they are: a person has to. */
function kindsOpen({ parties, table }: PartySource): SourceProblem[] {
  const open = parties.filter(({ kind }) => kind === "other");
  if (table === undefined || open.length === 0) return [];
  const names = open.slice(0, 20).map(({ id, names: { zh, en } }) => zh ?? en ?? id);
  const value = `${names.join(", ")}${open.length > names.length ? ` … (${open.length})` : ""}`;
  return [{ at: "", code: "parties.import.kind-open", value, refused: false }];
}

function outcomeOf(source: PartySource, plan: Plan, known: readonly KnownParty[]): Outcome {
  const names = new Map(
    [...known, ...source.parties].map(({ id, names: { zh, en } }) => [id, zh ?? en ?? id]),
  );
  const isNew = new Set(source.parties.map(({ id }) => id));
  const count = (state: State) => plan.rows.filter((row) => row.state === state).length;
  return present({
    table: source.table,
    parties: source.parties.length,
    links: count("new"),
    changed: count("changed"),
    same: count("same"),
    refused: new Set(plan.problems.filter(({ refused }) => refused).map(({ at }) => at)).size,
    preview: plan.rows.slice(0, MOST_SHOWN).map(({ link, state, before }) =>
      present({
        owner: names.get(link.owner) ?? link.owner,
        ownerKnown: !isNew.has(link.owner),
        target: names.get(link.target) ?? link.target,
        targetKnown: !isNew.has(link.target),
        share: shareText(link.equity ?? link.voting),
        before: before === undefined ? undefined : shareText(before.equity ?? before.voting),
        state,
      }),
    ),
    problems: [...plan.problems, ...kindsOpen(source)]
      .toSorted((a, b) => Number(b.refused) - Number(a.refused))
      .slice(0, MOST_SHOWN),
    committed: false,
  }) as Outcome;
}

/** What the book knows its parties by, from the list alone: no file is opened. */
function knownParties({ workspace }: DeskContext): KnownParty[] {
  return workspace.books.parties
    .list()
    .map(({ id, summary: { zh, en, aliases, uscc } }) =>
      present({ id, uscc, names: present({ zh, en, aliases: aliases && [...aliases] }) }),
    ) as KnownParty[];
}

/**
 * Saves what an import plans. Whom an earlier import brought and a person took back lies in the trash under the same id: such
 * a party comes back from there and takes what the file says now, and goes back to the trash when the import fails.
 */
async function savePlan(
  context: DeskContext,
  { changes, before }: Pick<Plan, "changes" | "before">,
): Promise<Result<readonly Receipt[]>> {
  const { workspace, store } = context;
  const binned = new Map(
    store
      .collection("parties")
      .trash()
      .map((row) => [row.id, row.revision]),
  );
  const idOf = ({ value }: Change) => ("party" in value ? value.party.id : value.id);
  const back = changes.map(idOf).filter((id) => binned.has(id));
  const restored = await restoreAll(workspace, back);
  const saved = restored.ok
    ? await saveMany(
        workspace,
        changes.map((change) => ({
          ...change,
          revision: binned.get(idOf(change)) ?? change.revision,
        })),
        { before },
      )
    : restored;
  if (!saved.ok) {
    const live = back.filter((id) => workspace.books.parties.has(id));
    await removeAll(workspace, live);
  }
  return saved;
}

/**
 * Takes parties and holdings in from a register's file. Without `commit` it only says what would happen; rows that cannot
 * be read keep everything out unless the person said to leave them. What was written can be taken back.
 */
export async function importParties(
  context: DeskContext,
  undo: UndoShelf,
  input: Input,
): Promise<Result<Outcome>> {
  const known = knownParties(context);
  const source = await readPartySource(input, known);
  if (!source.ok) return source;
  const plan = await planImport(context, source.value);
  if (!plan.ok) return plan;
  const outcome = outcomeOf(source.value, plan.value, known);
  const { changes, before } = plan.value;
  const blocked = outcome.refused > 0 && input.skipRefused !== true;
  if (!input.commit || blocked || changes.length === 0) return ok(outcome);
  const saved = await savePlan(context, { changes, before });
  if (!saved.ok) return saved;
  const token = undo.keep({
    created: saved.value.filter(({ id }) => !before.has(id)),
    changed: saved.value.flatMap(({ id, revision }) => {
      const value = before.get(id);
      return value === undefined ? [] : [{ book: "parties" as const, value, revision }];
    }),
    binned: [],
  });
  return ok({ ...outcome, committed: true, undo: token });
}
