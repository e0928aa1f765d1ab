import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

// Opening a workspace syncs files; on a busy disk that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  await desk.close();
});

type Stored<T> = { id: string; revision: number; value: T };
type OrderValue = { id: string; title: string; lines: unknown[]; buyer?: string };

async function newOrder(title = "示例订单"): Promise<Stored<OrderValue>> {
  const { id } = await desk.call<{ id: string }>("orders", "create", { title });
  return await desk.call("orders", "get", { id });
}

const party = (id: string, zh: string) => ({ id, kind: "company", names: { zh } });

test("an order is created, saved by revision, copied, removed and restored", async () => {
  const { id, revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, title: "改名" }, revision });
  const list = await desk.call<{ id: string; title: string }[]>("orders", "list", {});
  expect(list.map((row) => row.title)).toEqual(["改名"]);
  const copy = await desk.call<{ id: string }>("orders", "copy", { id, title: "副本" });
  await desk.call("orders", "remove", { id });
  expect((await desk.call<unknown[]>("orders", "list", {})).length).toBe(1);
  await desk.call("orders", "restore", { id });
  expect((await desk.call<unknown[]>("orders", "list", {})).length).toBe(2);
  expect(copy.id).not.toBe(id);
});

test("a save from an older revision is refused and nothing is lost", async () => {
  const { revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, title: "first" }, revision });
  await expect(
    desk.call("orders", "save", { value: { ...value, title: "second" }, revision }),
  ).rejects.toThrow("revision-conflict");
  const { value: kept } = await desk.call<Stored<OrderValue>>("orders", "get", { id: value.id });
  expect(kept.title).toBe("first");
});

test("a dossier carries every holder above its parties, however many tiers up", async () => {
  const holder = (link: string, owner: string, target: string) => ({
    id: link,
    owner,
    target,
    equity: { kind: "exact", percent: "60" },
  });
  const records = [
    { party: party("pty_a", "甲"), holders: [holder("lnk_1", "pty_b", "pty_a")] },
    { party: party("pty_b", "乙"), holders: [holder("lnk_2", "pty_c", "pty_b")] },
    { party: party("pty_c", "丙"), holders: [] },
    { party: party("pty_d", "丁"), holders: [holder("lnk_3", "pty_a", "pty_d")] },
  ];
  for (const value of records) await desk.call("parties", "save", { value, revision: 0 });
  const { id, revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, buyer: "pty_a" }, revision });
  const dossier = await desk.call<{ parties: { id: string }[]; links: { id: string }[] }>(
    "orders",
    "dossier",
    { id },
  );
  expect(dossier.parties.map((item) => item.id)).toEqual(["pty_a", "pty_b", "pty_c"]);
  expect(dossier.links.map((item) => item.id)).toEqual(["lnk_1", "lnk_2"]);
});

test("an exported dossier comes back into another workspace the same", async () => {
  await desk.call("parties", "save", {
    value: { party: party("pty_a", "甲"), holders: [] },
    revision: 0,
  });
  const { id, revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, buyer: "pty_a" }, revision });
  const { grant } = await desk.call<{ grant: string }>("orders", "export", { id });
  const file = desk.desk.grants.redeem(grant);
  const bytes = await file!.bytes();
  expect(desk.desk.grants.redeem(grant)).toBeUndefined();
  const text = Buffer.from(bytes.ok ? bytes.value : []).toString("utf8");
  const other = await openTestDesk();
  try {
    const input = { fileName: "x.json", text, onConflict: "ask" };
    const taken = await other.call<{ imported: boolean }>("orders", "import", input);
    expect(taken.imported).toBe(true);
    const again = await other.call("orders", "dossier", { id });
    expect(again).toEqual(await desk.call("orders", "dossier", { id }));
  } finally {
    await other.close();
  }
});

