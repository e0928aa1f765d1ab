import { createPowerFs, type Fault, type PowerFs } from "./power-fs.ts";
import { emptyStory, findLosses, openOn, runScenario, type Story, seeded } from "./scenario.ts";

/** How many file-system calls an undisturbed run makes, opening and closing included. */
export async function countCalls(links = true): Promise<number> {
  const fs = createPowerFs(links);
  const opened = await openOn(fs);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  await runScenario(opened.value, emptyStory());
  const closed = await opened.value.close();
  if (!closed.ok) throw new Error(JSON.stringify(closed.error));
  return fs.calls();
}

/** Opens after a stop and checks; then works on and closes, to show that recovery leaves a sound workspace. */
async function checkAfter(fs: PowerFs, story: Story): Promise<readonly string[]> {
  const opened = await openOn(fs);
  if (!opened.ok) return [`does not open: ${JSON.stringify(opened.error)}`];
  const first = await findLosses(opened.value, story);
  if (first.length > 0) return first;
  for (const expected of story.documents.values()) {
    // What stands now is what a person sees after the interruption, and must stay.
    expected.begun.length = 0;
  }
  for (const [id, expected] of story.documents) {
    const read = await opened.value.collection("notes").get(id);
    expected.acked = read.ok ? read.value.data.edit : undefined;
  }
  for (const { id } of opened.value.collection("notes").trash()) {
    const done = await opened.value.collection("notes").purge(id, { by: "psn_invented" });
    if (!done.ok) return [`purge: ${JSON.stringify(done.error)}`];
  }
  const later = emptyStory();
  for (const [id, expected] of story.documents) later.documents.set(id, expected);
  await runScenario(opened.value, later, 100);
  const second = await findLosses(opened.value, later);
  const closed = await opened.value.close();
  if (!closed.ok) return [`does not close: ${JSON.stringify(closed.error)}`];
  return second;
}

async function runWith(fs: PowerFs, story: Story): Promise<void> {
  try {
    const opened = await openOn(fs);
    if (!opened.ok) return;
    await runScenario(opened.value, story);
    await opened.value.close();
  } catch (error) {
    if (!fs.isDown()) throw error;
  }
}

/** Stops the machine at one call and looks what the next start finds. */
export async function crashAt(
  at: number,
  kind: "crash-before" | "crash-after",
  seed: number,
  links = true,
): Promise<readonly string[]> {
  const fs = createPowerFs(links);
  fs.plan(at, { kind });
  const story = emptyStory();
  await runWith(fs, story);
  return checkAfter(fs.reboot(seeded(seed)), story);
}

/** Ends the process at one call: what was written is there, what was not is not. */
export async function killAt(
  at: number,
  kind: "crash-before" | "crash-after",
): Promise<readonly string[]> {
  const fs = createPowerFs();
  fs.plan(at, { kind });
  const story = emptyStory();
  await runWith(fs, story);
  return checkAfter(fs.afterKill(), story);
}

/** One call fails or writes short; the session goes on, keeps what it could not save, and saves it when told to. */
export async function failAt(at: number, fault: Fault, links = true): Promise<readonly string[]> {
  const fs = createPowerFs(links);
  fs.plan(at, fault);
  const story = emptyStory();
  const opened = await openOn(fs);
  if (!opened.ok) return checkAfter(fs.afterKill(), story);
  await runScenario(opened.value, story);
  fs.heal();
  const left = await opened.value.retryUnsaved();
  if (left.length > 0) return [`still unsaved: ${JSON.stringify(left)}`];
  const wrong = await findLosses(opened.value, story);
  if (wrong.length > 0) return wrong;
  const closed = await opened.value.close();
  if (!closed.ok) return [`does not close: ${JSON.stringify(closed.error)}`];
  return checkAfter(fs.afterKill(), story);
}

/** From one call on every write fails (a full disk, a folder that became read-only) until it is put right. */
export async function failFrom(at: number, code: string): Promise<readonly string[]> {
  const fs = createPowerFs();
  const story = emptyStory();
  const opened = await openOn(fs);
  if (!opened.ok) return [`does not open: ${JSON.stringify(opened.error)}`];
  fs.failFrom(at, code);
  await runScenario(opened.value, story);
  const refused = await opened.value.close();
  fs.heal();
  const left = await opened.value.retryUnsaved();
  if (left.length > 0) return [`still unsaved: ${JSON.stringify(left)}`];
  if (!refused.ok) {
    const wrong = await findLosses(opened.value, story);
    if (wrong.length > 0) return wrong;
    const closed = await opened.value.close();
    if (!closed.ok) return [`does not close: ${JSON.stringify(closed.error)}`];
  }
  return checkAfter(fs.afterKill(), story);
}
