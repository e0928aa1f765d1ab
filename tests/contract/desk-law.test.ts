import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { compilePack } from "#desk";
import { packBundleBytes, readPackBundle, signPackFiles } from "#node/packs";
import { addColleague, confirm, knownFirm, passphrase } from "../support/known-persons.ts";
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

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root));
const json = (path: string) => JSON.parse(read(path).toString("utf8")) as Record<string, unknown>;
const law = "shared/packs/cn-import/2026-12-01/";

async function takeDraft(name: string): Promise<string> {
  const { order } = await desk.call<{ order: string }>("orders", "import", {
    fileName: "draft.json",
    text: read(`examples/${name}.json`).toString("utf8"),
    onConflict: "keep-mine",
  });
  return order;
}

type Report = {
  readonly lists: readonly unknown[];
  readonly lookups?: readonly Record<string, unknown>[];
  readonly tracks: Record<
    string,
    { readonly lane: string; readonly verify: readonly { readonly parameter: string }[] }
  >;
};
const check = (order: string) => desk.call<Report>("check", "run", { order, asOf: "2026-11-23" });

describe("what a person looked up", () => {
  const found = {
    track: "cn-import",
    parameter: "import-state",
    state: "in-force",
    value: "limited",
    from: "2026-11-01",
    citation: "Invented Notice No. 7 of 2026, item 3",
  };
  beforeEach(async () => {
    await desk.call("persons", "save", {
      value: { id: "psn_invented", name: "甄样例", roles: ["drafter"] },
      revision: 0,
    });
  });

  test("moves the lane of its order, stands in the report with citation, day and name, and in the journal", async () => {
    const order = await takeDraft("private-start-up-complete");
    const before = await check(order);
    expect(before.tracks["cn-import"]?.lane).toBe("verify-first");
    expect(before.lookups).toBeUndefined();
    await desk.call("check", "lookUp", { order, found: { ...found, person: "psn_invented" } });
    const after = await check(order);
    expect(after.tracks["cn-import"]?.lane).toBe("case-by-case");
    expect(after.tracks["cn-import"]?.verify).not.toContainEqual(
      expect.objectContaining({ parameter: "import-state" }),
    );
    expect(after.lookups).toEqual([
      expect.objectContaining({
        ...found,
        seenOn: "2026-11-23",
        name: "甄样例",
        applies: true,
      }),
    ]);
    const lines = await desk.call<{ verb: string; subject: string }[]>("journal", "show", {
      limit: 50,
    });
    expect(lines.find((line) => line.verb === "law.lookup")?.subject).toContain(order);
  });

  test.each([
    [{ value: undefined }, "lookup-value-missing"],
    [{ parameter: "no-such-parameter" }, "lookup-parameter"],
    [{ to: "2026-10-01" }, "lookup-days"],
    [{ track: "us-export", parameter: "tpp-limit", value: "many" }, "lookup-value"],
  ])("%o is refused, and the order stays as it was", async (change, code) => {
    const order = await takeDraft("private-start-up-complete");
    const input = { order, found: { ...found, ...change, person: "psn_invented" } };
    await expect(desk.call("check", "lookUp", input)).rejects.toThrow(code);
    expect((await check(order)).lookups).toBeUndefined();
  });
});

type Taken = {
  readonly state: string;
  readonly warnings: readonly string[];
  readonly problems: readonly { readonly kind: string }[];
  readonly job?: string;
};
type PackRow = {
  readonly version: string;
  readonly active: boolean;
  readonly signedBy?: { readonly name: string; readonly publicKey: string };
};

const retitled = { zh: "改过的规则题目（虚构）", en: "A rule retitled (invented)" };

/** Rules that bar a firm whose group a state body holds: by its own class, and by the body's. */
const stateRules = new Set(["cn.state-owned", "cn.government-owner"]);

const bundle = (version: string, lane: string, expected = "reported-hold") => {
  const pack = json(`${law}pack.json`);
  const rules = (pack["rules"] as { id: string }[]).map((rule) =>
    stateRules.has(rule.id) ? { ...rule, effect: { lane }, title: retitled } : rule,
  );
  return Buffer.from(
    JSON.stringify({
      schema: "h200-desk/pack-bundle@1",
      pack: { ...pack, version, rules },
      sources: json(`${law}sources.json`),
      cases: [
        [
          {
            name: "On 14 January 2026 customs reportedly let none through, whoever asks",
            asOf: "2026-01-14",
            dossier: "private-start-up",
            expect: { lane: expected },
          },
        ],
      ],
      dossiers: { "private-start-up": json(`${law}dossiers/private-start-up.json`) },
    }),
  );
};