test("an import that would change what is here asks first, and takes or keeps as told", async () => {
  const { id, value } = await newOrder();
  const dossier = await desk.call<{ order: OrderValue }>("orders", "dossier", { id });
  const text = JSON.stringify({ ...dossier, order: { ...dossier.order, title: "theirs" } });
  const asked = await desk.call<{ imported: boolean; conflicts: { kind: string }[] }>(
    "orders",
    "import",
    { fileName: "x.json", text, onConflict: "ask" },
  );
  expect(asked).toMatchObject({ imported: false, conflicts: [{ kind: "order", id }] });
  const kept = await desk.call<{ order: string }>("orders", "import", {
    fileName: "x.json",
    text,
    onConflict: "keep-mine",
  });
  expect(kept.order).not.toBe(id);
  expect((await desk.call<Stored<OrderValue>>("orders", "get", { id })).value.title).toBe(
    value.title,
  );
  await desk.call("orders", "import", { fileName: "x.json", text, onConflict: "take-theirs" });
  expect((await desk.call<Stored<OrderValue>>("orders", "get", { id })).value.title).toBe("theirs");
});

test("a damaged dossier is refused with its place and leaves nothing behind", async () => {
  const text = '{"schema":"h200-desk/dossier@1",\n"order":{"id":"ord_a","id":"ord_b"}}';
  await expect(
    desk.call("orders", "import", { fileName: "x.json", text, onConflict: "ask" }),
  ).rejects.toThrow(/json-duplicate-key.*"line":2/);
  expect(await desk.call("orders", "list", {})).toEqual([]);
});

test("a fresh product book holds the published accelerators", async () => {
  const products = await desk.call<{ id: string }[]>("products", "list", {});
  expect(products.map((item) => item.id)).toContain("prd_h200-sxm");
  expect((await desk.call<unknown[]>("products", "alternatives", {})).length).toBeGreaterThan(3);
});

test("evidence is typed by its bytes and offered back as it was", async () => {
  const bytes = Buffer.from("%PDF-1.7 invented");
  const grant = await desk.upload("licence.txt", bytes);
  const added = await desk.call<Stored<{ mediaType: string; sha256: string }>>("evidence", "add", {
    grant,
    kind: "business-licence",
    side: "cn-filing",
  });
  expect(added.value.mediaType).toBe("application/pdf");
  const offer = await desk.call<{ grant: string }>("evidence", "offer", { id: added.id });
  const back = await desk.desk.grants.redeem(offer.grant)!.bytes();
  expect(back.ok && Buffer.from(back.value).equals(bytes)).toBe(true);
});

test("a program is no evidence, whatever its name says", async () => {
  const grant = await desk.upload("licence.pdf", Buffer.from("MZ\u0090 rest of a program"));
  const input = { grant, kind: "business-licence", side: "both" };
  await expect(desk.call("evidence", "add", input)).rejects.toThrow("evidence-program");
});

test("a check names the local day, both tracks and what is missing, and goes into the journal", async () => {
  const { id } = await newOrder();
  const report = await desk.call<{
    asOf: string;
    completeness: { "cn-filing": { complete: boolean; missing: unknown[] } };
  }>("check", "run", { order: id });
  expect(report.asOf).toBe("2026-11-23");
  expect(report.completeness["cn-filing"].complete).toBe(false);
  const lines = await desk.call<{ verb: string }[]>("journal", "show", { limit: 5 });
  expect(lines[0]?.verb).toBe("check.run");
  expect(await desk.call("journal", "verify", {})).toMatchObject({ intact: true });
});

test("what-if answers with both outcomes and saves nothing", async () => {
  const { id } = await newOrder();
  const before = await desk.call("orders", "get", { id });
  const answer = await desk.call<{ before: unknown; after: unknown }>("check", "whatIf", {
    order: id,
    set: [{ path: "order.route.countryOfExport", value: "HK" }],
  });
  expect(Object.keys(answer)).toEqual(["before", "after"]);
  expect(await desk.call("orders", "get", { id })).toEqual(before);
});

