import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  await desk.close();
});

type Totals = {
  readonly groups: readonly {
    readonly controller?: string;
    readonly orders: number;
    readonly filed: string;
    readonly drafted: string;
    readonly alternative: string;
    readonly total: string;
    readonly split: readonly { readonly orders: readonly { readonly order: string }[] }[];
  }[];
  readonly sites: readonly { readonly chips: string; readonly fp64?: { readonly low: string } }[];
};
type Dossier = {
  readonly totals?: {
    readonly sha256: string;
    readonly draftedChips: string;
    readonly orders: readonly { readonly order: string }[];
    readonly looksSplitWith?: readonly string[];
  };
};

const totals = () => desk.call<Totals>("totals", "list", {});
const dossier = (id: string) => desk.call<Dossier>("orders", "dossier", { id });

async function draft(): Promise<string> {
  const { order } = await desk.call<{ order: string }>("orders", "import", {
    fileName: "draft.json",
    text: readFileSync("examples/private-start-up-complete.json", "utf8"),
    onConflict: "keep-mine",
  });
  return order;
}
const copy = async (id: string, title: string) =>
  (await desk.call<{ id: string }>("orders", "copy", { id, title })).id;

async function edit(id: string, change: (order: Record<string, unknown>) => object) {
  const { value, revision } = await desk.call<{
    value: Record<string, unknown>;
    revision: number;
  }>("orders", "get", { id });
  await desk.call("orders", "save", { value: change(value), revision });
}

describe("totals over the workspace", () => {
  test("are in chips: boards are multiplied out, and one order alone has no snapshot", async () => {
    const order = await draft();
    const [group] = (await totals()).groups;
    expect(group).toMatchObject({ orders: 1, total: "128", drafted: "128", filed: "0" });
    expect((await dossier(order)).totals).toBeUndefined();
    // 128 chips at 34 to 67 teraflops each, beside the 9 petaflops that the site states.
    expect((await totals()).sites[0]).toMatchObject({
      chips: "128",
      fp64: { low: "4.352", high: "8.576" },
      statedFp64: "9",
      contradicts: false,
    });
  });

  test("stand dated and hashed in the dossier once the group orders more, and name what looks like one order", async () => {
    const one = await draft();
    const two = await copy(one, "Two");
    const before = (await dossier(one)).totals;
    expect(before).toMatchObject({ draftedChips: "256", looksSplitWith: [two] });
    expect(before?.orders.map(({ order }) => order).toSorted()).toEqual([one, two].toSorted());
    const [group] = (await totals()).groups;
    expect(group?.split[0]?.orders.map(({ order }) => order).toSorted()).toEqual(
      [one, two].toSorted(),
    );
    expect((await dossier(one)).totals).toEqual(before);
    await edit(two, (order) => ({
      ...order,
      lines: (order["lines"] as object[]).map((line) => ({
        ...line,
        quantity: "17",
        schedule: [],
      })),
    }));
    const after = (await dossier(one)).totals;
    expect(after?.draftedChips).toBe("264");
    expect(after?.sha256).not.toBe(before?.sha256);
  });

  test("count declared alternatives on a line of their own, and do not take them for parts of one order", async () => {
    const one = await draft();
    const two = await copy(one, "Two");
    await edit(two, (order) => ({ ...order, alternativeTo: one }));
    const [group] = (await totals()).groups;
    expect(group).toMatchObject({ drafted: "128", alternative: "128", total: "256", split: [] });
    expect((await dossier(one)).totals?.looksSplitWith).toBeUndefined();
  });

  test("follow cases, removals and another buyer at once", async () => {
    const one = await draft();
    const two = await copy(one, "Two");
    await desk.call("cases", "save", {
      value: { id: "cas_1", order: one, track: "cn-import", events: [], drawdowns: [] },
      revision: 0,
    });
    expect((await totals()).groups[0]).toMatchObject({ filed: "128", drafted: "128" });
    await edit(two, ({ buyer: _buyer, ...order }) => order);
    const groups = (await totals()).groups;
    expect(groups.map(({ orders }) => orders)).toEqual([1, 1]);
    expect(groups.some(({ controller }) => controller === undefined)).toBe(true);
    await desk.call("orders", "remove", { id: two });
    expect((await totals()).groups).toHaveLength(1);
  });

  test.each(["csv", "xlsx"] as const)("are exported as %s; no cell is a formula", async (as) => {
    const one = await draft();
    const { grant, fileName } = await desk.call<{ grant: string; fileName: string }>(
      "totals",
      "export",
      { as, language: "zh" },
    );
    expect(fileName.endsWith(as)).toBe(true);
    const bytes = await desk.desk.grants.redeem(grant)?.bytes();
    if (!bytes?.ok) throw new Error("no bytes");
    const text = Buffer.from(bytes.value).toString("utf8");
    if (as === "csv") {
      expect(text).toContain("128");
      for (const cell of text.replace("\uFEFF", "").split(/[,\r\n]+/))
        expect(cell).not.toMatch(/^[=+@]/);
    } else expect(Buffer.from(bytes.value).subarray(0, 2).toString()).toBe("PK");
    expect(one).toMatch(/^ord_/);
  });

  test("never enter a set that goes out", async () => {
    const one = await draft();
    await copy(one, "Twin of the order (invented)");
    for (const set of ["cn-filing", "us-exporter"] as const) {
      const { job } = await desk.call<{ job: string }>("packets", "build", { order: one, set });
      for (;;) {
        const status = await desk.call<{ state: string; result?: { id: string } }>(
          "jobs",
          "status",
          { job, waitMs: 5_000 },
        );
        if (status.state === "running") continue;
        const { grant } = await desk.call<{ grant: string }>("packets", "offer", {
          id: status.result?.id,
        });
        const bytes = await desk.desk.grants.redeem(grant)?.bytes();
        if (!bytes?.ok) throw new Error("no packet");
        const raw = Buffer.from(bytes.value).toString("latin1");
        expect(raw).not.toContain("draftedChips");
        expect(raw).not.toContain("looksSplitWith");
        break;
      }
    }
  });
});

