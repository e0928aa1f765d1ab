import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInPrograms, type PacketBuilder, readDossierBytes } from "#desk";
import { readManaged, readUpdate, signUpdate } from "#node/host";
import { verifyPacket } from "#node/packets";
import { builtInPacks, packBundleBytes, readPackBundle, reviewPack } from "#node/packs";
import {
  type Act,
  type ActStatement,
  actHash,
  NO_ACT,
  personSubject,
  readActs,
  statementText,
} from "#shared/acts";
import { runCheck } from "#shared/check";
import { errorText } from "#shared/i18n";
import { type AppError, canonicalJson } from "#shared/kernel";
import { knownKeysFileSchema } from "#shared/packet";
import { changed, changes, damage, damaged } from "../support/damage.ts";
import { forgedZip } from "../support/packets/forged-zip.ts";
import type { ForgedPacket } from "../support/packets/forger.ts";
import { buildPacket, packetBuilder } from "../support/packets/genuine.ts";

const long = process.env["DESK_LONG"] === "1";
/** So many inputs of each format; what costs much is tried a tenth as often when the suite is short. */
const RUNS = long ? 3_000 : 150;
const DEAR = long ? 3_000 : 20;
/** Nobody waits longer for an answer about a file. */
const LONGEST_MS = 10_000;

let root: string;
let builder: PacketBuilder;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "desk-fuzz-"));
  builder = packetBuilder();
});
afterAll(async () => {
  await builder.dispose();
  rmSync(root, { recursive: true, force: true });
});

/** A message of the catalogue with every blank filled; what it quotes of the file may look like one. */
function said(error: AppError): void {
  for (const lang of ["zh", "en"] as const)
    expect(errorText(lang, error).replace(/“[^”]*”/gu, "")).not.toMatch(/\{\w+\}|^error\./);
}

async function soon<T>(work: () => T | Promise<T>): Promise<T> {
  const from = performance.now();
  const answer = await work();
  expect(performance.now() - from).toBeLessThan(LONGEST_MS);
  return answer;
}

const zipped = ({ files }: ForgedPacket) =>
  [...files].map(([name, bytes]) => ({ name: `packet/${name}`, bytes }));

/** In our own spelling where it can be written so. */
function textOf(value: unknown): string {
  try {
    return `${canonicalJson(value)}\n`;
  } catch {
    return `${JSON.stringify(value)}\n`;
  }
}

const jsonBytes = (value: unknown) => Buffer.from(JSON.stringify(value) ?? "null", "utf8");

/** Every input twice over: bytes broken anywhere, and sound JSON with other values in it. */
async function both(
  whole: Uint8Array,
  runs: number,
  look: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const value = JSON.parse(Buffer.from(whole).toString("utf8")) as unknown;
  const half = { numRuns: Math.ceil(runs / 2) };
  await fc.assert(
    fc.asyncProperty(damage, async (cuts) => look(damaged(whole, cuts))),
    half,
  );
  await fc.assert(
    fc.asyncProperty(changes, async (list) => look(jsonBytes(changed(value, list)))),
    half,
  );
}