test("a second person's key signs a review; the drafter's own is refused", async () => {
  const person = (who: string, name: string, roles: string[]) => ({ id: who, name, roles });
  const people = [
    person("psn_draft", "起草人", ["drafter", "reviewer"]),
    person("psn_review", "复核人", ["reviewer"]),
  ];
  for (const value of people) await desk.call("persons", "save", { value, revision: 0 });
  for (const someone of people)
    await desk.call("persons", "createKey", { person: someone.id, passphrase: "correct horse" });
  const { id, revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, drafter: "psn_draft" }, revision });
  const review = { id, kind: "compliance", decision: "ready-to-file", comments: [] };
  await expect(
    desk.call("orders", "addReview", {
      ...review,
      person: "psn_draft",
      passphrase: "correct horse",
    }),
  ).rejects.toThrow("review-own-draft");
  await expect(
    desk.call("orders", "addReview", { ...review, person: "psn_review", passphrase: "wrong" }),
  ).rejects.toThrow("key-wrong-passphrase");
  const signed = await desk.call<{ signature: string }>("orders", "addReview", {
    ...review,
    person: "psn_review",
    passphrase: "correct horse",
  });
  expect(signed.signature).toMatch(/^[0-9a-f]{128}$/);
});

test("merging two parties moves every mention and loses no name", async () => {
  for (const value of [
    { party: party("pty_a", "甲"), holders: [] },
    { party: party("pty_b", "乙"), holders: [] },
    {
      party: party("pty_c", "丙"),
      holders: [{ id: "lnk_1", owner: "pty_b", target: "pty_c" }],
    },
  ])
    await desk.call("parties", "save", { value, revision: 0 });
  const { id, revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, buyer: "pty_b" }, revision });
  const plan = await desk.call<{ moved: { book: string; id: string }[] }>("parties", "merge", {
    keep: "pty_a",
    drop: "pty_b",
    commit: false,
  });
  const places = plan.moved.map((place) => `${place.book}/${place.id}`);
  expect(places.toSorted()).toEqual([`orders/${id}`, "parties/pty_a", "parties/pty_c"]);
  const merged = await desk.call<{ undo: string }>("parties", "merge", {
    keep: "pty_a",
    drop: "pty_b",
    commit: true,
  });
  const dossier = await desk.call<{ order: { buyer: string }; parties: { names: unknown }[] }>(
    "orders",
    "dossier",
    { id },
  );
  expect(dossier.order.buyer).toBe("pty_a");
  expect(dossier.parties[0]?.names).toMatchObject({ zh: "甲", aliases: ["乙"] });
  await desk.call("parties", "undo", { token: merged.undo });
  const back = await desk.call<{ order: { buyer: string }; parties: { names: unknown }[] }>(
    "orders",
    "dossier",
    { id },
  );
  expect([back.order.buyer, back.parties[0]?.names]).toEqual(["pty_b", { zh: "乙" }]);
  const holder = await desk.call<{ value: { holders: object[] } }>("parties", "get", {
    id: "pty_c",
  });
  expect(holder.value.holders).toMatchObject([{ owner: "pty_b" }]);
  await expect(desk.call("parties", "undo", { token: merged.undo })).rejects.toThrow("undo-gone");
});

test("drafts whose lanes moved between two days are listed, the others are not", async () => {
  await newOrder("blank");
  const text = readFileSync("examples/private-start-up-complete.json", "utf8");
  const { order } = await desk.call<{ order: string }>("orders", "import", {
    fileName: "x.json",
    text,
    onConflict: "take-theirs",
  });
  const moved = await desk.call("check", "affected", {
    asOf: "2026-08-20",
    compareTo: "2026-07-01",
  });
  expect(moved).toEqual([
    {
      order,
      title: "十六块 HGX H200 八卡基板，资料齐全（虚构样例）",
      moves: [{ track: "cn-import", from: "reported-hold", to: "case-by-case" }],
    },
  ]);
  const same = { asOf: "2026-08-20", compareTo: "2026-08-20" };
  expect(await desk.call("check", "affected", same)).toEqual([]);
});

