import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ZipFile } from "yazl";
import { addColleague, knownFirm, passphrase } from "../support/known-persons.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

// What comes from outside, by import or by being laid into the folder, brings no persons, keys, roles or settings, and one bad
// file stops nothing.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sample = readFileSync(join(process.cwd(), "examples", "private-start-up.json"), "utf8");
let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(async () => {
  await desk.close();
});

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Planted = { readonly collection: string; readonly id: string; readonly data: unknown };

/** A bundle as a forger writes it: every hash fits. */
async function forged(planted: readonly Planted[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const bodies = planted.map((one) => ({ ...one, body: JSON.stringify(one.data) }));
  const documents = bodies.map(({ collection, id, body }) => ({
    collection,
    id,
    version: 1,
    revision: 1,
    savedAt: "2026-11-23T08:00:00.000Z",
    savedBy: "",
    sha256: sha256(body),
  }));
  const at = "2026-11-23T08:00:00.000Z";
  const format = "h200-desk/bundle@1";
  const manifest = { format, workspace: "ws_else", at, by: "", documents, evidence: [] };
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), "bundle.json");
  for (const { collection, id, body } of bodies)
    zip.addBuffer(Buffer.from(body), `documents/${collection}/${id}.json`);
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Uint8Array>)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

type Inspected = {
  bundle: string;
  documents: { book: string; id: string; state: string }[];
  notTaken: string[];
};
async function inspect(planted: readonly Planted[]): Promise<Inspected> {
  const grant = await desk.upload("x.h200order", await forged(planted));
  return await desk.call<Inspected>("bundles", "inspect", { grant });
}
const take = (bundle: string, choose: Record<string, string> = {}) =>
  desk.call<{ saved: { id: string }[] }>("bundles", "import", { bundle, choose });

const order = { id: "ord_forged", title: "（虚构）", lines: [] };
const person = { id: "psn_forged", name: "（虚构）", roles: ["reviewer", "legal", "manager"] };
const hostileSettings = {
  language: "zh",
  theme: "system",
  currentPerson: "psn_forged",
  trustedPackKeys: [{ name: "（虚构）", publicKey: "a".repeat(64) }],
  lists: [],
  autoLockMinutes: 0,
  backup: { everyHours: 1, dir: "\\\\elsewhere\\share" },
};

