import { generateKeyPairSync, sign } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { canonicalJson, sha256Hex } from "#shared/kernel";
import type { Order } from "#shared/model";
import { addColleague, confirm, knownFirm, passphrase } from "../support/known-persons.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

// Each test is a way in which one person got a packet sealed alone; it must end in the refusal that names why.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const text = readFileSync(
  join(process.cwd(), "examples", "private-start-up-complete.json"),
  "utf8",
);

let desk: TestDesk;
let order = "";

type Stored = { value: Order; revision: number };
type Readiness = { ready: boolean; items: { item: string; fault?: { code: string } }[] };

const stored = () => desk.call<Stored>("orders", "get", { id: order });
const reviewsHere = () =>
  desk.call<{ review: { id: string; person: string }; state: string; act?: string }[]>(
    "orders",
    "reviews",
    { id: order },
  );

async function review(kind: "compliance" | "legal", person: string, more: object = {}) {
  const input = { id: order, kind, person, passphrase, decision: "ready-to-file", comments: [] };
  await desk.call("orders", "addReview", { ...input, ...more });
}

/** Why nothing can be sealed: the codes of everything that is not met. */
async function faults(person?: string): Promise<readonly string[]> {
  const answer = await desk.call<Readiness>("packets", "readiness", {
    order,
    ...(person === undefined ? {} : { person }),
  });
  const codes = answer.items.flatMap(({ fault }) => fault?.code ?? []);
  expect(answer.ready).toBe(codes.length === 0);
  return codes;
}

/** Sealing itself, past the list: the job's error, or that it is sealed. */
async function seal(person = "psn_second", more: object = {}): Promise<string> {
  const { job } = await desk.call<{ job: string }>("packets", "seal", {
    order,
    person,
    passphrase,
    ...more,
  });
  for (;;) {
    const status = await desk.call<{ state: string; error?: { code: string } }>("jobs", "status", {
      job,
      waitMs: 5_000,
    });
    if (status.state !== "running") return status.error?.code ?? status.state;
  }
}

/** A review as an earlier program signed it, by any key. */
function oldReview(person: string, kind: "compliance" | "legal", dossierSha256: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const body = {
    id: `rvw_${kind}`,
    kind,
    person,
    decision: "ready-to-file" as const,
    date: "2026-11-23",
    dossierSha256,
    rulesSha256: "0".repeat(64),
    publicKey: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString(
      "hex",
    ),
  };
  const signature = sign(null, Buffer.from(canonicalJson(body)), privateKey).toString("hex");
  return { ...body, signature };
}

// Keys and confirmations cost their scrypt; they are made once, and every test works in a copy of the folder.
const made = new Map<"alone" | "firm", string>();
let copyDir = "";

async function make(kind: "alone" | "firm"): Promise<void> {
  const first = await openTestDesk();
  const imported = await first.call<{ order: string }>("orders", "import", {
    fileName: "x.json",
    text,
    onConflict: "take-theirs",
  });
  order = imported.order;
  if (kind === "firm") await knownFirm(first.call);
  await first.desk.dispose();
  made.set(kind, first.dir);
}

/** Goes on in a copy of the firm whose three persons know each other. */
async function inKnownFirm(): Promise<void> {
  await desk.close();
  await openCopy("firm");
}

async function openCopy(kind: "alone" | "firm"): Promise<void> {
  rmSync(copyDir, { recursive: true, force: true });
  copyDir = mkdtempSync(join(tmpdir(), "desk-eyes-"));
  cpSync(made.get(kind) ?? "", copyDir, { recursive: true });
  desk = await openTestDesk(copyDir);
}

