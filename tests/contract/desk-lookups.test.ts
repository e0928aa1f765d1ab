import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "../../electron/cli/main.ts";
import { addColleague, confirm, knownFirm, passphrase } from "../support/known-persons.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  await desk.close();
});

async function takeDraft(): Promise<string> {
  const { order } = await desk.call<{ order: string }>("orders", "import", {
    fileName: "draft.json",
    text: readFileSync("examples/private-start-up-complete.json", "utf8"),
    onConflict: "keep-mine",
  });
  return order;
}

/** A reversal of the export policy; parameter and value are those of an official text in force. */
const reversal = {
  track: "us-export",
  parameter: "license-policy",
  state: "in-force",
  value: "presumption-of-denial",
  from: "2026-11-01",
  citation: "Invented Federal Register notice, 91 FR 1",
  person: "psn_drafter",
};
const state = {
  track: "cn-import",
  parameter: "import-state",
  state: "in-force",
  value: "limited",
  from: "2026-11-01",
  citation: "Invented Notice No. 7 of 2026, item 3",
  person: "psn_drafter",
};

type Outcome = { readonly lane: string; readonly atBest: string; readonly atWorst: string };
type Outcomes = { readonly "cn-import": Outcome; readonly "us-export": Outcome };
type Preview = {
  readonly contradicts: boolean;
  readonly now: Outcomes;
  readonly entered: Outcomes;
  readonly confirmed: Outcomes;
};
type Report = {
  readonly lookups?: readonly { readonly id: string; readonly isConfirmed: boolean }[];
  readonly tracks: Outcomes;
};
type Row = {
  readonly entry: { readonly id: string };
  readonly contradicts: boolean;
  readonly orders: readonly {
    readonly order: string;
    readonly confirmed?: { readonly person: string; readonly day: string };
  }[];
};
const check = (order: string) => desk.call<Report>("check", "run", { order });
/** Somebody of a known firm signs in and puts an entry in; nobody signs in where there is no firm. */
async function enter(
  order: string,
  found: object,
  also: readonly string[] = [],
  by = "psn_drafter",
): Promise<{ id: string }> {
  const { founded } = await desk.call<{ founded: boolean }>("persons", "register", {});
  if (founded) await desk.call("persons", "unlock", { person: by, passphrase });
  return await desk.call<{ id: string }>("check", "lookUp", { order, found, also });
}

/** A parameter of the US pack whose text is in force and which has a stricter value of its own type. */
async function officialParameter(): Promise<{ parameter: string; value: unknown }> {
  const packs = await desk.call<{ id: string; version: string; active: boolean }[]>(
    "packs",
    "list",
    {},
  );
  const own = packs.find(({ id, active }) => id === "us-export" && active);
  const { pack } = await desk.call<{ pack: { parameters: Parameter[] } }>("packs", "get", {
    id: own?.id,
    version: own?.version,
  });
  const found = pack.parameters.find(
    ({ values, periods }) =>
      values !== undefined &&
      values.length > 1 &&
      periods.some(({ state: one, to }) => one === "in-force" && to === null),
  );
  const now = found?.periods.find(({ to }) => to === null)?.value;
  return { parameter: found?.id ?? "", value: found?.values?.findLast((one) => one !== now) };
}
type Parameter = {
  readonly id: string;
  readonly values?: readonly unknown[];
  readonly periods: readonly { state: string; to: string | null; value?: unknown }[];
};

describe("before it is entered", () => {
  test("an entry shows the lanes now, entered and confirmed, and saves nothing", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const preview = await desk.call<Preview>("lookups", "preview", { order, found: state });
    expect(preview.now["cn-import"].lane).toBe("verify-first");
    expect(preview.entered["cn-import"].lane).toBe("case-by-case");
    expect(preview.contradicts).toBe(false);
    expect((await check(order)).lookups).toBeUndefined();
  });

  test("one against a text in force is told as such; unconfirmed it stands beside the text, confirmed in its place", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const official = { ...reversal, ...(await officialParameter()) };
    const preview = await desk.call<Preview>("lookups", "preview", { order, found: official });
    expect(preview.contradicts).toBe(true);
    expect(preview.entered["us-export"].atBest).toBe(preview.now["us-export"].atBest);
  });

  test("values that the type does not allow are refused as in the entry itself", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const found = { ...state, value: "暂停" };
    await expect(desk.call("lookups", "preview", { order, found })).rejects.toThrow("lookup-value");
    await expect(desk.call("lookups", "touched", { order, found })).rejects.toThrow("lookup-value");
    const past = { ...state, recheckOn: "2026-11-23" };
    await expect(enter(order, past)).rejects.toThrow("lookup-recheck");
  });
});