async function bring(bytes: Uint8Array, acceptUnsigned = false): Promise<Taken> {
  const grant = await desk.upload("next.json", bytes);
  return await desk.call<Taken>("packs", "import", {
    fileName: "next.json",
    grant,
    acceptUnsigned,
  });
}

async function resultOf(job: string | undefined): Promise<unknown> {
  for (;;) {
    const status = await desk.call<{ state: string; result?: unknown }>("jobs", "status", {
      job,
      waitMs: 5_000,
    });
    if (status.state !== "running") return status.result;
  }
}

describe("taking in a pack", () => {
  test("asks before an unsigned one, then checks every draft again and lists those that move", async () => {
    const state = await takeDraft("state-group-subsidiary");
    await takeDraft("private-start-up");
    const asked = await bring(bundle("2.2.0", "case-by-case"));
    expect(asked).toMatchObject({ state: "ask", warnings: ["unsigned"], problems: [] });
    expect(await desk.call<PackRow[]>("packs", "list", {})).toHaveLength(2);
    const taken = await bring(bundle("2.2.0", "case-by-case"), true);
    expect(taken.state).toBe("imported");
    expect(await resultOf(taken.job)).toEqual([
      expect.objectContaining({
        order: state,
        moves: [expect.objectContaining({ track: "cn-import", from: "reported-barred" })],
      }),
    ]);
    const moved = await desk.call<unknown[]>("check", "affected", {
      packs: { id: "cn-import", from: "2.1.0", to: "2.2.0" },
    });
    expect(moved).toHaveLength(1);
  });

  test("refuses one whose own case fails, whatever a person accepts", async () => {
    const taken = await bring(bundle("2.2.0", "case-by-case", "no-bar-found"), true);
    expect(taken).toMatchObject({ state: "refused", problems: [{ kind: "case" }] });
    expect(await desk.call<PackRow[]>("packs", "list", {})).toHaveLength(2);
  });

  test("takes one in without asking when a trusted key signed it, and names the signer", async () => {
    const pem = String(
      generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }),
    );
    const files = readPackBundle(bundle("2.2.0", "case-by-case"), "x");
    if (!files.ok) throw new Error(files.error.code);
    const signature = signPackFiles(files.value, pem);
    if (!signature.ok) throw new Error(signature.error.code);
    const bytes = packBundleBytes({ ...files.value, signature: signature.value });
    expect(await bring(bytes)).toMatchObject({ state: "ask", warnings: ["signer-unknown"] });
    const { publicKey } = signature.value;
    const trust = { name: "Invented Law Office", publicKey, trusted: true, passphrase };
    await knownFirm(desk.call);
    await desk.call("packs", "trust", { ...trust, person: "psn_legal" });
    expect(await bring(bytes)).toMatchObject({ state: "imported", warnings: [] });
    const rows = await desk.call<PackRow[]>("packs", "list", {});
    expect(rows.find((row) => row.version === "2.2.0")?.signedBy).toEqual({
      name: "Invented Law Office",
      publicKey,
    });
  });

  test("an imported one is set aside and used again; a delivered one stays", async () => {
    const order = await takeDraft("state-group-subsidiary");
    const lane = async () => (await check(order)).tracks["cn-import"]?.lane;
    await bring(bundle("2.2.0", "case-by-case"), true);
    expect(await lane()).not.toBe("reported-barred");
    const about = { id: "cn-import", version: "2.2.0" };
    const { job } = await desk.call<{ job: string }>("packs", "setAside", {
      ...about,
      aside: true,
    });
    expect(await resultOf(job)).toHaveLength(1);
    expect(await lane()).toBe("reported-barred");
    const rows = await desk.call<(PackRow & { setAside: boolean })[]>("packs", "list", {});
    expect(rows.map((row) => [row.version, row.active, row.setAside])).toContainEqual([
      "2.2.0",
      false,
      true,
    ]);
    await desk.call("packs", "setAside", { ...about, aside: false });
    expect(await lane()).not.toBe("reported-barred");
    await expect(
      desk.call("packs", "setAside", { id: "cn-import", version: "2.1.0", aside: true }),
    ).rejects.toThrow("pack-delivered");
  });

  test("gives the internal record the words of the pack that the check was made with", async () => {
    const order = await takeDraft("state-group-subsidiary");
    await bring(bundle("2.2.0", "case-by-case"), true);
    const { job } = await desk.call<{ job: string }>("packets", "build", {
      order,
      set: "internal-record",
      asOf: "2026-08-20",
    });
    const packet = (await resultOf(job)) as { readonly id: string };
    const { grant } = await desk.call<{ grant: string }>("packets", "offer", { id: packet.id });
    const bytes = await desk.desk.grants.redeem(grant)?.bytes();
    // Members of the packet that are text lie in the file as they are.
    expect(bytes?.ok && Buffer.from(bytes.value).includes(retitled.zh)).toBe(true);
  });

  const packFile = () =>
    readdirSync(join(desk.dir, "packs")).find((name) => name.startsWith("cn-import-1.1.0")) ?? "";
  const issues = async () =>
    (
      await desk.call<{ issues: { error: { code: string } }[] }>("workspace", "fileIssues", {
        look: false,
      })
    ).issues.map(({ error }) => error.code);

  test("an imported one that is torn is named instead of being passed over: an older pack must not speak in its place", async () => {
    const order = await takeDraft("private-start-up");
    await bring(bundle("1.1.0", "case-by-case"), true);
    writeFileSync(join(desk.dir, "packs", packFile()), "{ torn");
    await expect(check(order)).rejects.toThrow("pack-lost");
    expect(await desk.call<PackRow[]>("packs", "list", {})).toHaveLength(2);
    expect((await bring(bundle("1.1.0", "case-by-case"), true)).state).toBe("imported");
    expect((await check(order)).tracks["cn-import"]).toBeDefined();
  });

  test("a file laid into the folder is never the law, whole or torn, and stops nothing", async () => {
    const order = await takeDraft("state-group-subsidiary");
    const folder = join(desk.dir, "packs");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cn-import-9.9.9-000000000000.json"), "{ torn");
    writeFileSync(join(folder, "Desk copy.json"), "{}");
    writeFileSync(join(folder, "desktop.ini"), "[.ShellClassInfo]");
    const files = readPackBundle(bundle("1.1.0", "case-by-case"), "x");
    const compiled = files.ok ? compilePack(files.value) : files;
    if (!compiled.ok) throw new Error(compiled.error.code);
    const name = `cn-import-1.1.0-${compiled.value.sha256.slice(0, 12)}.json`;
    writeFileSync(join(folder, name), bundle("1.1.0", "case-by-case"));
    expect((await check(order)).tracks["cn-import"]?.lane).toBe("reported-barred");
    const rows = await desk.call<(PackRow & { refused?: { code: string } })[]>("packs", "list", {});
    const planted = rows.find((row) => row.version === "1.1.0");
    expect(planted).toMatchObject({ active: false, refused: { code: "pack-unrecorded" } });
    expect(await issues()).toContain("pack-unrecorded");
    expect(await issues()).toContain("store.unknown-file");
  });

  test("an imported one exchanged for another of its name is no law either", async () => {
    const order = await takeDraft("state-group-subsidiary");
    await bring(bundle("1.1.0", "case-by-case"), true);
    writeFileSync(join(desk.dir, "packs", packFile()), bundle("1.1.0", "no-bar-found"));
    await expect(check(order)).rejects.toThrow("pack-lost");
  });
});