beforeAll(async () => {
  await make("alone");
  await make("firm");
});
afterAll(() => {
  for (const dir of made.values()) rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => openCopy("alone"));
afterEach(async () => {
  await desk.close();
  rmSync(copyDir, { recursive: true, force: true });
});

describe("reviews are acts, not fields of an order", () => {
  beforeEach(inKnownFirm);

  test("reviews by persons who do not exist, put in by saving the order, are not there", async () => {
    const { value, revision } = await stored();
    const reviews = (["compliance", "legal"] as const).map((kind) =>
      oldReview(`psn_nobody-${kind}`, kind, "0".repeat(64)),
    );
    await desk.call("orders", "save", { value: { ...value, reviews }, revision });
    expect(await reviewsHere()).toEqual([]);
    expect(await faults()).toEqual(["seal-compliance-missing", "seal-legal-missing"]);
    expect(await seal()).toBe("seal-compliance-missing");
  });

  test("reviews inside an imported dossier are not taken in", async () => {
    const dossier = JSON.parse(text) as { order: Record<string, unknown> };
    const reviews = [oldReview("psn_second", "compliance", "0".repeat(64))];
    const again = { ...dossier, order: { ...dossier.order, id: "ord_other", reviews } };
    await desk.call("orders", "import", {
      fileName: "y.json",
      text: JSON.stringify(again),
      onConflict: "take-theirs",
    });
    expect(await desk.call("orders", "reviews", { id: "ord_other" })).toEqual([]);
  });

  test("“changes requested” cannot be deleted: it stands until its signer or an act of two lifts it", async () => {
    await review("legal", "psn_legal", { decision: "changes-requested" });
    await addColleague(desk.call, { id: "psn_other", roles: ["legal"] });
    for (const by of ["psn_second", "psn_legal"]) await confirm(desk.call, "psn_other", by);
    const { value, revision } = await stored();
    await desk.call("orders", "save", { value: { ...value, reviews: [] }, revision });
    await review("compliance", "psn_second");
    await review("legal", "psn_other");
    expect(await faults()).toEqual(["seal-legal-changes"]);
    const asks = (await reviewsHere()).find(({ review: { person } }) => person === "psn_legal");
    const withdraw = (person: string, second?: string) =>
      desk.call("orders", "withdrawReview", {
        id: order,
        act: asks?.act,
        person,
        passphrase,
        reason: "已另行核实（虚构）",
        ...(second === undefined ? {} : { second: { person: second, passphrase } }),
      });
    await expect(withdraw("psn_second")).rejects.toThrow("act-countersign");
    await expect(withdraw("psn_second", "psn_second")).rejects.toThrow("act-countersign-self");
    await expect(withdraw("psn_second", "psn_drafter")).rejects.toThrow("withdraw-own-draft");
    await withdraw("psn_second", "psn_other");
    expect((await reviewsHere()).map(({ state }) => state)).toContain("withdrawn");
    expect(await faults()).toEqual([]);
  });

  test("an act taken out of the folder, changed or exchanged is found, and nothing is sealed on the rest", async () => {
    await review("legal", "psn_legal", { decision: "changes-requested" });
    await review("compliance", "psn_second");
    const folder = join(desk.dir, "acts");
    const names = readdirSync(folder).toSorted();
    const gone = join(folder, names.at(-2) ?? "");
    const bytes = readFileSync(gone);
    rmSync(gone);
    expect(await faults()).toContain("seal-acts-broken");
    await expect(review("legal", "psn_legal")).rejects.toThrow("seal-acts-broken");
    writeFileSync(gone, bytes.toString("utf8").replace("changes-requested", "ready-to-file"));
    expect(await faults()).toContain("seal-acts-broken");
    writeFileSync(gone, bytes);
    expect(await faults()).toEqual(["seal-legal-changes"]);
  });

  test("a signed act that the journal does not know counts for nothing", async () => {
    await review("compliance", "psn_second");
    const folder = join(desk.dir, "acts");
    const newest = readdirSync(folder).toSorted().at(-1) ?? "";
    const act = JSON.parse(readFileSync(join(folder, newest), "utf8")) as { seq: number };
    const planted = `${canonicalJson({ ...act, seq: act.seq + 1 })}\n`;
    writeFileSync(join(folder, "000099-0123456789abcdef.json"), planted);
    writeFileSync(join(folder, "Desk copy.json"), planted);
    expect(await reviewsHere()).toHaveLength(1);
    expect(await faults()).toEqual(["seal-legal-missing"]);
  });
});

describe("persons are known through others", () => {
  test("nobody is known who was only added, with whatever key and role", async () => {
    for (const [id, role] of [
      ["psn_drafter", "drafter"],
      ["psn_second", "reviewer"],
      ["psn_legal", "legal"],
    ] as const)
      await addColleague(desk.call, { id, roles: [role] });
    await review("compliance", "psn_second");
    await review("legal", "psn_legal");
    expect(new Set(await faults())).toEqual(new Set(["seal-person-unconfirmed"]));
    expect(await seal()).toBe("seal-person-unconfirmed");
  });

  test("a second and third identity made and confirmed by the drafter review nothing", async () => {
    await inKnownFirm();
    await addColleague(desk.call, { id: "psn_sham", roles: ["reviewer", "legal"] });
    await confirm(desk.call, "psn_sham", "psn_drafter");
    await addColleague(desk.call, { id: "psn_sham2", roles: ["reviewer", "legal"] });
    await confirm(desk.call, "psn_sham2", "psn_sham");
    await confirm(desk.call, "psn_sham2", "psn_drafter");
    await review("compliance", "psn_sham");
    await review("legal", "psn_sham2");
    expect(await faults()).toEqual(["seal-known-through"]);
    expect(await seal("psn_drafter")).toBe("seal-known-through");
  });

  test("a reviewer's second identity is no second reviewer", async () => {
    await inKnownFirm();
    await addColleague(desk.call, { id: "psn_sham", roles: ["legal"] });
    await confirm(desk.call, "psn_sham", "psn_second");
    await review("compliance", "psn_second");
    await review("legal", "psn_sham");
    expect(await faults()).toEqual(["seal-known-through"]);
  });

  test("two identities made by a third person are not two reviewers of a colleague's draft", async () => {
    await inKnownFirm();
    await addColleague(desk.call, { id: "psn_third", roles: ["manager"] });
    for (const by of ["psn_second", "psn_legal"]) await confirm(desk.call, "psn_third", by);
    for (const [id, role] of [
      ["psn_sham", "reviewer"],
      ["psn_sham2", "legal"],
    ] as const) {
      await addColleague(desk.call, { id, roles: [role] });
      await confirm(desk.call, id, "psn_third");
    }
    await review("compliance", "psn_sham");
    await review("legal", "psn_sham2");
    expect(await faults()).toEqual(["seal-known-through"]);
  });

  test("nobody confirms the own key, and the fingerprint compared must be the one signed", async () => {
    await inKnownFirm();
    await expect(confirm(desk.call, "psn_legal", "psn_legal")).rejects.toThrow("act-confirms-self");
    await addColleague(desk.call, { id: "psn_new", roles: ["legal"] });
    const wrong = { of: "psn_new", person: "psn_legal", passphrase, fingerprint: "0000 0000" };
    await expect(desk.call("persons", "confirm", wrong)).rejects.toThrow("confirm-fingerprint");
    await expect(confirm(desk.call, "psn_legal", "psn_new")).rejects.toThrow(
      "act-person-unconfirmed",
    );
  });

  test("a colleague's key does not change by saving, deleting or making another", async () => {
    await inKnownFirm();
    const persons = await desk.call<{ id: string; value: object; revision: number }[]>(
      "persons",
      "list",
      {},
    );
    const legal = persons.find(({ id }) => id === "psn_legal");
    const {
      publicKey: _key,
      keySince: _since,
      ...bare
    } = (legal?.value ?? {}) as Record<string, string>;
    const save = { value: bare, revision: legal?.revision };
    await expect(desk.call("persons", "save", save)).rejects.toThrow("key-by-act");
    await expect(desk.call("persons", "remove", { id: "psn_legal" })).rejects.toThrow(
      "person-in-register",
    );
    const create = { person: "psn_legal", passphrase: "another one" };
    await expect(desk.call("persons", "createKey", create)).rejects.toThrow("key-exists");
  });

  test("a key file laid in a colleague's place signs for nobody", async () => {
    await inKnownFirm();
    const other = await openTestDesk();
    const key = (dir: string) => join(dir, "keys");
    try {
      await addColleague(other.call, { id: "psn_legal", roles: ["legal"] });
      const [name = ""] = readdirSync(key(other.dir));
      writeFileSync(join(key(desk.dir), name), readFileSync(join(key(other.dir), name)));
      await expect(review("legal", "psn_legal")).rejects.toThrow("key-not-registered");
      const unlock = { person: "psn_legal", passphrase };
      await expect(desk.call("persons", "unlock", unlock)).rejects.toThrow("key-not-registered");
    } finally {
      await other.close();
    }
  });

  test("a key is replaced by an act of two, and what was signed with the old one no longer counts", async () => {
    await inKnownFirm();
    await review("compliance", "psn_second");
    await review("legal", "psn_legal");
    expect(await faults()).toEqual([]);
    const change = (second: string) =>
      desk.call("persons", "changeKey", {
        person: "psn_legal",
        passphrase,
        second: { person: second, passphrase },
        reason: "口令遗失（虚构）",
      });
    await expect(change("psn_legal")).rejects.toThrow("act-countersign-self");
    await change("psn_drafter");
    expect(await faults()).toContain("seal-person-unconfirmed");
    await review("legal", "psn_legal");
    // The drafter alone vouches for the new key: it may be the drafter's own.
    expect(await faults()).toEqual(["seal-known-through"]);
    await confirm(desk.call, "psn_legal", "psn_second");
    expect(await faults()).toEqual([]);
  });

  test("a key that was replaced, its file and the older entry put back, names nobody in the journal", async () => {
    await inKnownFirm();
    const keys = join(copyDir, "keys");
    const name = `${sha256Hex("psn_legal").slice(0, 24)}.json`;
    const old = readFileSync(join(keys, name));
    const listed = await desk.call<{ id: string; revision: number }[]>("persons", "list", {});
    const revision = listed.find(({ id }) => id === "psn_legal")?.revision ?? 0;
    await desk.call("persons", "changeKey", {
      person: "psn_legal",
      passphrase,
      second: { person: "psn_second", passphrase },
      reason: "电脑被盗（虚构）",
      lost: true,
    });
    writeFileSync(join(keys, name), old);
    const unlock = desk.call("persons", "unlock", { person: "psn_legal", passphrase });
    await expect(unlock).rejects.toThrow("key-not-registered");
    const back = { book: "persons", id: "psn_legal", revision };
    await expect(desk.call("history", "restore", back)).rejects.toThrow("key-by-act");
  });

  test("a key that was revoked names nobody in the journal", async () => {
    await inKnownFirm();
    await desk.call("persons", "revokeKey", {
      of: "psn_legal",
      person: "psn_drafter",
      passphrase,
      second: { person: "psn_second", passphrase },
      reason: "离职（虚构）",
    });
    const unlock = desk.call("persons", "unlock", { person: "psn_legal", passphrase });
    await expect(unlock).rejects.toThrow("key-not-registered");
  });

  test("a key said to be lost, or revoked by two others, vouches for nothing whenever it signed", async () => {
    await inKnownFirm();
    const keys = async () =>
      (
        await desk.call<{ keys: { name?: string; revokedAt?: string; validTo?: string }[] }>(
          "packets",
          "knownKeys",
          {},
        )
      ).keys;
    const before = await keys();
    expect(before.length).toBeGreaterThan(2);
    expect(before.some(({ revokedAt }) => revokedAt !== undefined)).toBe(false);
    // Whoever only stands in the book of persons vouches for nothing.
    await addColleague(desk.call, { id: "psn_book", roles: ["manager"] });
    expect(await keys()).toEqual(before);
    const second = { person: "psn_drafter", passphrase };
    const about = { person: "psn_legal", passphrase, second, reason: "笔记本遗失（虚构）" };
    await desk.call("persons", "changeKey", { ...about, lost: true });
    const lost = (await keys()).filter(({ revokedAt }) => revokedAt !== undefined);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.every(({ validTo }) => validTo !== undefined)).toBe(true);

    await review("compliance", "psn_second");
    const revoke = (more: object) =>
      desk.call("persons", "revokeKey", {
        of: "psn_second",
        person: "psn_drafter",
        passphrase,
        reason: "离职（虚构）",
        ...more,
      });
    await expect(revoke({})).rejects.toThrow("act-countersign");
    // A new key of psn_legal is known through the drafter alone: the two are not two hands.
    await expect(revoke({ second: { person: "psn_legal", passphrase } })).rejects.toThrow(
      "act-not-independent",
    );
    await confirm(desk.call, "psn_legal", "psn_second");
    await revoke({ second: { person: "psn_legal", passphrase } });
    expect(await faults()).toContain("seal-person-unconfirmed");
    await expect(confirm(desk.call, "psn_second", "psn_drafter")).rejects.toThrow(
      "act-key-revoked",
    );
    await expect(revoke({ second: { person: "psn_legal", passphrase } })).rejects.toThrow(
      "act-key-revoked",
    );
  });

  test("one colleague who puts a key of the own making under another's name neither seals nor vouches in that name", async () => {
    await inKnownFirm();
    await review("compliance", "psn_second");
    await review("legal", "psn_legal");
    const names = async () =>
      (
        await desk.call<{ keys: { name?: string; revokedAt?: string }[] }>(
          "packets",
          "knownKeys",
          {},
        )
      ).keys
        .filter(({ revokedAt }) => revokedAt === undefined)
        .map(({ name }) => name);
    // A chief who does not exist, confirmed by one person alone.
    await addColleague(desk.call, { id: "psn_chief", roles: ["manager"] });
    await confirm(desk.call, "psn_chief", "psn_legal");
    expect(await names()).not.toContain("psn_chief 姓名");
    expect(await faults("psn_chief")).toEqual(["seal-sealer-through"]);
    expect(await seal("psn_chief")).toBe("seal-sealer-through");
    await confirm(desk.call, "psn_chief", "psn_second");
    expect(await names()).toContain("psn_chief 姓名");
    expect(await faults("psn_chief")).toEqual([]);
    // The same with a new key for one who is there.
    await desk.call("persons", "changeKey", {
      person: "psn_chief",
      passphrase: "of the lawyer",
      second: { person: "psn_legal", passphrase },
      reason: "口令遗失（虚构）",
    });
    expect(await faults("psn_chief")).toEqual(["seal-sealer-through"]);
  });

  test("a name confirmed anew leaves what was signed under the earlier one vouched for", async () => {
    await inKnownFirm();
    const rows = await desk.call<{ value: { id: string; name: string }; revision: number }[]>(
      "persons",
      "list",
      {},
    );
    const row = rows.find((one) => one.value.id === "psn_legal");
    if (row === undefined) throw new Error("nobody there");
    const value = { ...row.value, name: "psn_legal 新姓名" };
    await desk.call("persons", "save", { value, revision: row.revision });
    await confirm(desk.call, "psn_legal", "psn_second");
    const { keys } = await desk.call<{ keys: { name?: string; role?: string }[] }>(
      "packets",
      "knownKeys",
      {},
    );
    const known = keys.filter(({ role }) => role === "legal").map(({ name }) => name);
    expect(known).toEqual(
      expect.arrayContaining(["psn_legal 姓名", "psn_legal 新姓名", "Name of psn_legal"]),
    );
  });

  test("a role is changed by two others, and saving changes none", async () => {
    await inKnownFirm();
    const persons = await desk.call<{ id: string; value: object; revision: number }[]>(
      "persons",
      "list",
      {},
    );
    const second = persons.find(({ id }) => id === "psn_second");
    const value = { ...second?.value, roles: ["reviewer", "legal"] };
    const save = { value, revision: second?.revision };
    await expect(desk.call("persons", "save", save)).rejects.toThrow("role-change-by-act");
    const change = (more: object) =>
      desk.call("persons", "changeRoles", {
        of: "psn_second",
        roles: ["reviewer", "legal"],
        person: "psn_second",
        passphrase,
        reason: "兼任（虚构）",
        ...more,
      });
    await expect(change({})).rejects.toThrow("act-countersign");
    await change({ second: { person: "psn_drafter", passphrase } });
    await review("compliance", "psn_second");
    await review("legal", "psn_second");
    expect(await faults()).toContain("seal-one-reviewer");
  });
});

