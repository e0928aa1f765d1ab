import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type KnownKey, keyStanding, readFingerprint } from "#shared/packet";
import { run } from "../../electron/cli/run.ts";
import { strangersHand } from "../support/packets/forger.ts";
import { buildPacket, packetBuilder } from "../support/packets/genuine.ts";
import { openTestDesk } from "./desk-harness.ts";

const hand = strangersHand();
const sealer = { hand, name: "文示例", role: "legal", signedAt: "2026-11-23T08:00:00.000Z" };
let root: string;
let packet: string;

async function desk(...argv: string[]) {
  let [out, error] = ["", ""];
  const code = await run([...argv, "--lang", "en"], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      error += text;
    },
    today: () => "2026-11-30",
    cwd: root,
    root: process.cwd(),
  });
  return { code, out, error };
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "desk-known-"));
  const builder = packetBuilder();
  const built = await buildPacket(builder, root, { set: "us-exporter", sealer });
  packet = built.write(join(root, "packet"));
  await builder.dispose();
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

describe("packet verify --known-key", { timeout: 60_000 }, () => {
  const write = (name: string, text: string) => {
    writeFileSync(join(root, name), text);
    return name;
  };
  const file = (...keys: KnownKey[]) =>
    write("known.json", JSON.stringify({ schema: "h200-desk/known-keys@1", keys }));

  test.each([
    ["as it is printed", () => hand.fingerprint],
    ["in capitals and with colons", () => hand.fingerprint.toUpperCase().replaceAll(" ", ":")],
    ["as a whole public key", () => hand.publicKey],
    ["in a file of known keys", () => file({ fingerprint: hand.fingerprint, name: "文示例" })],
    ["in a text", () => write("key.txt", `${hand.fingerprint}\n`)],
  ])("takes a key %s", async (_, key) => {
    const { code, out } = await desk("packet", "verify", packet, "--known-key", key(), "--json");
    expect(JSON.parse(out)).toEqual({
      schema: "h200-desk/verify@1",
      intact: true,
      consistent: "same",
      vouched: "known-key",
      signer: {
        name: "文示例",
        role: "legal",
        fingerprint: hand.fingerprint,
        signedAt: "2026-11-23T08:00:00.000Z",
      },
      state: "sealed",
      problems: [],
    });
    expect(code).toBe(0);
  });

  test("without a key, or with another, the signer is unknown and the answer adverse", async () => {
    for (const keys of [[], ["--known-key", strangersHand().fingerprint]]) {
      const { code, out } = await desk("packet", "verify", packet, ...keys);
      expect(code).toBe(1);
      expect(out).toMatch(/^Signed with a key that is not known here/);
    }
  });

  test("a name, a role or a period that does not fit is told", async () => {
    const { fingerprint } = hand;
    for (const [key, code] of [
      [{ fingerprint, name: "某他人" }, "key-other-name"],
      [{ fingerprint, role: "manager" }, "key-other-role"],
      [{ fingerprint, validTo: "2026-11-22" }, "key-not-valid-then"],
      [{ fingerprint, validFrom: "2026-11-24" }, "key-not-valid-then"],
      [{ fingerprint, revokedAt: "2026-11-29" }, "key-revoked"],
    ] as const) {
      const answer = await desk("packet", "verify", packet, "--known-key", file(key), "--json");
      expect(JSON.parse(answer.out)).toMatchObject({
        intact: true,
        vouched: "unknown-key",
        problems: [{ code, path: "signature.json" }],
      });
      expect(answer.code).toBe(1);
    }
  });

  test("what is no key is refused with one sentence", async () => {
    const { code, error } = await desk("packet", "verify", packet, "--known-key", "nothing.json");
    expect(code).toBe(2);
    expect(error).toContain("neither a key fingerprint");
  });
});

describe("keys of a workspace", { timeout: 120_000 }, () => {
  test("a key card shows the fingerprint; the file beside it makes the key known elsewhere", async () => {
    const own = await openTestDesk();
    const value = { id: "psn_wen", name: "文示例", nameEn: "Wen Sample", roles: ["legal"] };
    await own.call("persons", "save", { value, revision: 0 });
    const { publicKey } = await own.call<{ publicKey: string }>("persons", "createKey", {
      person: "psn_wen",
      passphrase: "long enough",
    });
    await own.desk.dispose();
    const made = await desk(
      ...["packet", "key-card", "--workspace", own.dir, "--person", "psn_wen", "--out", "cards"],
    );
    expect(made.code).toBe(0);
    const card = readFileSync(join(root, "cards", "psn_wen-key-card.pdf"));
    expect(card.subarray(0, 5).toString()).toBe("%PDF-");
    const keys = JSON.parse(readFileSync(join(root, "cards", "psn_wen-known-keys.json"), "utf8"));
    const digest = createHash("sha256").update(Buffer.from(publicKey, "hex")).digest("hex");
    const fingerprint = readFingerprint(digest.slice(0, 32));
    expect(keys.keys).toEqual([
      { fingerprint, name: "文示例", role: "legal", validFrom: "2026-11-23" },
      { fingerprint, name: "Wen Sample", role: "legal", validFrom: "2026-11-23" },
    ]);
    rmSync(own.dir, { recursive: true, force: true });
  });
});

test("a signature that states no time counts by the day on which it is looked at", () => {
  const claim = { fingerprint: hand.fingerprint, name: "x", role: null, signedAt: null };
  const until = (validTo: string) => [{ fingerprint: hand.fingerprint, validTo }];
  expect(keyStanding(until("2026-11-30"), claim, "2026-11-30")).toBe("known");
  expect(keyStanding(until("2026-11-29"), claim, "2026-11-30")).toBe("key-not-valid-then");
});
