import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PacketBuilder } from "#desk";
import { listPacketFiles, readPacketFile } from "#node/packets";
import { PAPERS_EDITION } from "#shared/papers";
import { ForgedPacket } from "../support/packets/forger.ts";
import { packetBuilder } from "../support/packets/genuine.ts";

let root: string;
let builder: PacketBuilder;
let draft: ForgedPacket;

/** Takes a packet out of an archive. */
async function unpacked(path: string): Promise<ForgedPacket> {
  const zip = readFileSync(path);
  const listed = await listPacketFiles(zip);
  const files = new Map<string, Uint8Array>();
  for (const name of listed.ok ? listed.value.keys() : []) {
    const bytes = await readPacketFile(zip, name);
    if (bytes.ok) files.set(name, bytes.value);
  }
  return new ForgedPacket(files);
}

let count = 0;
async function verify(packet: ForgedPacket) {
  count += 1;
  const folder = packet.write(join(root, String(count)));
  const found = await builder.verify(folder, { known: [], today: "2026-11-30" });
  if (!found.ok) throw new Error(found.error.code);
  const { verdict, consistent, intact, problems } = found.value;
  return { verdict, consistent, intact, codes: problems.map(({ code }) => code) };
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "desk-editions-"));
  builder = packetBuilder();
  draft = await unpacked(join(import.meta.dirname, "formats", "cn-filing-packet-2.zip"));
});
afterAll(async () => {
  await builder.dispose();
  rmSync(root, { recursive: true, force: true });
});

test("how papers were made is kept for every edition since the third", () => {
  for (let edition = 3; edition < PAPERS_EDITION; edition += 1)
    for (const path of [`editions/papers-${edition}.mjs`, `pdf/templates-${edition}/main.typ`])
      expect(existsSync(join("electron/node", path)), path).toBe(true);
});

describe("a packet of the third edition", { timeout: 60_000 }, () => {
  const letter = "data/papers/01-letter.pdf";

  test("comes out the same byte for byte", async () => {
    expect(await verify(draft.copy())).toEqual({
      verdict: "draft",
      consistent: "same",
      intact: true,
      codes: [],
    });
  });

  test("with a paper of other bytes and the same words is consistent by its text only", async () => {
    const packet = draft.copy();
    const pdf = Buffer.from(packet.files.get(letter) ?? "");
    const at = pdf.indexOf("/Creator");
    expect(at).toBeGreaterThan(0);
    pdf.write("/CReator", at);
    const found = await verify(packet.put(letter, pdf).refit());
    expect(found).toMatchObject({ verdict: "draft-text", consistent: "text-only", intact: true });
  });

  test("with a paper of other words differs", async () => {
    const packet = draft.copy();
    const other =
      packet.files.get("data/papers/02-application.pdf") ??
      packet.files.get(packet.paths("data/papers/")[1] ?? "");
    const found = await verify(packet.put(letter, other ?? "").refit());
    expect(found).toMatchObject({ verdict: "differs", codes: ["paper-text-differs"] });
  });

  test("without its evidence is not whole: its index says that copies are enclosed", async () => {
    const packet = await unpacked(join(import.meta.dirname, "formats", "us-exporter-packet-2.zip"));
    for (const path of packet.paths("data/evidence/")) packet.drop(path);
    const found = await verify(packet.refit());
    expect(found.verdict).toBe("altered");
    expect(found.codes).toContain("enclosed-missing");
  });

  test("with classes that its own answers do not give is no more than compared by its text", async () => {
    const content = JSON.parse(draft.text(draft.contentPath));
    const party = { id: "pty_made", kind: "company", names: { zh: "示例甲公司" } };
    const dossier = {
      ...content.dossier,
      parties: [party],
      order: { ...content.dossier.order, buyer: party.id },
    };
    const named = { id: "none-of-them", zh: "不属于任何一类", en: "None of the classes" };
    const row = { party: party.id, class: named, value: "holds", sources: [] };
    const forged = await draft.copy().remakeThird({ ...content, dossier, classes: [row] });
    expect(await verify(forged)).toMatchObject({
      verdict: "draft-text",
      codes: ["check-not-repeated"],
    });
  });

  test("with another program on its front was made by nobody who is known", async () => {
    const found = await verify(draft.copy().info("Made-With", "h200-desk 0.3.0").refit());
    expect(found).toMatchObject({ verdict: "differs", codes: ["maker-unknown"] });
  });
});