test("an imported list is screened at every check from then on", async () => {
  const head =
    "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
  const row =
    "Entity List (EL) - Bureau of Industry and Security,,,,甲,,,90 FR 1,2026-01-01,,,All,Presumption of denial,,,,,,,,,,,,,,,";
  const grant = await desk.upload("el.csv", Buffer.from(`${head}\n${row}\n`));
  await desk.call("lists", "import", { grant, fileName: "el.csv" });
  await desk.call("parties", "save", {
    value: { party: party("pty_a", "甲"), holders: [] },
    revision: 0,
  });
  const { id, revision, value } = await newOrder();
  await desk.call("orders", "save", { value: { ...value, buyer: "pty_a" }, revision });
  const hits = await desk.call<{ party: string; status: string }[]>("lists", "screen", {
    order: id,
  });
  expect(hits).toMatchObject([{ party: "pty_a", status: "possible", matched: "name" }]);
  const report = await desk.call<{ lists: { id: string }[] }>("check", "run", { order: id });
  expect(report.lists).toMatchObject([{ id: "el" }]);
  await desk.call("lists", "remove", { id: "el" });
  const acts = await desk.call<{ number: number; verb: string }[]>("trash", "undoable", {});
  expect(acts).toMatchObject([{ verb: "list.remove", count: 1 }]);
  await desk.call("trash", "undo", { number: acts[0]?.number ?? -1 });
  expect(await desk.call("lists", "list", {})).toMatchObject([{ id: "el" }]);
  await desk.call("lists", "remove", { id: "el" });
  expect(await desk.call("lists", "list", {})).toEqual([]);
});

test("the list of cases shows the newest paper, what is owed by when, and what has been drawn down", async () => {
  const { id: order } = await newOrder();
  const value = {
    id: "cas_sample",
    order,
    track: "cn-import",
    packet: "cn-filing-2026-09-01",
    events: [
      { id: "evt_b", date: "2026-09-20", status: "queried", due: "2026-10-08" },
      { id: "evt_a", date: "2026-09-02", status: "submitted" },
    ],
    drawdowns: [
      { id: "drw_a", date: "2026-10-01", line: "lin_a", quantity: "4" },
      { id: "drw_b", date: "2026-10-02", line: "lin_a", quantity: "5" },
    ],
  };
  await desk.call("cases", "save", { value, revision: 0 });
  const row = { order, status: "queried", on: "2026-09-20", due: "2026-10-08", drawn: "9" };
  expect(await desk.call("cases", "list", {})).toMatchObject([{ ...row, units: "0" }]);
  await desk.call("orders", "remove", { id: order });
  const [left] = await desk.call<object[]>("cases", "list", {});
  expect(left).toMatchObject(row);
  expect(left).not.toHaveProperty("title");
});

test("a grant is good for one use, and an upload that does not keep its word is dropped", async () => {
  const grant = await desk.upload("a.txt", Buffer.from("hello"));
  const add = { grant, kind: "other", side: "internal" };
  await desk.call("evidence", "add", add);
  await expect(desk.call("evidence", "add", add)).rejects.toThrow("grant-unknown");
  const { grant: second } = await desk.call<{ grant: string }>("files", "begin", {
    fileName: "../../b.txt",
    bytes: 2,
  });
  await expect(
    desk.call("files", "append", { grant: second, base64: Buffer.from("long").toString("base64") }),
  ).rejects.toThrow("upload-size");
});

test("news of a change arrives at once, silence after the wait", async () => {
  const before = await desk.call<{ seq: number }>("workspace", "changes", { since: 0, waitMs: 0 });
  const waiting = desk.call<{ changed: string[] }>("workspace", "changes", {
    since: before.seq,
    waitMs: 20_000,
  });
  const { id } = await newOrder();
  expect((await waiting).changed).toContain(`orders/${id}`);
});
