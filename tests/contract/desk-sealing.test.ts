import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPacketFile } from "#node/packets";
import type { ListedPacket, PaperOfSeal } from "#shared/ipc";
import type { Order } from "#shared/model";
import type { Change } from "#shared/packet";
import { knownFirm, passphrase } from "../support/known-persons.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

const text = readFileSync(
  join(process.cwd(), "examples", "private-start-up-complete.json"),
  "utf8",
);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let desk: TestDesk;
let order = "";

async function finished<T>(job: string): Promise<T> {
  for (;;) {
    const status = await desk.call<{ state: string; result?: T; error?: { code: string } }>(
      "jobs",
      "status",
      { job, waitMs: 5_000 },
    );
    if (status.state === "running") continue;
    if (status.state !== "done") throw new Error(status.error?.code ?? status.state);
    return status.result as T;
  }
}

async function seal(person = "psn_second"): Promise<readonly ListedPacket[]> {
  const { job } = await desk.call<{ job: string }>("packets", "seal", {
    order,
    person,
    passphrase,
    asOf: "2026-11-23",
  });
  return await finished(job);
}

async function review(kind: "compliance" | "legal", more: object = {}): Promise<void> {
  await desk.call("orders", "addReview", {
    id: order,
    kind,
    person: kind === "legal" ? "psn_legal" : "psn_second",
    passphrase,
    decision: "ready-to-file",
    comments: [],
    ...more,
  });
}

async function reviewBoth(): Promise<void> {
  await review("compliance");
  await review("legal");
}

async function change(edit: (value: Order) => Order): Promise<void> {
  const stored = await desk.call<{ value: Order; revision: number }>("orders", "get", {
    id: order,
  });
  await desk.call("orders", "save", { value: edit(stored.value), revision: stored.revision });
}

async function zipOf(id: string): Promise<Buffer> {
  const { grant } = await desk.call<{ grant: string }>("packets", "offer", { id });
  const bytes = await desk.desk.grants.redeem(grant)!.bytes();
  return Buffer.from(bytes.ok ? bytes.value : []);
}

async function contentOf(packet: ListedPacket): Promise<Record<string, unknown>> {
  const bytes = await readPacketFile(await zipOf(packet.id), `data/${packet.set}.json`);
  if (!bytes.ok) throw new Error(bytes.error.code);
  return JSON.parse(Buffer.from(bytes.value).toString("utf8")) as Record<string, unknown>;
}

const list = () => desk.call<ListedPacket[]>("packets", "list", { order });
const papers = () => desk.call<PaperOfSeal[]>("packets", "papers", { order });

beforeAll(async () => {
  desk = await openTestDesk();
  const imported = await desk.call<{ order: string }>("orders", "import", {
    fileName: "x.json",
    text,
    onConflict: "take-theirs",
  });
  order = imported.order;
  await knownFirm(desk.call);
}, 60_000);
afterAll(async () => {
  await desk.close();
});