async function recordOf(order: string): Promise<string> {
  const { job } = await desk.call<{ job: string }>("packets", "build", {
    order,
    set: "internal-record",
  });
  for (;;) {
    const status = await desk.call<{ state: string; result?: { id: string } }>("jobs", "status", {
      job,
      waitMs: 5_000,
    });
    if (status.state !== "running") return status.result?.id ?? "";
  }
}

describe("a second person", () => {
  const confirmed = (order: string, id: string, person: string, holds = true) =>
    desk.call<{ orders: string[] }>("lookups", "confirm", {
      order,
      id,
      holds,
      person,
      passphrase,
      ...(holds ? {} : { reason: "Read again (invented)." }),
    });

  test("confirms with an unlocked key: the report says so, and the confirmation lapses with the entry", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const { id } = await enter(order, state);
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
    await confirmed(order, id, "psn_second");
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(true);
    // A record of it is made again with the confirmation behind it, and comes out the same.
    const packet = await recordOf(order);
    expect(await desk.call("packets", "verify", { id: packet })).toMatchObject({
      intact: true,
      consistent: "same",
    });
    const [row] = await desk.call<Row[]>("lookups", "list", {});
    expect(row?.orders[0]?.confirmed).toMatchObject({ person: "psn_second", day: "2026-11-23" });
    const stored = await desk.call<{
      value: { lookups: Record<string, unknown>[] };
      revision: number;
    }>("orders", "get", { id: order });
    const changed = stored.value.lookups.map((one) => ({ ...one, value: "open" }));
    await desk.call("orders", "save", {
      value: { ...stored.value, lookups: [{ ...changed[0], value: "limited", to: "2027-01-01" }] },
      revision: stored.revision,
    });
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
  });

  test("is not whoever put the entry in, under whatever name", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const { id } = await enter(order, { ...state, person: "psn_drafter" }, [], "psn_second");
    await expect(confirmed(order, id, "psn_second")).rejects.toThrow("lookup-own");
    await confirmed(order, id, "psn_legal");
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(true);
  });

  test.each([
    ["saved into the order", "psn_second"],
    ["put in with nobody signed in, by whoever confirms it", ""],
  ])("is nobody where an entry was %s: who put it in is not known", async (_, saver) => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    let id = "lkp_forged";
    if (saver === "")
      ({ id } = await desk.call<{ id: string }>("check", "lookUp", {
        order,
        found: state,
        also: [],
      }));
    else {
      await desk.call("persons", "unlock", { person: saver, passphrase });
      const stored = await desk.call<{ value: object; revision: number }>("orders", "get", {
        id: order,
      });
      const lookups = [{ ...state, id, seenOn: "2026-11-23" }];
      await desk.call("orders", "save", {
        value: { ...stored.value, lookups },
        revision: stored.revision,
      });
    }
    await expect(confirmed(order, id, "psn_second")).rejects.toThrow("lookup-entrant");
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
  });

  test("is none any more whose key was revoked, and none of an entry rewritten under its id", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const { id } = await enter(order, state);
    await confirmed(order, id, "psn_second");
    const stored = await desk.call<{ value: { lookups: object[] }; revision: number }>(
      "orders",
      "get",
      { id: order },
    );
    const lookups = [{ ...stored.value.lookups[0], citation: "Rewritten (invented)." }];
    await desk.call("orders", "save", {
      value: { ...stored.value, lookups },
      revision: stored.revision,
    });
    await expect(confirmed(order, id, "psn_legal")).rejects.toThrow("lookup-entrant");
    const again = await desk.call<{ revision: number }>("orders", "get", { id: order });
    await desk.call("orders", "save", { value: stored.value, revision: again.revision });
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(true);
    await desk.call("persons", "revokeKey", {
      of: "psn_second",
      person: "psn_drafter",
      passphrase,
      second: { person: "psn_legal", passphrase },
      reason: "离职（虚构）",
    });
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
  });

  test("takes a confirmation back, with a reason", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const { id } = await enter(order, state);
    await confirmed(order, id, "psn_legal");
    await confirmed(order, id, "psn_legal", false);
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
  });

  test.each([
    ["psn_drafter", "lookup-own"],
    ["psn_stranger", "act-person-unconfirmed"],
    ["psn_clerk", "lookup-role"],
  ])("%s cannot: %s", async (person, code) => {
    await knownFirm(desk.call);
    await addColleague(desk.call, { id: "psn_stranger", roles: ["legal"] });
    await addColleague(desk.call, { id: "psn_clerk", roles: ["drafter"] });
    await confirm(desk.call, "psn_clerk", "psn_second");
    const order = await takeDraft();
    const { id } = await enter(order, state);
    await expect(confirmed(order, id, person)).rejects.toThrow(code);
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
  });

  test("is nobody who was known through whoever looked alone", async () => {
    await knownFirm(desk.call);
    await addColleague(desk.call, { id: "psn_late", roles: ["legal"] });
    await confirm(desk.call, "psn_late", "psn_second");
    const order = await takeDraft();
    const { id } = await enter(order, { ...state, person: "psn_second" }, [], "psn_second");
    await expect(confirmed(order, id, "psn_late")).rejects.toThrow("lookup-own");
  });

  test("with a wrong passphrase signs nothing", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    const { id } = await enter(order, state);
    const input = { order, id, holds: true, person: "psn_second", passphrase: "not this one" };
    await expect(desk.call("lookups", "confirm", input)).rejects.toThrow("key-wrong-passphrase");
    expect((await check(order)).lookups?.[0]?.isConfirmed).toBe(false);
  });

  test("confirms one entry for every draft that holds it", async () => {
    await knownFirm(desk.call);
    const one = await takeDraft();
    const copy = async (title: string) =>
      (await desk.call<{ id: string }>("orders", "copy", { id: one, title })).id;
    const [two, three] = [await copy("Two"), await copy("Three")];
    const touched = await desk.call<{ order: string }[]>("lookups", "touched", {
      order: one,
      found: state,
    });
    expect(touched.map(({ order }) => order).toSorted()).toEqual([two, three].toSorted());
    const { id } = await enter(one, state, [two]);
    await desk.call("lookups", "take", { order: three, id, from: one });
    const [row] = await desk.call<Row[]>("lookups", "list", {});
    expect(row?.orders).toHaveLength(3);
    const { orders } = await confirmed(two, id, "psn_second");
    expect(orders.toSorted()).toEqual([one, two, three].toSorted());
    for (const order of orders)
      expect((await check(order)).lookups?.[0]?.isConfirmed, order).toBe(true);
  });
});