describe("a damaged file is read whole or refused in words, never a fault", {
  timeout: 3_600_000,
}, () => {
  test("packets: whatever differs from what was written is told", async () => {
    const draft = await buildPacket(builder, root, { set: "us-exporter" });
    const whole = forgedZip(zipped(draft));
    const first = await verifyPacket(whole);
    if (!first.ok) throw new Error(first.error.code);
    expect(first.value.differences).toEqual([]);
    const sums = [...first.value.digests].sort();
    await fc.assert(
      fc.asyncProperty(damage, async (cuts) => {
        const found = await soon(() => verifyPacket(damaged(whole, cuts)));
        if (!found.ok) said(found.error);
        else if (found.value.differences.length === 0)
          expect([...found.value.digests].sort()).toEqual(sums);
      }),
      { numRuns: RUNS },
    );
  });

  test("packets whose content was changed and whose manifests were made to fit", async () => {
    const draft = await buildPacket(builder, join(root, "again"), { set: "us-exporter" });
    const path = "data/us-exporter.json";
    const content = JSON.parse(draft.text(path)) as unknown;
    const today = "2026-11-30";
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const text = textOf(changed(content, list));
        fc.pre(text !== draft.text(path));
        const forged = draft.copy().put(path, text);
        const sum = createHash("sha256").update(text).digest("hex");
        const zip = forgedZip(zipped(forged.info("Content-SHA256", sum).refit()));
        const found = await soon(() => builder.verify(zip, { known: [], today }));
        expect(found.ok && found.value.verdict).not.toBe("draft");
      }),
      { numRuns: long ? 300 : 15 },
    );
  });

  test("dossiers, and what can be read is checked", async () => {
    const whole = readFileSync(join(process.cwd(), "examples", "private-start-up-complete.json"));
    const held = builtInPrograms();
    if (!held.ok) throw new Error(held.error.code);
    const programs = held.value.map(({ program }) => program);
    await both(whole, long ? RUNS : 60, async (bytes) => {
      const read = await soon(() => readDossierBytes(bytes, "x.json"));
      if (!read.ok) return said(read.error);
      const asOf = "2026-08-20";
      const input = { dossier: read.value, packs: programs, lists: [], asOf };
      const report = await soon(() => runCheck({ ...input, reading: "working" }));
      if (!report.ok) said(report.error);
    });
  });

  test("packs: one that is changed is refused, or tells that nobody signed it", async () => {
    const [input] = builtInPacks;
    if (input === undefined) throw new Error("no pack here");
    const whole = packBundleBytes({ input });
    await both(whole, DEAR, async (bytes) => {
      const read = readPackBundle(bytes, "x.json");
      if (!read.ok) return said(read.error);
      const seen = await soon(() => reviewPack(read.value, { held: [], trusted: [] }));
      expect(seen.signer).toBeUndefined();
    });
  });

  test("acts: none counts that was not signed so", async () => {
    const keys = new Map(["a", "b", "c"].map((id) => [id, generateKeyPairSync("ed25519")]));
    const keyOf = (id: string) => {
      const pair = keys.get(id);
      if (pair === undefined) throw new Error(id);
      const x = pair.publicKey.export({ format: "jwk" }).x ?? "";
      return { ...pair, raw: Buffer.from(x, "base64url").toString("hex") };
    };
    const fits = (publicKey: string, text: string, signature: string) => {
      const x = Buffer.from(publicKey, "hex").toString("base64url");
      const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
      return verify(null, Buffer.from(text), key, Buffer.from(signature, "hex"));
    };
    const acts: Act[] = [];
    for (const [by, of] of [
      ["a", "b"],
      ["b", "a"],
      ["a", "c"],
      ["b", "c"],
    ] as const) {
      const payload = { name: of, publicKey: keyOf(of).raw, roles: ["legal" as const] };
      const statement: ActStatement = {
        schema: "h200-desk/act@1",
        id: `act_${acts.length}`,
        signers: [{ person: `psn_${by}`, publicKey: keyOf(by).raw }],
        at: "2026-11-23T08:00:00.000Z",
        day: "2026-11-23",
        kind: "person-confirmation",
        subject: { ...personSubject({ id: `psn_${of}`, ...payload }), kind: "person" },
        payload,
      };
      const text = Buffer.from(statementText(statement));
      const last = acts.at(-1);
      acts.push({
        statement,
        signatures: [sign(null, text, keyOf(by).privateKey).toString("hex")],
        seq: acts.length + 1,
        prev: last === undefined ? NO_ACT : actHash(last),
      });
    }
    const genuine = new Set(acts.map(actHash));
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const forged = changed(acts, list);
        const values = Array.isArray(forged) ? (forged as unknown[]) : [forged];
        const files = values.map((value, at) => ({ name: `${at}.json`, value }));
        // The journal is on their side: it knows the hash of whatever lies there.
        const hashes = values.flatMap((value) => {
          try {
            return [actHash(value as Act)];
          } catch {
            return [];
          }
        });
        const state = await soon(() => readActs(files, hashes, fits));
        for (const { statement, signatures, sha256 } of state.acts) {
          const same = acts.find((one) => one.statement.id === statement.id);
          expect(statement).toEqual(same?.statement);
          expect(signatures).toEqual(same?.signatures);
          expect(genuine.has(sha256) || state.problems.length > 0).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("rules of the firm", async () => {
    const key = { name: "IT", publicKey: "a".repeat(64) };
    const whole = jsonBytes({
      ...{ schema: "h200-desk/managed@1", workspace: "~/desk", language: "zh" },
      ...{ trustedPackKeys: [key], onlyTheseKeys: true, encryptionRequired: true },
      ...{ autoLockMinutes: 10, updates: "/srv/updates", updateKeys: [key] },
    });
    const file = join(root, "managed.json");
    await both(whole, RUNS, async (bytes) => {
      writeFileSync(file, bytes, { mode: 0o644 });
      const read = await soon(() => readManaged(file));
      if (!read.ok) said(read.error);
    });
  });

  test("update files, and files of known keys", async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const x = publicKey.export({ format: "jwk" }).x ?? "";
    const trusted = [{ name: "IT", publicKey: Buffer.from(x, "base64url").toString("hex") }];
    const whole = signUpdate(
      {
        schema: "h200-desk/update@1",
        version: "9.0.0",
        issued: "2026-12-01",
        notes: { zh: "新", en: "new" },
        files: [
          {
            ...{ name: "desk.AppImage", system: "linux", arch: "x64" },
            ...{ bytes: 1, sha256: "0".repeat(64) },
          },
        ],
      },
      privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    );
    const content = JSON.parse(whole) as { signature: unknown };
    await both(Buffer.from(whole), RUNS, async (bytes) => {
      const read = await soon(() => readUpdate(bytes.toString("utf8"), trusted));
      if (!read.ok) return said(read.error);
      const { signature: _signature, ...genuine } = content;
      if (read.value.trust.kind === "genuine") expect(read.value.content).toEqual(genuine);
      knownKeysFileSchema.safeParse(read.value.content);
    });
  });
});