describe("a bundle", () => {
  test("brings no settings and no persons; what is left out is named", async () => {
    const before = await desk.call("settings", "get", {});
    const seen = await inspect([
      { collection: "settings", id: "settings", data: hostileSettings },
      { collection: "persons", id: person.id, data: person },
      { collection: "orders", id: order.id, data: order },
    ]);
    expect(seen.documents.map(({ id }) => id)).toEqual([order.id]);
    expect(seen.notTaken.toSorted()).toEqual(["persons/psn_forged", "settings/settings"]);
    const taken = await take(seen.bundle, {
      "settings/settings": "theirs",
      "persons/psn_forged": "theirs",
    });
    expect(taken.saved.map(({ id }) => id)).toEqual([order.id]);
    expect(await desk.call("settings", "get", {})).toEqual(before);
    expect(await desk.call("persons", "list", {})).toEqual([]);
  });

  test.each(["__proto__", "constructor", "toString"])(
    "a collection called %s is none, and takes nothing down",
    async (collection) => {
      const name = /^[a-z]/.test(collection) ? collection.toLowerCase() : collection;
      const grant = await desk.upload(
        "x.h200order",
        await forged([{ collection: name, id: "x", data: {} }]),
      );
      const reply = await desk.route("bundles", "inspect", { grant });
      // Either it is no sound bundle, or the document is named and left out.
      if (reply.ok) expect((reply.value as Inspected).notTaken).toHaveLength(1);
      expect(desk.faults).toEqual([]);
    },
  );

  test("a document that names itself otherwise than its file is refused, and nothing of the bundle is taken", async () => {
    const seen = await inspect([
      { collection: "orders", id: "ord_one", data: { ...order, id: "ord_two" } },
      { collection: "orders", id: "toString", data: { ...order, id: "toString" } },
    ]);
    expect(seen.documents.map(({ state }) => state)).toEqual(["refused", "refused"]);
    await expect(take(seen.bundle)).rejects.toThrow("store.bundle-refused");
    expect(await desk.call("orders", "list", {})).toEqual([]);
  });

  test("an order over mine brings no reviews, and another drafter is no drafter of record", async () => {
    await knownFirm(desk.call);
    const mine = { ...order, drafter: "psn_drafter" };
    await desk.call("orders", "save", { value: mine, revision: 0 });
    const reviews = [
      {
        id: "rvw_x",
        kind: "legal",
        person: "psn_legal",
        decision: "ready-to-file",
        date: "2026-11-23",
        dossierSha256: "0".repeat(64),
        publicKey: "0".repeat(64),
        signature: "0".repeat(128),
      },
    ];
    const seen = await inspect([
      { collection: "orders", id: order.id, data: { ...mine, drafter: "psn_second", reviews } },
    ]);
    await take(seen.bundle, { [`orders/${order.id}`]: "theirs" });
    expect(await desk.call("orders", "reviews", { id: order.id })).toEqual([]);
    const { items } = await desk.call<{ items: { fault?: { code: string } }[] }>(
      "packets",
      "readiness",
      { order: order.id },
    );
    expect(items.map(({ fault }) => fault?.code)).toContain("seal-drafter-changed");
  });

  test("one that is given away holds the books and evidence, no persons", async () => {
    await knownFirm(desk.call);
    await desk.call("orders", "save", { value: { ...order, drafter: "psn_drafter" }, revision: 0 });
    const { grant } = await desk.call<{ grant: string }>("bundles", "export", { order: order.id });
    const bytes = await desk.desk.grants.redeem(grant)?.bytes();
    const again = await desk.upload("y.h200order", bytes?.ok ? bytes.value : new Uint8Array());
    const seen = await desk.call<Inspected>("bundles", "inspect", { grant: again });
    expect(seen.documents.map(({ book }) => book)).toEqual(["orders"]);
    expect(seen.notTaken).toEqual([]);
  });
});

describe("a dossier file", () => {
  test("brings no person unasked; asked, names come without key", async () => {
    const dossier = JSON.parse(sample) as { persons: object[]; order: object };
    const persons = [{ ...person, publicKey: "b".repeat(64), keySince: "2026-01-01" }];
    const text = JSON.stringify({ ...dossier, persons });
    const send = { fileName: "x.json", text, onConflict: "take-theirs" };
    const { left } = await desk.call<{ left: string[] }>("orders", "import", send);
    expect(left).toEqual([person.name]);
    expect(await desk.call("persons", "list", {})).toEqual([]);
    await desk.call("orders", "import", { ...send, persons: true });
    const [row] = await desk.call<{ value: object }[]>("persons", "list", {});
    expect(row?.value).toEqual(person);
  });

  test("changes no colleague who is here already", async () => {
    await addColleague(desk.call, { id: person.id, roles: ["drafter"] });
    const before = await desk.call("persons", "list", {});
    const dossier = JSON.parse(sample) as { persons: object[] };
    const text = JSON.stringify({ ...dossier, persons: [person] });
    const send = { fileName: "x.json", text, onConflict: "take-theirs", persons: true };
    await desk.call("orders", "import", send);
    expect(await desk.call("persons", "list", {})).toEqual(before);
  });
});

