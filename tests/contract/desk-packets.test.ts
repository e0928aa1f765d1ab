import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programVersion } from "#node/host";
import { knownFirm } from "../support/known-persons.ts";
import { openTestDesk, type TestDesk } from "./desk-harness.ts";

const examples = join(process.cwd(), "examples");
const text = readFileSync(join(examples, "private-start-up-complete.json"), "utf8");

type Packet = {
  id: string;
  set: string;
  draft: boolean;
  fingerprint: string;
  files: { path: string; pages?: number }[];
};

let desk: TestDesk;
let order = "";
beforeAll(async () => {
  desk = await openTestDesk();
  const imported = await desk.call<{ order: string }>("orders", "import", {
    fileName: "x.json",
    text,
    onConflict: "take-theirs",
  });
  order = imported.order;
  // Bytes of the papers reach the store as any upload does; the references are those of the dossier.
  for (const name of readdirSync(join(examples, "evidence"))) {
    const grant = await desk.upload(name, readFileSync(join(examples, "evidence", name)));
    const { id } = await desk.call<{ id: string }>("evidence", "add", {
      grant,
      kind: "other",
      side: "internal",
    });
    await desk.call("evidence", "remove", { id });
  }
}, 60_000);
afterAll(async () => {
  await desk.close();
});

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

async function build(set: string): Promise<Packet> {
  const { job } = await desk.call<{ job: string }>("packets", "build", {
    order,
    set,
    asOf: "2026-08-20",
  });
  return await finished<Packet>(job);
}