describe("reviewing and sealing", { timeout: 120_000 }, () => {
  test("the drafter reviews nothing, nor does a person without the role", async () => {
    await expect(review("compliance", { person: "psn_drafter" })).rejects.toThrow(
      "review-own-draft",
    );
    await expect(review("legal", { person: "psn_second" })).rejects.toThrow("review-role-legal");
    await expect(seal()).rejects.toThrow("seal-compliance-missing");
    await review("compliance");
    await expect(seal()).rejects.toThrow("seal-legal-missing");
  });

  test("a review that asks for changes names the fields, and nothing is sealed on it", async () => {
    await review("legal", {
      decision: "changes-requested",
      comments: [{ path: "order.terms.currency", text: "与报价单不一致" }],
    });
    await expect(seal()).rejects.toThrow("seal-legal-changes");
    const reviews = await desk.call<{ review: { comments?: object[] } }[]>("orders", "reviews", {
      id: order,
    });
    expect(reviews.at(-1)?.review.comments).toEqual([
      { path: "order.terms.currency", text: "与报价单不一致" },
    ]);
  });

  test("the next reviewer is told field by field what changed since the last signature", async () => {
    const asked = () =>
      desk.call<{ since?: { by: string }; changes: Change[] }>("orders", "changes", {
        id: order,
        since: "review",
      });
    expect((await asked()).changes).toEqual([]);
    await change((value) => ({ ...value, addressee: "另一机关（虚构）" }));
    const { since, changes } = await asked();
    expect(since?.by).toBe("psn_legal 姓名");
    expect(changes).toEqual([
      expect.objectContaining({ path: "order.addressee", after: "另一机关（虚构）" }),
    ]);
    await expect(seal()).rejects.toThrow("seal-compliance-stale");
  });

  test("sealing makes three packets of one act that commit to one record", async () => {
    await reviewBoth();
    const sealed = await seal();
    expect(sealed.map(({ set }) => set).toSorted()).toEqual([
      "cn-filing",
      "internal-record",
      "us-exporter",
    ]);
    expect(new Set(sealed.map((packet) => packet.seal?.id)).size).toBe(1);
    const contents = await Promise.all(sealed.map(contentOf));
    const commitments = contents.map(
      (content) => (content["internalRecord"] as { commitment: string }).commitment,
    );
    expect(new Set(commitments).size).toBe(1);
    for (const content of contents) expect(content["draft"]).toBe(false);
    for (const packet of sealed) {
      const verified = await desk.call("packets", "verify", { id: packet.id });
      expect(verified).toMatchObject({
        intact: true,
        consistent: "same",
        vouched: "known-key",
        problems: [],
      });
      expect(packet.draft).toBe(false);
    }
    const exporter = sealed.find(({ set }) => set === "us-exporter");
    expect(exporter?.seal?.by).toBe("Name of psn_second");
    expect((await list()).every((packet) => packet.stale.length === 0)).toBe(true);
    await expect(seal()).rejects.toThrow("seal-unchanged");
  });

  test("a record laid into the folder seals nothing, nor does one that names another key or content", async () => {
    const folder = join(desk.dir, "packets");
    const before = await list();
    const name = readdirSync(folder).find((one) => /^sel_.*\.json$/.test(one)) ?? "";
    type Kept = { fingerprint: string; seal: { publicKey: string } };
    const genuine = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
      packets: readonly Kept[];
    };
    const written = (file: string, forge: (packet: Kept, at: number) => object) => {
      const packets = genuine.packets.map(forge);
      writeFileSync(join(folder, file), JSON.stringify({ ...genuine, packets }));
    };
    written("sel_laid-in.json", (packet, at) => ({
      ...packet,
      id: `pkt_laid-in-${at}`,
      seal: { ...packet.seal, id: "sel_laid-in" },
    }));
    expect(await list()).toEqual(before);
    rmSync(join(folder, "sel_laid-in.json"));
    const whole = readFileSync(join(folder, name));
    written(name, (packet) => ({ ...packet, fingerprint: "0".repeat(64) }));
    expect((await list()).filter(({ seal: sealed }) => sealed !== undefined)).toEqual([]);
    writeFileSync(join(folder, name), whole);
    expect(await list()).toEqual(before);
  });

  test("what was sealed is not deleted", async () => {
    const [packet] = await list();
    await expect(desk.call("packets", "remove", { id: packet?.id })).rejects.toThrow(
      "packet-sealed-kept",
    );
  });

  test("signed papers are attached beside their originals, both hashed, until none is open", async () => {
    const open = await papers();
    expect(open.length).toBeGreaterThan(0);
    expect(open.some((paper) => paper.set === "internal-record")).toBe(false);
    const [first] = open;
    if (first === undefined) throw new Error("a sealed packet has papers to sign");
    const attach = async (name: string, scanned: Buffer) =>
      await desk.call<PaperOfSeal>("packets", "attach", {
        id: first.packet,
        path: first.path,
        grant: await desk.upload(name, scanned),
      });
    await expect(attach("scan.txt", Buffer.from("not a scan"))).rejects.toThrow("signed-copy-kind");
    const original = await readPacketFile(await zipOf(first.packet), first.path);
    if (!original.ok) throw new Error(original.error.code);
    await expect(attach("same.pdf", Buffer.from(original.value))).rejects.toThrow(
      "signed-copy-same",
    );
    const scan = Buffer.from("%PDF-1.4 signed and sealed by hand");
    const attached = await attach("扫描件.pdf", scan);
    expect(attached.sha256).toBe(sha256(original.value));
    expect(attached.signed?.sha256).toBe(sha256(scan));
    const back = await desk.call<{ grant: string; fileName: string }>("packets", "signedCopy", {
      id: first.packet,
      path: first.path,
    });
    const bytes = await desk.desk.grants.redeem(back.grant)!.bytes();
    expect(bytes.ok && Buffer.from(bytes.value).equals(scan)).toBe(true);
    const after = await papers();
    expect(after.filter((paper) => paper.signed === undefined)).toHaveLength(open.length - 1);
  });

  test("a later change makes the packets stale, and sealing again makes amendments that say what changed", async () => {
    const first = await list();
    await change((value) => ({ ...value, addressee: "第三机关（虚构）", notes: "只留内部" }));
    expect((await list()).every((packet) => packet.stale.includes("dossier"))).toBe(true);
    await reviewBoth();
    const sealed = await seal();
    const of = (packets: readonly ListedPacket[], set: string) =>
      packets.find((packet) => packet.set === set);
    for (const set of ["cn-filing", "us-exporter", "internal-record"])
      expect(of(sealed, set)?.supersedes).toBe(of(first, set)?.id);
    const filing = of(sealed, "cn-filing");
    const exporter = of(sealed, "us-exporter");
    if (filing === undefined || exporter === undefined) throw new Error("three sets are sealed");
    const amends = (await contentOf(filing))["amends"] as { packet: string; changes: Change[] };
    expect(amends.packet).toContain(of(first, "cn-filing")?.fingerprint.slice(0, 8));
    expect(amends.changes).toEqual([
      expect.objectContaining({ path: "order.addressee", after: "第三机关（虚构）" }),
    ]);
    expect(filing.files.some(({ path }) => /^data\/papers\/\d+-amendment\.pdf$/.test(path))).toBe(
      true,
    );
    // The other side is told neither the Chinese addressee nor the internal note.
    expect(JSON.stringify(await contentOf(exporter))).not.toMatch(/第三机关|只留内部/);
    const listed = await list();
    expect(listed.find(({ id }) => id === of(first, "cn-filing")?.id)?.supersededBy).toBe(
      filing.id,
    );
    expect((await papers()).every((paper) => paper.signed === undefined)).toBe(true);
    const changes = await desk.call<{ since?: object; changes: Change[] }>("orders", "changes", {
      id: order,
      since: "seal",
    });
    expect(changes).toMatchObject({ since: {}, changes: [] });
  });

  test("a list imported after the review makes the review no ground for sealing", async () => {
    await change((value) => ({ ...value, notes: "再改一次" }));
    await reviewBoth();
    const head =
      "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
    const row =
      "Entity List (EL) - Bureau of Industry and Security,,,,Nobody (fictitious),,,90 FR 1,2026-01-01,,,All,Presumption of denial,,,,,,,,,,,,,,,";
    const grant = await desk.upload("el.csv", Buffer.from(`${head}\n${row}\n`));
    await desk.call("lists", "import", { fileName: "el.csv", grant });
    await expect(seal()).rejects.toThrow("seal-compliance-rules");
  });

  test("drafts, tables and the sheet for a portal are made of a packet", async () => {
    const [packet] = await list();
    const office = async (kind: string) => {
      const { grant, fileName } = await desk.call<{ grant: string; fileName: string }>(
        "packets",
        "office",
        { id: packet?.id, kind, uploadMegabytes: 0.01 },
      );
      const bytes = await desk.desk.grants.redeem(grant)!.bytes();
      return { fileName, bytes: Buffer.from(bytes.ok ? bytes.value : []) };
    };
    const docx = await office("docx");
    expect(docx.fileName).toMatch(/-word\.zip$/);
    expect(docx.bytes.includes(Buffer.from(".docx"))).toBe(true);
    const xlsx = await office("xlsx");
    expect(xlsx.bytes.includes(Buffer.from("xl/workbook.xml"))).toBe(true);
    const portal = (await office("portal")).bytes.toString("utf8");
    expect(portal).toContain("申请材料，不构成许可");
    expect(portal).toContain("超过单个文件上限");
    expect(portal).toContain("navigator.clipboard");
  });

  test("words are found in the papers, page by page, with their place", async () => {
    const packet = (await list()).find(({ set }) => set === "cn-filing");
    const hits = await desk.call<{ path: string; page: number; boxes: { w: number }[] }[]>(
      "packets",
      "find",
      { id: packet?.id, words: "hgx h200" },
    );
    expect(hits.length).toBeGreaterThan(0);
    for (const { boxes } of hits) for (const box of boxes) expect(box.w).toBeGreaterThan(0);
    expect(await desk.call("packets", "find", { id: packet?.id, words: "没有写过的词" })).toEqual(
      [],
    );
  });
});