describe("the drafter of record", () => {
  beforeEach(inKnownFirm);

  test("another drafter named by saving is refused, and by other ways is no drafter of record", async () => {
    const { value, revision } = await stored();
    const save = { value: { ...value, drafter: "psn_second" }, revision };
    await expect(desk.call("orders", "save", save)).rejects.toThrow("drafter-by-act");
    const { drafter: _drafter, ...none } = value;
    await expect(desk.call("orders", "save", { value: none, revision })).rejects.toThrow(
      "drafter-by-act",
    );
    const dossier = JSON.parse(text) as { order: Record<string, unknown> };
    const theirs = { ...dossier, order: { ...dossier.order, drafter: "psn_second" } };
    await desk.call("orders", "import", {
      fileName: "y.json",
      text: JSON.stringify(theirs),
      onConflict: "take-theirs",
    });
    expect(await faults()).toContain("seal-drafter-changed");
  });

  test("one key for compliance, legal and seal does not do, whoever is the drafter", async () => {
    await addColleague(desk.call, { id: "psn_all", roles: ["drafter", "reviewer", "legal"] });
    for (const by of ["psn_second", "psn_legal", "psn_drafter"])
      await confirm(desk.call, "psn_all", by);
    const change = (more: object) =>
      desk.call("orders", "changeDrafter", {
        id: order,
        person: "psn_second",
        passphrase,
        reason: "调岗（虚构）",
        ...more,
      });
    await expect(change({})).rejects.toThrow("act-countersign");
    await change({ second: { person: "psn_all", passphrase } });
    await review("compliance", "psn_all");
    await review("legal", "psn_all");
    expect(await faults()).toEqual(["seal-one-reviewer"]);
    expect(await seal("psn_all")).toBe("seal-one-reviewer");
  });

  test("whoever was the drafter once reviews nothing of it", async () => {
    await addColleague(desk.call, { id: "psn_new", roles: ["drafter"] });
    for (const by of ["psn_second", "psn_legal"]) await confirm(desk.call, "psn_new", by);
    const change = (person: string, second: string) =>
      desk.call("orders", "changeDrafter", {
        id: order,
        person,
        passphrase,
        reason: "调岗（虚构）",
        second: { person: second, passphrase },
      });
    await change("psn_second", "psn_legal");
    await change("psn_new", "psn_legal");
    await review("compliance", "psn_second");
    await review("legal", "psn_legal");
    expect(await faults()).toContain("review-own-draft");
  });
});