describe("a file laid into the folder", () => {
  const strays = ["Desk copy.json", "desktop.ini", "x (1).json", "._x.json", "half.json"];

  test("stops no list, no check and no sealing list", async () => {
    const send = { fileName: "x.json", text: sample, onConflict: "take-theirs" };
    const { order: id } = await desk.call<{ order: string }>("orders", "import", send);
    for (const folder of ["packs", "packets", "lists", "keys", "acts", "orders", "parties"]) {
      mkdirSync(join(desk.dir, folder), { recursive: true });
      for (const name of [...strays, "sel_half.json", "pkt_half.json", "half.meta.json"])
        writeFileSync(join(desk.dir, folder, name), '{"schema":"h200-desk/');
    }
    await desk.call("workspace", "fileIssues", { look: true });
    await desk.call("check", "run", { order: id });
    expect(await desk.call("packets", "list", { order: id })).toEqual([]);
    expect(await desk.call<unknown[]>("packs", "list", {})).toHaveLength(2);
    expect(await desk.call("lists", "list", {})).toEqual([]);
    expect(await desk.call<unknown[]>("orders", "list", {})).toHaveLength(1);
    await desk.call("packets", "readiness", { order: id });
    const { issues } = await desk.call<{ issues: { error: { code: string } }[] }>(
      "workspace",
      "fileIssues",
      { look: false },
    );
    expect(issues.map(({ error }) => error.code)).toContain("store.unknown-file");
  });

  test("a sound document under a name of the language, or one that names itself otherwise, breaks no list", async () => {
    const { id } = await desk.call<{ id: string }>("orders", "create", { title: "甲（虚构）" });
    const file = join(desk.dir, "orders", `${id}.json`);
    const whole = readFileSync(file, "utf8");
    const rewritten = (own: string, inner: string) => {
      const cut = whole.indexOf(',"data":');
      const body = whole.slice(cut + 8, -2).replaceAll(`"${id}"`, JSON.stringify(inner));
      const head = JSON.parse(whole.slice('{"head":'.length, cut)) as object;
      const text = JSON.stringify({ ...head, id: own, sha256: sha256(body) });
      return `{"head":${text},"data":${body}}\n`;
    };
    for (const [own, inner] of [
      ["toString", "toString"],
      ["constructor", "ord_inner"],
      ["hasOwnProperty", "__proto__"],
      ["ord_other", "ord_inner"],
    ] as const)
      writeFileSync(join(desk.dir, "orders", `${own}.json`), rewritten(own, inner));
    await desk.call("workspace", "fileIssues", { look: true });
    const rows = await desk.call<{ id: string }[]>("orders", "list", {});
    expect(rows.map((row) => row.id)).toEqual([id]);
    await desk.close();
    desk = await openTestDesk();
  });
});

describe("the name in the journal", () => {
  const last = async () => {
    const [line] = await desk.call<{ who: string; verb: string }[]>("journal", "show", {
      limit: 1,
    });
    return line;
  };

  test("is that of a person who unlocked a key, and nobody's after a restart", async () => {
    await addColleague(desk.call, { id: "psn_me", roles: ["drafter"] });
    const settings = await desk.call<object>("settings", "get", {});
    await desk.call("settings", "save", { ...settings, currentPerson: "psn_me" });
    expect(await last()).toMatchObject({ verb: "settings.change", who: "" });
    expect(await desk.call("settings", "get", {})).not.toHaveProperty("currentPerson");
    await expect(
      desk.call("persons", "unlock", { person: "psn_me", passphrase: "wrong" }),
    ).rejects.toThrow("key-wrong-passphrase");
    await desk.call("persons", "unlock", { person: "psn_me", passphrase });
    await desk.call("orders", "create", { title: "甲（虚构）" });
    expect((await last())?.who).toBe("psn_me");
    await desk.call("persons", "signOut", {});
    await desk.call("orders", "create", { title: "乙（虚构）" });
    expect((await last())?.who).toBe("");
    await desk.call("persons", "unlock", { person: "psn_me", passphrase });
    await desk.desk.dispose();
    const again = await openTestDesk(desk.dir);
    await again.call("orders", "create", { title: "丙（虚构）" });
    const [line] = await again.call<{ who: string }[]>("journal", "show", { limit: 1 });
    expect(line?.who).toBe("");
    await again.close();
  });

  test("trust in a pack's key does not come by saving settings", async () => {
    const settings = await desk.call<object>("settings", "get", {});
    const trustedPackKeys = [{ name: "（虚构）", publicKey: "a".repeat(64) }];
    await desk.call("settings", "save", { ...settings, trustedPackKeys });
    expect(await desk.call("settings", "get", {})).toMatchObject({ trustedPackKeys: [] });
    const trust = { name: "（虚构）", publicKey: "a".repeat(64), trusted: true };
    await addColleague(desk.call, { id: "psn_me", roles: ["manager"] });
    await expect(
      desk.call("packs", "trust", { ...trust, person: "psn_me", passphrase }),
    ).rejects.toThrow("act-person-unconfirmed");
    expect(readdirSync(join(desk.dir)).includes("acts")).toBe(false);
  });
});
