import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Managed } from "#node/host";
import type { GroupName } from "#shared/ipc";
import type { ProgramPort } from "./program.ts";
import { createWorkspaceSession, type WorkspaceSession } from "./workspace-session.ts";

let home = "";
let session: WorkspaceSession | undefined;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "desk-session-"));
});
afterEach(async () => {
  await session?.dispose();
  session = undefined;
  await rm(home, { recursive: true, force: true });
});

const passphrase = "correct horse battery staple";

/** A session that was told of no workspace, under rules of the firm or none. */
function freshSession(rules: Partial<Managed> = {}): WorkspaceSession {
  const managed: Managed = { schema: "h200-desk/managed@1", ...rules };
  const program: ProgramPort = {
    runtime: "test",
    licenceBook: () => Promise.resolve(""),
    diagnostics: () => Promise.resolve(""),
    managed,
  };
  session = createWorkspaceSession({
    workspace: rules.workspace ?? join(home, "Desk"),
    explicit: false,
    memory: join(home, "memory", "recent.json"),
    root: process.cwd(),
    host: { kind: "electron", platform: "test", program },
    version: "0.0.0",
    strength: { n: 1024, r: 8, p: 1 },
    onFault: (fault) => {
      throw fault;
    },
  });
  return session;
}

async function handlersOf<G extends GroupName>(of: WorkspaceSession, name: G) {
  const group = await of.group(name);
  if (!group.ok) throw new Error(group.error.code);
  return group.value;
}

const stateOf = async (of: WorkspaceSession) => {
  const state = await (await handlersOf(of, "start")).state({});
  if (!state.ok) throw new Error(state.error.code);
  return state.value;
};
const wish = (path: string) => ({ path, mode: "write", create: true, takeOver: false }) as const;

test("the first run makes nothing, and the second opens what the first made", async () => {
  const first = freshSession();
  await first.begin();
  expect(await stateOf(first)).toMatchObject({ state: "closed", firstRun: true });
  expect(await readdir(home)).toEqual([]);
  expect(await first.open(wish(join(home, "Mine")))).toMatchObject({ ok: true });
  await first.dispose();
  const second = freshSession();
  await second.begin();
  expect(await stateOf(second)).toMatchObject({ state: "open", path: join(home, "Mine") });
});

test("the sample workspace is not remembered, and leaving it leads back", async () => {
  const own = freshSession();
  await own.begin();
  const { sample = "" } = await stateOf(own);
  expect(await own.open(wish(sample))).toMatchObject({ ok: true });
  expect(await (await handlersOf(own, "start")).lock({})).toMatchObject({ ok: true });
  expect(await stateOf(own)).toMatchObject({
    state: "closed",
    firstRun: true,
    recent: [],
    path: join(home, "Desk"),
  });
});

test("where the firm requires encryption nothing plain is made or written, and there is no sample", async () => {
  const plain = freshSession();
  await plain.open(wish(join(home, "Old")));
  await plain.dispose();
  const ruled = freshSession({ encryptionRequired: true });
  expect((await stateOf(ruled)).sample).toBeUndefined();
  expect(await ruled.open(wish(join(home, "New")))).toMatchObject({
    error: { code: "managed-encryption" },
  });
  expect(await ruled.open(wish(join(home, "Old")))).toMatchObject({
    error: { code: "managed-plain" },
  });
  expect(await ruled.open({ ...wish(join(home, "Old")), mode: "read" })).toMatchObject({
    ok: true,
  });
  const encrypt = { passphrase, keyStore: false };
  expect(await ruled.open({ ...wish(join(home, "New")), encrypt })).toMatchObject({ ok: true });
});

test("a plain workspace that was opened for reading can be copied encrypted, as the refusal says", async () => {
  const plain = freshSession();
  await plain.open(wish(join(home, "Old")));
  await plain.dispose();
  const ruled = freshSession({ encryptionRequired: true });
  await ruled.open({ ...wish(join(home, "Old")), mode: "read" });
  const target = join(home, "Copy");
  const { encrypt } = await handlersOf(ruled, "encryption");
  expect(await encrypt({ target, passphrase, keyStore: false })).toMatchObject({ ok: true });
  expect(await stateOf(ruled)).toMatchObject({ state: "open", path: target });
});

test("a place that the firm has set is the only one, and its first run still asks", async () => {
  const set = join(home, "Set");
  const ruled = freshSession({ workspace: set });
  await ruled.begin();
  expect(await stateOf(ruled)).toMatchObject({ firstRun: true, path: set, placeIsSet: true });
  expect(await ruled.open(wish(join(home, "Other")))).toMatchObject({
    error: { code: "managed-place" },
  });
  expect(await ruled.open(wish(set))).toMatchObject({ ok: true });
});

test("a locked or sleeping machine locks what may lock by itself, and nothing else", async () => {
  const own = freshSession({ autoLockMinutes: 10 });
  await own.open(wish(join(home, "Plain")));
  await own.lockUnattended();
  expect(await stateOf(own)).toMatchObject({ state: "open" });
  const encrypt = { passphrase, keyStore: false };
  await own.open({ ...wish(join(home, "Sealed")), encrypt });
  await own.lockUnattended();
  expect(await stateOf(own)).toMatchObject({ state: "locked" });
  // About and diagnostics answer all the same.
  expect(await (await handlersOf(own, "program")).about({})).toMatchObject({ ok: true });
  expect(await own.group("orders")).toMatchObject({ error: { code: "desk-locked" } });
});