describe("the watch list", () => {
  type Entry = {
    readonly id: string;
    readonly kind: string;
    readonly parameter?: string;
    readonly due: string;
    readonly owner?: string;
    readonly drafts: readonly { readonly order: string }[];
  };
  const list = (drafts = false) => desk.call<Entry[]>("calendar", "list", { drafts });

  test("names what is unverified, sorted by day, each once", async () => {
    const entries = await list();
    expect(entries.find(({ parameter }) => parameter === "import-state")).toMatchObject({
      kind: "verify",
      due: "2026-11-23",
    });
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.map(({ due }) => due)).toEqual(entries.map(({ due }) => due).toSorted());
  });

  test("holds the day on which a person means to look again, with the draft, and goes out as a calendar file", async () => {
    const order = await draft();
    await desk.call("persons", "save", {
      value: { id: "psn_invented", name: "甄样例", roles: ["drafter"] },
      revision: 0,
    });
    const found = {
      track: "cn-import",
      parameter: "import-state",
      state: "in-force",
      value: "limited",
      from: "2026-11-01",
      citation: "Invented notice",
      person: "psn_invented",
      recheckOn: "2027-01-15",
    };
    const { id } = await desk.call<{ id: string }>("check", "lookUp", { order, found });
    const entry = (await list()).find((one) => one.id === `look-again.${id}`);
    expect(entry).toMatchObject({ due: "2027-01-15", owner: "甄样例", drafts: [{ order }] });
    const { grant } = await desk.call<{ grant: string }>("calendar", "export", { language: "zh" });
    const bytes = await desk.desk.grants.redeem(grant)?.bytes();
    const text = bytes?.ok ? Buffer.from(bytes.value).toString("utf8") : "";
    expect(text).toContain(`UID:look-again.${id}@h200-desk`);
    expect(text).toContain("DTSTART;VALUE=DATE:20270115");
    // Another draft holds no look-up: it rests on the parameter that nobody verified.
    const twin = await draft();
    expect(twin).not.toBe(order);
    const open = (await list(true)).find((one) => one.id === "verify.cn-import.import-state");
    expect(open?.drafts).toEqual([expect.objectContaining({ order: twin })]);
  });
});