describe("what else a cheat may try", () => {
  beforeEach(inKnownFirm);
  const both = async () => {
    await review("compliance", "psn_second");
    await review("legal", "psn_legal");
  };
  const edit = async (change: (value: Order) => Order) => {
    const { value, revision } = await stored();
    await desk.call("orders", "save", { value: change(value), revision });
  };

  test("a word changed after both reviews, or changed and set back with another beside it", async () => {
    await both();
    expect(await faults()).toEqual([]);
    await edit((value) => ({ ...value, addressee: "另一机关（虚构）" }));
    expect(await faults()).toEqual(["seal-compliance-stale", "seal-legal-stale"]);
  });

  test("reviews of one order under the id of another", async () => {
    await both();
    const { id } = await desk.call<{ id: string }>("orders", "copy", {
      id: order,
      title: "副本（虚构）",
    });
    const reviews = await desk.call<unknown[]>("orders", "reviews", { id });
    expect(reviews).toEqual([]);
  });

  test("both reviews of today, sealed by the rules of another day", async () => {
    await inKnownFirm();
    await review("compliance", "psn_second");
    await review("legal", "psn_legal");
    expect(await seal("psn_second", { asOf: "2026-06-01" })).toBe("seal-other-day");
    expect(await seal("psn_second", { asOf: "2026-11-24" })).toBe("seal-other-day");
  });

  test("a list taken away after the reviews", async () => {
    const head =
      "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
    const row =
      "Entity List (EL) - Bureau of Industry and Security,,,,Nobody (fictitious),,,90 FR 1,2026-01-01,,,All,Presumption of denial,,,,,,,,,,,,,,,";
    const grant = await desk.upload("el.csv", Buffer.from(`${head}\n${row}\n`));
    const { id } = await desk.call<{ id: string }>("lists", "import", {
      fileName: "el.csv",
      grant,
    });
    await both();
    expect(await faults()).toEqual([]);
    await desk.call("lists", "remove", { id });
    expect(await faults()).toEqual(["seal-compliance-rules", "seal-legal-rules"]);
  });

  test("an older review brought forward by leaving the newer one out of the folder", async () => {
    await both();
    await review("compliance", "psn_second", { decision: "changes-requested" });
    const folder = join(desk.dir, "acts");
    const newest = readdirSync(folder).toSorted().at(-1) ?? "";
    rmSync(join(folder, newest));
    expect(await faults()).toContain("seal-acts-broken");
    expect(await seal()).toBe("seal-acts-broken");
  });

  test("a stranger, or a person without the role, who seals or reviews", async () => {
    await addColleague(desk.call, { id: "psn_stranger", roles: ["manager", "legal", "reviewer"] });
    await both();
    expect(await faults("psn_stranger")).toEqual(["seal-person-unconfirmed"]);
    expect(await seal("psn_stranger")).toBe("seal-person-unconfirmed");
    await expect(review("legal", "psn_second")).rejects.toThrow("review-role-legal");
    await review("legal", "psn_stranger");
    // The stranger's word neither counts nor pushes the lawyer's aside.
    expect(await faults()).toEqual([]);
  });

  test("a stranger's “changes requested” holds nobody up, a colleague's does until confirmed otherwise", async () => {
    await addColleague(desk.call, { id: "psn_stranger", roles: ["legal"] });
    await both();
    await review("legal", "psn_stranger", { decision: "changes-requested" });
    expect(await faults()).toEqual([]);
    for (const by of ["psn_second", "psn_legal"]) await confirm(desk.call, "psn_stranger", by);
    expect(await faults()).toEqual(["seal-legal-changes"]);
  });

  test("the same act filed twice, or another's act under a new number", async () => {
    await review("compliance", "psn_second");
    const folder = join(desk.dir, "acts");
    const newest = readdirSync(folder).toSorted().at(-1) ?? "";
    writeFileSync(join(folder, `9${newest.slice(1)}`), readFileSync(join(folder, newest)));
    expect(await reviewsHere()).toHaveLength(1);
    await review("legal", "psn_legal");
    expect(await faults()).toEqual([]);
  });

  test("a wrong passphrase signs nothing and leaves no act", async () => {
    const before = readdirSync(join(desk.dir, "acts")).length;
    await expect(review("legal", "psn_legal", { passphrase: "a guess, no more" })).rejects.toThrow(
      "key-wrong-passphrase",
    );
    expect(readdirSync(join(desk.dir, "acts"))).toHaveLength(before);
  });

  test("two signatures at once take two places in the chain", async () => {
    await Promise.all([review("compliance", "psn_second"), review("legal", "psn_legal")]);
    expect(await faults()).toEqual([]);
    expect(await desk.call("journal", "verify", {})).toMatchObject({ intact: true });
  });

  test("answers changed after an adverse check are shown to whoever reviews next", async () => {
    const yes = { value: "yes" as const };
    const declared = (value: Order, answer: { value: "yes" | "no" }): Order => ({
      ...value,
      declarations: { ...value.declarations, militaryEndUse: answer },
    });
    await edit((value) => declared(value, yes));
    const report = await desk.call<{ tracks: Record<string, { lane: string }> }>("check", "run", {
      order,
    });
    expect(Object.values(report.tracks).map(({ lane }) => lane)).toContain("presumption-of-denial");
    await edit((value) => declared(value, { value: "no" }));
    const { changes } = await desk.call<{ changes: { path: string; before?: string }[] }>(
      "orders",
      "changes",
      { id: order, since: "adverse" },
    );
    expect(changes).toContainEqual({
      path: "order.declarations.militaryEndUse.value",
      before: "yes",
      after: "no",
    });
  });
});

