import type { ProcessTable } from "#store";
import { type Notes, openNotes, padded } from "./notes.ts";
import type { PowerFs } from "./power-fs.ts";

/** What a person was told and what may still be true of one document after an interruption. */
type Expected = {
  /** Told as saved; `undefined` when told as removed or never saved. */
  acked: number | undefined;
  /** Begun after that and never answered: each of them may have happened. */
  readonly begun: (number | undefined)[];
};

/** What a run of the scenario left behind. */
export type Story = { readonly documents: Map<string, Expected>; readonly groups: number[][] };

const by = { by: "psn_invented" };

/** A small generator of chance that gives the same run for the same seed. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

export function emptyStory(): Story {
  return { documents: new Map(), groups: [] };
}

const noLater = () => () => undefined;

const processes: ProcessTable = {
  self: () => ({ host: "invented", boot: "b", pid: 1, started: "s" }),
  look: () => "dead",
};

/** Opens the workspace on a power file system; no timers, so that every call is the scenario's own. */
export function openOn(fs: PowerFs, more: Parameters<typeof openNotes>[1] = {}) {
  return openNotes("/w", { fs, later: noLater, lock: { processes }, ...more });
}

function expectedOf(story: Story, id: string): Expected {
  const known = story.documents.get(id) ?? { acked: undefined, begun: [] };
  story.documents.set(id, known);
  return known;
}

async function attemptChange(
  expected: Expected,
  value: number | undefined,
  work: () => Promise<{ readonly ok: boolean }>,
): Promise<boolean> {
  expected.begun.push(value);
  const done = await work();
  if (!done.ok) return false;
  expected.acked = value;
  expected.begun.length = 0;
  return true;
}

/** All kinds of saves in a row: new, again, several at once, removal, return, a group, evidence, a version made current. */
export async function runScenario(workspace: Notes, story: Story, from = 0): Promise<void> {
  const notes = workspace.collection("notes");
  const save = (id: string, edit: number) => {
    const expected = expectedOf(story, id);
    return attemptChange(expected, edit, () => notes.put(id, padded(edit, 300), by));
  };
  await save("nte_a", from + 1);
  await save("nte_a", from + 2);
  await Promise.all([save("nte_b", from + 3), save("nte_c", from + 4), save("nte_a", from + 5)]);
  const toAndFro = async () => {
    const expected = expectedOf(story, "nte_b");
    const before = expected.acked;
    if (!(await attemptChange(expected, undefined, () => notes.remove("nte_b", by)))) return;
    await attemptChange(expected, before, () => notes.restore("nte_b", by));
  };
  // Saves of other documents under way keep the journal from calling the moves settled.
  await Promise.all([toAndFro(), save("nte_a", from + 5.5), save("nte_c", from + 5.7)]);
  const removeForGood = async () => {
    const expected = expectedOf(story, "nte_e");
    await save("nte_e", from + 5.1);
    await save("nte_e", from + 5.2);
    const past = await notes.versions("nte_e");
    const first = past.ok ? past.value.find(({ current }) => !current) : undefined;
    if (first && expected.acked === from + 5.2) {
      const old = await notes.version("nte_e", first.revision);
      if (old.ok) {
        await attemptChange(expected, old.value.data.edit, () =>
          notes.revert("nte_e", first.revision, by),
        );
      }
    }
    const before = expected.acked;
    if (!(await attemptChange(expected, undefined, () => notes.remove("nte_e", by)))) return;
    const purged = await notes.purge("nte_e", by);
    if (purged.ok) await workspace.undo();
    if (!notes.trash().some(({ id }) => id === "nte_e")) return;
    await attemptChange(expected, before, () => notes.restore("nte_e", by));
  };
  await Promise.all([removeForGood(), save("nte_a", from + 5.8)]);
  const pair = [from + 6, from + 7];
  const [a, d] = [expectedOf(story, "nte_a"), expectedOf(story, "nte_d")];
  a.begun.push(from + 6);
  d.begun.push(from + 7);
  story.groups.push(pair);
  const group = await workspace.saveAll(
    [
      { collection: "notes", id: "nte_a", data: padded(from + 6, 300) },
      { collection: "notes", id: "nte_d", data: padded(from + 7, 300) },
    ],
    by,
  );
  if (group.ok) {
    for (const [expected, edit] of [
      [a, from + 6],
      [d, from + 7],
    ] as const) {
      expected.acked = edit;
      expected.begun.length = 0;
    }
  }
  await workspace.evidence.put(Buffer.from("%PDF-1.7 invented evidence"), by);
  await save("nte_c", from + 8);
}

// The head kept outside the journal is not synced with each line: a power cut may tear it, and that is told and mended.
const harmless = [
  "store.save-interrupted",
  "store.journal-repaired",
  "store.clock-set-back",
  "journal.counter-unreadable",
];

/** Everything wrong with a workspace after an interruption; an empty list means that nothing was lost. */
export async function findLosses(workspace: Notes, story: Story): Promise<readonly string[]> {
  const wrong: string[] = [];
  const notes = workspace.collection("notes");
  const seen = new Map<string, number | undefined>();
  await workspace.scanChanges();
  for (const [id, { acked, begun }] of story.documents) {
    const read = notes.has(id) ? await notes.get(id) : undefined;
    if (read && !read.ok) wrong.push(`${id} cannot be read: ${JSON.stringify(read.error)}`);
    const edit = read?.ok ? read.value.data.edit : undefined;
    if (read?.ok && read.value.damaged) wrong.push(`${id}: ${read.value.damaged.code}`);
    seen.set(id, edit);
    if (edit !== acked && !begun.includes(edit)) {
      wrong.push(`${id}: found ${edit}, told ${acked}, begun ${begun.join(" ")}`);
    }
  }
  for (const [first, second] of story.groups) {
    // The second document is written by the group alone; the first may have been saved again since.
    const [a, d] = [seen.get("nte_a"), seen.get("nte_d")];
    if (a === first && d !== second) wrong.push(`half a group: a ${a}, d ${d}`);
    if (d === second && (a === undefined || (first !== undefined && a < first))) {
      wrong.push(`half a group: a ${a}, d ${d}`);
    }
  }
  const report = await workspace.journal.verify();
  for (const { error } of report.breaks) wrong.push(`journal: ${JSON.stringify(error)}`);
  for (const { error, id } of workspace.issues()) {
    if (!harmless.includes(error.code)) wrong.push(`issue ${error.code} ${id ?? ""}`);
  }
  return wrong;
}
