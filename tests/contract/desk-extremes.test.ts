import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forkedTasks } from "#node/tasks";
import { DOSSIER_SCHEMA, type Dossier } from "#shared/model";
import { sampleDossier } from "../support/stretched-dossier.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

const worker = fileURLToPath(new URL("../../electron/worker/task-worker.ts", import.meta.url));
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(undefined, { tasks: forkedTasks(worker) });
});
afterAll(async () => {
  await desk.close();
});

const codeOf = (reply: { ok: boolean; error?: { code: string } }) => reply.error?.code ?? "ok";

async function imported(id: string, change: (dossier: Dossier) => Dossier): Promise<string> {
  const sample = sampleDossier();
  const dossier = change({ ...sample, order: { ...sample.order, id } });
  const text = JSON.stringify(dossier);
  const input = { fileName: "extreme.json", text, onConflict: "take-theirs" };
  const done = await desk.call<{ order: string }>("orders", "import", input);
  return done.order;
}

/** Runs one call and, as long as it takes, small ones beside it; gives both and the longest wait of a small one. */
async function beside<T>(work: Promise<T>): Promise<{ value: T; longest: number }> {
  let isDone = false;
  const watched = work.finally(() => {
    isDone = true;
  });
  let longest = 0;
  while (!isDone) {
    const begun = performance.now();
    await desk.call("settings", "get", {});
    longest = Math.max(longest, performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { value: await watched, longest };
}

test("three hundred parties that hold one another are checked while others are served", async () => {
  const ids = Array.from({ length: 300 }, (_, n) => `pty_ring-${n}`);
  const order = await imported("ord_ring", (dossier) => ({
    ...dossier,
    parties: [
      ...dossier.parties,
      ...ids.map((id) => ({ id, kind: "company" as const, names: { en: `Invented ${id} Ltd.` } })),
    ],
    links: [
      ...dossier.links,
      ...ids.flatMap((owner, a) =>
        ids.flatMap((target, b) =>
          a === b || (a + b) % 3 !== 0
            ? []
            : [
                {
                  id: `lnk_ring-${a}-${b}`,
                  owner,
                  target,
                  equity: { kind: "range" as const, min: "0.1", max: "0.6" },
                },
              ],
        ),
      ),
      ...dossier.parties.slice(0, 2).map(({ id }, n) => ({
        id: `lnk_ring-in-${n}`,
        owner: ids[0] ?? "",
        target: id,
        equity: { kind: "exact" as const, percent: "1" },
      })),
    ],
  }));
  const { value, longest } = await beside(desk.route("check", "run", { order }));
  expect(["ok", "task-too-long", "task-too-large"]).toContain(codeOf(value));
  expect(longest).toBeLessThan(3000);
  for (const name of ["standing", "ownership"]) {
    const asked = await beside(desk.route("parties", name, { id: "pty_ring-0" }));
    expect(["ok", "task-too-long", "task-too-large"]).toContain(codeOf(asked.value));
    expect(asked.longest).toBeLessThan(3000);
  }
}, 180_000);

test("five thousand lines end in one sentence while others are served", async () => {
  const order = await imported("ord_lines", (dossier) => {
    const [line] = dossier.order.lines;
    if (line === undefined) throw new Error("the sample has no line");
    const lines = Array.from({ length: 5000 }, (_, n) => ({ ...line, id: `lin_many-${n}` }));
    return { ...dossier, order: { ...dossier.order, lines } };
  }).catch((error: unknown) => String(error));
  const { value, longest } = await beside(desk.route("check", "run", { order }));
  expect(codeOf(value)).not.toBe("ok");
  expect(codeOf(value)).not.toBe("internal");
  expect(longest).toBeLessThan(3000);
}, 90_000);

test("long strings and foreign shapes in an import are one sentence, never a fault", async () => {
  const long = "x".repeat(12_000_000);
  for (const text of [
    JSON.stringify({ schema: DOSSIER_SCHEMA, order: { title: long } }),
    JSON.stringify({ [long]: 1 }),
    JSON.stringify(long),
    '"'.repeat(20_000_000),
  ]) {
    const input = { fileName: "long.json", text, onConflict: "ask" };
    const { value, longest } = await beside(desk.route("orders", "import", input));
    expect(["dossier-shape", "dossier-version", "json-syntax", "bad-input"]).toContain(
      codeOf(value),
    );
    expect(longest).toBeLessThan(3000);
  }
  expect(desk.faults).toEqual([]);
}, 60_000);

test("a range share that is no number is a fault of the input, told with its place", async () => {
  for (const [min, max] of [
    ["50%", "60"],
    ["0", "a half"],
    ["", ""],
    ["1e5", "2"],
  ] as const) {
    const party = { id: "pty_x", kind: "company", names: { en: "Invented Ltd." } };
    const equity = { kind: "range", min, max };
    const holders = [{ id: "lnk_x", owner: "pty_y", target: "pty_x", equity }];
    const reply = await desk.route("parties", "save", { record: { party, holders }, revision: 0 });
    expect(codeOf(reply)).toBe("bad-input");
    const order = { order: "ord_ring", set: [{ path: "links.0.equity", value: equity }] };
    expect(["bad-input", "what-if-shape", "order-unknown"]).toContain(
      codeOf(await desk.route("check", "whatIf", order)).replace(/^what-if-.*/, "what-if-shape"),
    );
  }
  expect(desk.faults).toEqual([]);
});
