import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packRefusalText } from "#shared/i18n";
import type { Result } from "#shared/kernel";
import { packErrorCodes } from "#shared/rules";
import {
  type PackFiles,
  packBundleBytes,
  packSignatureHolds,
  readPackBundle,
  readPackFolder,
} from "./read-pack.ts";
import { refusalLine, reviewPack } from "./review-pack.ts";
import { signPackFiles } from "./sign-pack.ts";

const delivered = fileURLToPath(
  new URL("../../../shared/packs/cn-import/2026-12-01/", import.meta.url),
);

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

let files: PackFiles;
let folder: string;
beforeAll(async () => {
  files = unwrap(await readPackFolder(delivered));
  folder = await mkdtemp(join(tmpdir(), "packs-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const noneKnown = { held: [], trusted: [] };

/** The delivered pack with its first cases only: enough where something else is looked at. */
function few(): PackFiles {
  const [first] = files.input.cases ?? [];
  const cases = Array.isArray(first) ? first.slice(0, 5) : [];
  return { ...files, input: { ...files.input, cases } };
}

/** The delivered pack with some fields of its head set otherwise. */
function withHead(head: object): PackFiles {
  const { input } = few();
  return { ...files, input: { ...input, pack: { ...Object(input.pack), ...head } } };
}

describe("signing a pack", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = String(privateKey.export({ type: "pkcs8", format: "pem" }));

  test("a signature made over a pack holds for it and for no pack with another number in it", () => {
    const signature = unwrap(signPackFiles(files, pem));
    expect(packSignatureHolds({ ...files, signature })).toBe(true);
    expect(packSignatureHolds({ ...withHead({ version: "9.9.9" }), signature })).toBe(false);
  });

  test("it survives the way into one file and back, whatever the order of keys", () => {
    const signature = unwrap(signPackFiles(files, pem));
    const back = unwrap(readPackBundle(packBundleBytes({ ...files, signature }), "pack.json"));
    expect(packSignatureHolds(back)).toBe(true);
    expect(Object.keys(back.dossiers ?? {})).toEqual(Object.keys(files.dossiers ?? {}).sort());
  });

  test("text that is no Ed25519 key is refused", () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
    const other = String(rsa.export({ type: "pkcs8", format: "pem" }));
    for (const text of ["no key", other])
      expect(signPackFiles(files, text)).toMatchObject({ ok: false, error: { code: "pack-key" } });
  });

  test("a signature by a trusted key names its owner and warns of nothing", () => {
    const signature = unwrap(signPackFiles(files, pem));
    const trusted = [{ name: "Invented Law Office", publicKey: signature.publicKey }];
    expect(reviewPack({ ...few(), signature }, { held: [], trusted })).toMatchObject({
      signer: "Invented Law Office",
      warnings: [],
      refusals: [],
    });
    expect(reviewPack({ ...few(), signature }, noneKnown).warnings).toEqual(["signer-unknown"]);
  });

  test("a signature that belongs to another pack refuses this one", () => {
    const signature = unwrap(signPackFiles(withHead({ version: "9.9.9" }), pem));
    expect(reviewPack({ ...few(), signature }, noneKnown)).toMatchObject({
      program: undefined,
      refusals: [{ kind: "signature" }],
    });
  });
});

describe("looking a pack through before it is taken in", () => {
  test("the delivered pack passes its own cases and is only unsigned", () => {
    const review = reviewPack(files, noneKnown);
    expect(review).toMatchObject({ refusals: [], warnings: ["unsigned"], cases: { failed: 0 } });
    expect(review.cases.run).toBeGreaterThan(50);
  });

  test("a pack whose own case fails is refused with the case's name and both values", () => {
    const wrong = {
      name: "On 15 January 2026 nobody was held up, which is not so",
      asOf: "2026-01-15",
      dossier: "private-start-up",
      expect: { lane: "no-bar-found" },
    };
    const review = reviewPack({ ...files, input: { ...files.input, cases: [[wrong]] } }, noneKnown);
    expect(review.refusals.map(refusalLine)).toEqual([
      "cases: On 15 January 2026 nobody was held up, which is not so: lane: expected no-bar-found, found reported-hold",
    ]);
  });

  test("a pack without cases is refused", () => {
    const review = reviewPack({ ...files, input: { ...files.input, cases: [] } }, noneKnown);
    expect(review.refusals).toEqual([{ kind: "no-cases" }]);
  });

  test("a pack older than the one held warns of a downgrade", () => {
    const { program } = reviewPack(few(), noneKnown);
    if (program === undefined) throw new Error("the delivered pack was refused");
    const known = { held: [program], trusted: [] };
    expect(reviewPack(withHead({ issued: "2026-11-01" }), known).warnings).toContain("downgrade");
    expect(reviewPack(withHead({ issued: "2026-12-01" }), known).warnings).not.toContain(
      "downgrade",
    );
  });

  test("a newer pack of another name warns that it takes the place of the one in use", () => {
    const { program } = reviewPack(few(), noneKnown);
    if (program === undefined) throw new Error("the delivered pack was refused");
    const known = { held: [program], trusted: [] };
    const other = { id: "other-pack", issued: "2027-01-01" };
    expect(reviewPack(withHead(other), known).warnings).toEqual(["unsigned", "other-pack"]);
  });

  test("other rules under the same version are pointed out", () => {
    const { program } = reviewPack(few(), noneKnown);
    if (program === undefined) throw new Error("the delivered pack was refused");
    const title = { zh: "另一份", en: "Another one" };
    expect(reviewPack(withHead({ title }), { held: [program], trusted: [] }).warnings).toContain(
      "same-version-differs",
    );
  });

  test("every reason of the compiler's has its sentence and its remedy in both languages", () => {
    for (const lang of ["zh", "en"] as const)
      for (const code of packErrorCodes) {
        const params = { id: "x", limit: 1, problem: "x", keys: ["x"], ring: ["x"], type: "x" };
        const error = { file: "pack.json", place: "rule x", code, params, remedy: `fix-${code}` };
        const text = packRefusalText(lang, { kind: "compiler", error });
        expect(text).toContain("rule x");
        expect(text).not.toMatch(/pack\.(error|remedy)\./);
      }
  });

  test("a refusal by the compiler names file, rule and code", () => {
    const pack = { ...Object(files.input.pack), rules: [{ id: "x" }] };
    const review = reviewPack({ ...files, input: { ...files.input, pack } }, noneKnown);
    expect(review.refusals.map(refusalLine).join("\n")).toContain("pack.json: rule x: ");
  });
});

describe("reading a pack's folder", () => {
  async function write(name: string, text: string): Promise<string> {
    const dir = join(folder, name);
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, "sources.json"), "[]");
    await writeFile(join(dir, "pack.json"), text);
    return dir;
  }

  test("a key written twice is refused with its line", async () => {
    const dir = await write("twice", '{"id": "a",\n "id": "b"}');
    expect(await readPackFolder(dir)).toMatchObject({
      ok: false,
      error: { code: "json-duplicate-key", params: { line: 2 } },
    });
  });

  test("nesting without end is refused", async () => {
    const dir = await write("deep", `${"[".repeat(100_000)}`);
    expect(await readPackFolder(dir)).toMatchObject({ ok: false, error: { code: "json-depth" } });
  });

  test("a file of 100 MB is refused by its size, before it is read", async () => {
    const dir = await write("large", " ".repeat(100_000_000));
    const start = performance.now();
    expect(await readPackFolder(dir)).toMatchObject({
      ok: false,
      error: { code: "input-too-large" },
    });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test("a folder that is not there is named", async () => {
    expect(await readPackFolder(join(folder, "nowhere"))).toMatchObject({
      ok: false,
      error: { code: "input-missing" },
    });
  });
});

describe("a hostile pack in one file", () => {
  /** Time in ms, and how far the heap grew, while something refused it. */
  function cost(work: () => void) {
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    work();
    return {
      ms: performance.now() - start,
      grown: process.memoryUsage().heapUsed - before,
    };
  }

  test.each([
    ["100 MB of nothing", Buffer.alloc(100_000_000, " "), "input-too-large"],
    ["100 MB of brackets", Buffer.alloc(100_000_000, "["), "input-too-large"],
    ["15 MB of brackets", Buffer.alloc(15_000_000, "["), "json-depth"],
    ["a key that would touch the prototype", Buffer.from('{"__proto__": {}}'), "pack-bundle-shape"],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00]), "input-encoding"],
  ])("%s is refused by a code, soon and without filling memory", (_, bytes, code) => {
    let found: unknown;
    const { ms, grown } = cost(() => {
      found = readPackBundle(bytes, "pack.json");
    });
    expect(found).toMatchObject({ ok: false, error: { code } });
    expect(ms).toBeLessThan(2_000);
    expect(grown).toBeLessThan(120_000_000);
  });

  test("forty definitions, each naming the one before ten times, and a day that does not exist", () => {
    const pack = files.input.pack as { rules: object[]; definitions: object[] };
    const bomb = Array.from({ length: 40 }, (_, at) => ({
      ...pack.definitions[0],
      id: `bomb-${at}`,
      subject: "party",
      when:
        at === 0
          ? { fact: "party.military", is: true }
          : { all: Array.from({ length: 10 }, () => ({ def: `bomb-${at - 1}` })) },
    }));
    const first = { ...pack.rules[0], subject: "party", when: { def: "bomb-39" } };
    let codes: readonly string[] = [];
    const { ms } = cost(() => {
      const input = {
        ...files.input,
        pack: { ...pack, definitions: [...pack.definitions, ...bomb], rules: [first] },
      };
      codes = reviewPack({ ...files, input }, noneKnown).refusals.map(refusalLine);
    });
    expect(codes.join("\n")).toMatch(/too-large|too-deep/);
    expect(ms).toBeLessThan(5_000);
    const dated = { ...pack, rules: [{ ...pack.rules[0], from: "2026-02-30" }] };
    const refused = reviewPack({ ...files, input: { ...files.input, pack: dated } }, noneKnown);
    expect(refused.refusals.map(refusalLine).join("\n")).toContain("not a calendar day");
  });
});