describe("in the terminal", () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "lookup-cli-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  async function terminal(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ["", ""];
    const code = await run([...argv, "--workspace", desk.dir, "--lang", "en"], {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      today: () => "2026-11-23",
      cwd: dir,
      root: process.cwd(),
    });
    return { code, out, err };
  }

  test("an entry is weighed, added, listed and confirmed as on screen", async () => {
    await knownFirm(desk.call);
    const order = await takeDraft();
    writeFileSync(join(dir, "found.json"), JSON.stringify(state));
    writeFileSync(join(dir, "bad.json"), JSON.stringify({ ...state, value: "暂停" }));
    writeFileSync(join(dir, "key.txt"), `${passphrase}\n`);
    await desk.desk.dispose();
    const weighed = await terminal(
      "lookup",
      "preview",
      "--order",
      order,
      "--file",
      "found.json",
      "--as-of",
      "2026-11-23",
    );
    expect(weighed).toMatchObject({ code: 0, err: "" });
    expect(weighed.out).toContain("Confirmed by a second person");
    const bad = await terminal("lookup", "add", "--order", order, "--file", "bad.json");
    expect(bad.code).toBe(2);
    expect(bad.err).toContain("import-state");
    const added = await terminal(
      "lookup",
      "add",
      "--order",
      order,
      "--file",
      "found.json",
      "--person",
      "psn_drafter",
      "--key-passphrase-file",
      "key.txt",
      "--json",
    );
    const { id } = JSON.parse(added.out) as { id: string };
    expect((await terminal("lookup", "list")).out).toContain("Waits for a second person");
    const signed = ["--id", id, "--order", order, "--key-passphrase-file", "key.txt"];
    const own = await terminal("lookup", "confirm", ...signed, "--person", "psn_drafter");
    expect(own.code).toBe(2);
    const done = await terminal("lookup", "confirm", ...signed, "--person", "psn_second");
    expect(done).toMatchObject({ code: 0, err: "" });
    expect((await terminal("lookup", "list")).out).toContain("Confirmed by");
    desk = await openTestDesk(desk.dir);
  });
});