const listHead =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const listOf = (policy: string) =>
  Buffer.from(
    `${listHead}\nEntity List (EL) - Bureau of Industry and Security,,,,Sample Industrial Group,,"1 Road, Sample, CN",90 FR 1,2026-01-02,,,All items,${policy},,,,,,,,,,,,,,,\n`,
  );
type HitRow = { party: string; list: string; entry: string; status: string; reopened: string[] };

describe("lists and decisions", () => {
  const takeList = async (fileName: string, policy: string) => {
    const grant = await desk.upload(fileName, listOf(policy));
    return await desk.call("lists", "import", { fileName, grant });
  };

  test("a decision is bound to both sides by the desk, counts in the check, and reopens when the party changes", async () => {
    const order = await takeDraft("state-group-subsidiary");
    await takeList("list-2026-07-01.csv", "Presumption of denial.");
    const hits = () => desk.call<HitRow[]>("lists", "screen", { order });
    const [hit] = await hits();
    expect(hit).toMatchObject({ status: "possible", reopened: [] });
    const open = await check(order);
    expect(open.lists).toHaveLength(1);
    expect(open.tracks["us-export"]?.lane).toBe("needs-information");
    const decision = { order, party: hit?.party, list: hit?.list, entry: hit?.entry };
    await desk.call("lists", "decide", {
      ...decision,
      decision: "true-match",
      reason: "Same registration number (invented).",
    });
    // The listed group holds more than half of the buyer: after the suspension's last day the affiliates rule is unverified.
    expect((await check(order)).tracks["us-export"]?.lane).toBe("verify-first");
    expect((await hits())[0]).toMatchObject({ status: "true-match", reopened: [] });
    const stored = await desk.call<{
      value: { party: Record<string, unknown> };
      revision: number;
    }>("parties", "get", { id: hit?.party });
    const names = { zh: "样例产业集团（更名）", en: "Sample Industrial Group Co., Ltd." };
    await desk.call("parties", "save", {
      value: { ...stored.value, party: { ...stored.value.party, names } },
      revision: stored.revision,
    });
    expect((await hits())[0]).toMatchObject({ status: "possible", reopened: ["party"] });
    await expect(
      desk.call("lists", "decide", {
        ...decision,
        entry: "gone",
        decision: "true-match",
        reason: "x",
      }),
    ).rejects.toThrow("screening-gone");
  });

  test("a dismissal counts once two independent persons signed it as it is, and a saved one never", async () => {
    const order = await takeDraft("state-group-subsidiary");
    await takeList("list-2026-07-01.csv", "Presumption of denial.");
    await knownFirm(desk.call);
    const hits = () =>
      desk.call<(HitRow & { decision?: { id: string }; signedBy?: { person: string }[] })[]>(
        "lists",
        "screen",
        { order },
      );
    const [hit] = await hits();
    const about = { order, party: hit?.party, list: hit?.list, entry: hit?.entry };
    const { id } = await desk.call<{ id: string }>("lists", "decide", {
      ...about,
      decision: "not-this-party",
      reason: "Another registration number (invented).",
    });
    const sign = (person: string, more: object = {}) =>
      desk.call("lists", "sign", { order, id, holds: true, person, passphrase, ...more });
    expect((await hits())[0]?.status).toBe("possible");
    await sign("psn_second");
    await sign("psn_second");
    expect((await hits())[0]).toMatchObject({
      status: "possible",
      signedBy: [{ person: "psn_second" }],
    });
    // Whoever is known through the first signer alone is no second hand.
    await addColleague(desk.call, { id: "psn_sham", roles: ["reviewer"] });
    await confirm(desk.call, "psn_sham", "psn_second");
    await sign("psn_sham");
    expect((await hits())[0]?.status).toBe("possible");
    await sign("psn_legal");
    expect((await hits())[0]?.status).toBe("dismissed");
    const lanes = (await check(order)).tracks["us-export"]?.lane;

    // The record of it is made again with the same acts behind it, and comes out the same.
    const { job } = await desk.call<{ job: string }>("packets", "build", {
      order,
      set: "internal-record",
    });
    const { id: packet } = (await resultOf(job)) as { readonly id: string };
    expect(await desk.call("packets", "verify", { id: packet })).toMatchObject({
      intact: true,
      consistent: "same",
    });

    // Another reason under the same id is another decision: nobody signed it.
    const stored = await desk.call<{
      value: { screening: { id: string; reason: string; person?: string }[] };
      revision: number;
    }>("orders", "get", { id: order });
    const screening = stored.value.screening.map((one) => ({
      ...one,
      reason: "typed over",
      person: "psn_legal",
    }));
    await desk.call("orders", "save", {
      value: { ...stored.value, screening },
      revision: stored.revision,
    });
    expect((await hits())[0]).toMatchObject({ status: "possible", signedBy: [] });
    expect((await check(order)).tracks["us-export"]?.lane).not.toBe(lanes);

    // One that is signed and taken back counts no longer.
    const again = await desk.call<{ id: string }>("lists", "decide", {
      ...about,
      decision: "not-this-party",
      reason: "Another registration number (invented).",
    });
    for (const person of ["psn_second", "psn_legal"]) await sign(person, { id: again.id });
    expect((await hits())[0]?.status).toBe("dismissed");
    await sign("psn_legal", { id: again.id, holds: false, reason: "in doubt (invented)" });
    expect((await hits())[0]?.status).toBe("possible");
    await expect(sign("psn_sham", { id: "scr_none" })).rejects.toThrow("not-found");
  });

  test("an older file of the same lists is pointed out once a later one is here", async () => {
    await takeList("list-2026-07-01.csv", "Presumption of denial.");
    await takeList("list-2026-09-01.csv", "Case-by-case review.");
    const rows = await desk.call<{ date: string; superseded: boolean }[]>("lists", "list", {});
    expect(rows.map(({ date, superseded }) => [date, superseded])).toEqual([
      ["2026-07-01", true],
      ["2026-09-01", false],
    ]);
  });
});