describe("a firm of one", () => {
  test("says so by an act, seals alone, and every paper of every set says it", async () => {
    await addColleague(desk.call, { id: "psn_drafter", roles: ["drafter"] });
    const mode = { person: "psn_drafter", passphrase, reason: "只有一人（虚构）" };
    await desk.call("persons", "onePerson", { ...mode, on: true });
    await review("compliance", "psn_drafter");
    await review("legal", "psn_drafter");
    expect(await faults("psn_drafter")).toEqual([]);
    expect(await seal("psn_drafter")).toBe("done");
    const packets = await desk.call<{ id: string; files: { path: string; pages?: number }[] }[]>(
      "packets",
      "list",
      { order },
    );
    for (const { id, files } of packets)
      for (const { path } of files.filter(({ pages }) => pages !== undefined)) {
        const found = async (words: string) =>
          (await desk.call<unknown[]>("packets", "find", { id, path, words })).length;
        const told = (await found("第二人")) + (await found("nobody"));
        expect([path, told > 0]).toEqual([path, true]);
      }
  });

  test("is no way out for a firm whose persons know each other", async () => {
    await inKnownFirm();
    const mode = { person: "psn_drafter", passphrase, reason: "（虚构）", on: true };
    await expect(desk.call("persons", "onePerson", mode)).rejects.toThrow("act-one-person-founded");
  });

  test("ends when two persons know each other", async () => {
    await addColleague(desk.call, { id: "psn_drafter", roles: ["drafter"] });
    const mode = { person: "psn_drafter", passphrase, reason: "（虚构）" };
    await desk.call("persons", "onePerson", { ...mode, on: true });
    await addColleague(desk.call, { id: "psn_second", roles: ["reviewer"] });
    await confirm(desk.call, "psn_second", "psn_drafter");
    await confirm(desk.call, "psn_drafter", "psn_second");
    await review("compliance", "psn_second");
    expect(await faults()).toContain("seal-legal-missing");
  });
});