async function zipOf(id: string): Promise<Buffer> {
  const { grant } = await desk.call<{ grant: string }>("packets", "offer", { id });
  const bytes = await desk.desk.grants.redeem(grant)!.bytes();
  return Buffer.from(bytes.ok ? bytes.value : []);
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a packet of the desk", { timeout: 240_000 }, () => {
  test.each(["cn-filing", "us-exporter", "internal-record"])(
    "%s is built as a draft, listed, and verifies byte for byte",
    async (set) => {
      const packet = await build(set);
      expect(packet).toMatchObject({ set, draft: true });
      const papers = packet.files.filter((file) => file.path.endsWith(".pdf"));
      expect(papers.length).toBeGreaterThan(3);
      for (const paper of papers) expect(paper.pages).toBeGreaterThan(0);
      const listed = await desk.call<Packet[]>("packets", "list", { order });
      expect(listed.map((item) => item.id)).toContain(packet.id);
      expect(await desk.call("packets", "verify", { id: packet.id })).toMatchObject({
        intact: true,
        consistent: "same",
        vouched: "nobody",
        problems: [],
        verdict: "draft",
      });
    },
  );

  test("the same dossier, packs and day give the same bytes", async () => {
    const first = await zipOf((await build("cn-filing")).id);
    const second = await zipOf((await build("cn-filing")).id);
    expect(sha256(first)).toBe(sha256(second));
  });

  test("one changed byte anywhere is found by whoever gets the file", async () => {
    const zip = await zipOf((await build("us-exporter")).id);
    const at = zip.indexOf("Sample Accelerators");
    zip[at] = (zip[at] ?? 0) ^ 1;
    const grant = await desk.upload("packet.zip", zip);
    const found = await desk.call<{ intact: boolean; problems: unknown[] }>(
      "packets",
      "verifyUpload",
      { grant },
    );
    expect(found.intact).toBe(false);
    expect(found.problems.length).toBeGreaterThan(0);
  });

  test("a folder that was dropped file by file verifies, and a changed file of it is found", async () => {
    const packet = await build("us-exporter");
    const files: { path: string; grant: string }[] = [];
    const send = async (spoil: string) => {
      files.length = 0;
      for (const { path } of packet.files) {
        const { grant } = await desk.call<{ grant: string }>("packets", "offer", {
          id: packet.id,
          path,
        });
        const read = await desk.desk.grants.redeem(grant)!.bytes();
        const bytes = Buffer.from(read.ok ? read.value : []);
        if (path === spoil) bytes[0] = (bytes[0] ?? 0) ^ 1;
        files.push({ path, grant: await desk.upload("part", bytes) });
      }
      return await desk.call<{ intact: boolean; problems: { path: string }[] }>(
        "packets",
        "verifyFolder",
        { files: [...files] },
      );
    };
    expect(await send("")).toMatchObject({ intact: true, problems: [] });
    const spoilt = await send("data/papers/01-letter.pdf");
    expect([...new Set(spoilt.problems.map(({ path }) => path))]).toEqual([
      "data/papers/01-letter.pdf",
    ]);
  });

  test("evidence exchanged under its own name is found although every manifest was made to fit", async () => {
    const packet = await build("cn-filing");
    const bytes = new Map<string, Buffer>();
    for (const { path } of packet.files) {
      const wish = { id: packet.id, path };
      const { grant } = await desk.call<{ grant: string }>("packets", "offer", wish);
      const read = await desk.desk.grants.redeem(grant)?.bytes();
      bytes.set(path, Buffer.from(read?.ok ? read.value : []));
    }
    const [one, two] = ["data/evidence/hs.txt", "data/evidence/licence.txt"];
    const [first, second] = [bytes.get(one) ?? "", bytes.get(two) ?? ""];
    bytes.set(one, Buffer.from(second)).set(two, Buffer.from(first));
    for (const name of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const lines = (bytes.get(name) ?? "").toString().trimEnd().split("\n");
      const fitted = lines
        .map((line) => line.slice(66))
        .map((path) => {
          return `${sha256(bytes.get(path) ?? Buffer.alloc(0))}  ${path}\n`;
        });
      bytes.set(name, Buffer.from(fitted.join("")));
    }
    const files: { path: string; grant: string }[] = [];
    for (const [path, part] of bytes) files.push({ path, grant: await desk.upload("part", part) });
    const found = await desk.call<{ intact: boolean; problems: unknown[] }>(
      "packets",
      "verifyFolder",
      { files },
    );
    expect(found.intact).toBe(false);
    expect(found.problems).toMatchObject([
      { path: one, code: "not-as-in-content" },
      { path: two, code: "not-as-in-content" },
    ]);
  });

  test("the report of an internal record is made again from its own dossier", async () => {
    const packet = await build("internal-record");
    expect(await desk.call("packets", "verify", { id: packet.id })).toMatchObject({
      consistent: "same",
      problems: [],
      notes: [],
      madeWith: `h200-desk ${programVersion(process.cwd())}`,
    });
  });

  test("every page of a paper is drawn for the preview, and no page beyond the last", async () => {
    const packet = await build("cn-filing");
    const paper = packet.files.find((file) => file.path.endsWith("03-end-use.pdf"))!;
    const draw = (page: number) =>
      desk.call<{ svg: string; pages: number }>("packets", "page", {
        id: packet.id,
        path: paper.path,
        page,
      });
    for (let page = 1; page <= (paper.pages ?? 0); page += 1) {
      const drawn = await draw(page);
      expect(drawn.pages).toBe(paper.pages);
      expect(drawn.svg.length).toBeGreaterThan(10_000);
      expect(drawn.svg).not.toMatch(/NaN|undefined|<script/);
    }
    await expect(draw((paper.pages ?? 0) + 1)).rejects.toThrow();
  });

  test("a packet carries the papers of its side and no other", async () => {
    const names = (packet: Packet) =>
      packet.files.map((file) => file.path).filter((path) => path.startsWith("data/evidence/"));
    const chinese = names(await build("cn-filing"));
    const american = names(await build("us-exporter"));
    expect(chinese).toContain("data/evidence/bench.txt");
    expect(chinese).not.toContain("data/evidence/kyc.txt");
    expect(american).toContain("data/evidence/kyc.txt");
    expect(american).not.toContain("data/evidence/bench.txt");
  });

  test("the letterhead of the settings stands on what goes out, the journal in the record only", async () => {
    const settings = await desk.call<Record<string, unknown>>("settings", "get", {});
    const letterhead = {
      name: "星河样例智能科技有限公司",
      address: "贵阳市样例大道 88 号\n0851-0000000",
    };
    await desk.call("settings", "save", { ...settings, letterhead });
    const contentOf = async (set: string) => {
      const packet = await build(set);
      const path = `data/${set}.json`;
      const { grant } = await desk.call<{ grant: string }>("packets", "offer", {
        id: packet.id,
        path,
      });
      const bytes = await desk.desk.grants.redeem(grant)?.bytes();
      return JSON.parse(Buffer.from(bytes?.ok ? bytes.value : []).toString("utf8"));
    };
    const filing = await contentOf("cn-filing");
    expect(filing.letterhead).toEqual({
      name: letterhead.name,
      lines: ["贵阳市样例大道 88 号", "0851-0000000"],
    });
    expect(filing).not.toHaveProperty("journal");
    const record = await contentOf("internal-record");
    const subjects = record.journal.map((line: { subject: string }) => line.subject);
    expect(subjects.some((subject: string) => subject.endsWith(order))).toBe(true);
    expect(subjects.some((subject: string) => subject.startsWith("packets/"))).toBe(false);
    await desk.call("settings", "save", settings);
  });

  test("evidence above the limit is refused with the limit, and nothing of it stays", async () => {
    const most = 512 * 1024 ** 2;
    const { grants } = desk.desk;
    const begun = grants.begin("scan.tiff", most + 1);
    if (!begun.ok) throw new Error(begun.error.code);
    const piece = Buffer.alloc(64 * 1024 ** 2);
    for (let sent = 0; sent < most; sent += piece.length) grants.append(begun.value.grant, piece);
    grants.append(begun.value.grant, Buffer.alloc(1));
    expect(grants.finish(begun.value.grant).ok).toBe(true);
    const before = await desk.call<unknown[]>("evidence", "list", {});
    const input = { grant: begun.value.grant, kind: "other", side: "both" };
    await expect(desk.call("evidence", "add", input)).rejects.toThrow(
      `evidence.too-large {"limit":${most},"megabytes":537}`,
    );
    expect(await desk.call<unknown[]>("evidence", "list", {})).toHaveLength(before.length);
  });

  test("a build that is cancelled leaves no packet", async () => {
    const before = await desk.call<Packet[]>("packets", "list", {});
    const { job } = await desk.call<{ job: string }>("packets", "build", {
      order,
      set: "internal-record",
    });
    await desk.call("jobs", "cancel", { job });
    await expect(finished(job)).rejects.toThrow("cancelled");
    expect(await desk.call<Packet[]>("packets", "list", {})).toHaveLength(before.length);
  });

  test("nothing is sealed without two reviews of this very dossier; then all three sets are", async () => {
    await knownFirm(desk.call);
    const seal = { order, person: "psn_second", passphrase: "long enough", asOf: "2026-11-23" };
    const first = await desk.call<{ job: string }>("packets", "seal", seal);
    await expect(finished(first.job)).rejects.toThrow("seal-compliance-missing");
    const review = {
      id: order,
      decision: "ready-to-file",
      comments: [],
      passphrase: "long enough",
    };
    await desk.call("orders", "addReview", { ...review, kind: "compliance", person: "psn_second" });
    await desk.call("orders", "addReview", { ...review, kind: "legal", person: "psn_legal" });
    const { job } = await desk.call<{ job: string }>("packets", "seal", seal);
    const sealed = await finished<Packet[]>(job);
    expect(sealed.map((packet) => packet.set).toSorted()).toEqual([
      "cn-filing",
      "internal-record",
      "us-exporter",
    ]);
    const verified = await desk.call("packets", "verify", { id: sealed[0]!.id });
    expect(verified).toMatchObject({
      intact: true,
      consistent: "same",
      vouched: "known-key",
      signer: { role: "reviewer" },
      verdict: "sealed",
    });
    const stored = await desk.call<{ value: Record<string, unknown>; revision: number }>(
      "orders",
      "get",
      { id: order },
    );
    await desk.call("orders", "save", {
      value: { ...stored.value, notes: "changed after the review" },
      revision: stored.revision,
    });
    const again = await desk.call<{ job: string }>("packets", "seal", seal);
    await expect(finished(again.job)).rejects.toThrow("seal-compliance-stale");
  });
});
