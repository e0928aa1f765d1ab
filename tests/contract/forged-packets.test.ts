import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PacketBuilder } from "#desk";
import type { Verification } from "#shared/ipc";
import { isAccepted, type KnownKeys } from "#shared/packet";
import type { SetContent } from "#shared/papers";
import { lanes } from "#shared/rules";
import { run } from "../../electron/cli/run.ts";
import { type ForgedPacket, sha256, strangersHand } from "../support/packets/forger.ts";
import { buildPacket, packetBuilder, sampleOrder } from "../support/packets/genuine.ts";

const TODAY = "2026-11-30";
const WEN = "文示例";
const wen = strangersHand();
const stranger = strangersHand();
const sealer = { hand: wen, name: WEN, role: "manager", signedAt: "2026-11-23T08:00:00.000Z" };
const register: KnownKeys = [
  {
    fingerprint: wen.fingerprint,
    name: WEN,
    role: "manager",
    validFrom: "2026-01-01",
    validTo: "2027-12-31",
  },
];

type ChineseContent = Extract<SetContent, { set: "cn-filing" }>;
type RecordContent = Extract<SetContent, { set: "internal-record" }>;

let root: string;
let builder: PacketBuilder;
let sealed: ForgedPacket;
let draft: ForgedPacket;
let record: ForgedPacket;
let other: ForgedPacket;
let strange: ForgedPacket;

let count = 0;
function place(): string {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder);
  return folder;
}

async function verify(where: string | Uint8Array, known = register): Promise<Verification> {
  const found = await builder.verify(where, { known, today: TODAY });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

/** A dossier in which twice as many are ordered. */
function doubled() {
  const dossier = sampleOrder();
  const lines = dossier.order.lines.map((line) => ({
    ...line,
    quantity: String(Number(line.quantity) * 2),
  }));
  return { ...dossier, order: { ...dossier.order, lines } };
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "desk-forged-"));
  builder = packetBuilder();
  sealed = await buildPacket(builder, place(), { set: "cn-filing", sealer });
  draft = await buildPacket(builder, place(), { set: "cn-filing" });
  record = await buildPacket(builder, place(), { set: "internal-record" });
  other = await buildPacket(builder, place(), {
    set: "cn-filing",
    dossier: doubled(),
    sealer: { ...sealer, signedAt: "2026-11-22T08:00:00.000Z" },
  });
  strange = await buildPacket(builder, place(), {
    set: "cn-filing",
    dossier: doubled(),
    sealer: { ...sealer, hand: stranger },
  });
}, 120_000);
afterAll(async () => {
  await builder.dispose();
  rmSync(root, { recursive: true, force: true });
});

describe("genuine packets", { timeout: 60_000 }, () => {
  test("a sealed one is accepted under the key that is known, and says who signed when", async () => {
    expect(await verify(sealed.copy().write(place()))).toMatchObject({
      intact: true,
      consistent: "same",
      vouched: "known-key",
      signer: {
        name: WEN,
        role: "manager",
        fingerprint: wen.fingerprint,
        signedAt: sealer.signedAt,
      },
      state: "sealed",
      problems: [],
      verdict: "sealed",
    });
  });

  test("drafts are accepted as what they are, and nobody vouches for them", async () => {
    for (const packet of [draft, record])
      expect(await verify(packet.copy().write(place()))).toMatchObject({
        intact: true,
        consistent: "same",
        vouched: "nobody",
        signer: null,
        state: "draft",
        problems: [],
        verdict: "draft",
      });
  });
});

type Forgery = readonly [
  what: string,
  code: string,
  make: () => ForgedPacket | Promise<ForgedPacket>,
];

/** Changes a content of a known set. */
function changed<T extends SetContent>(packet: ForgedPacket, change: (content: T) => T): T {
  return change(packet.content as T);
}

const rowsTurned = (content: ChineseContent): ChineseContent => ({
  ...content,
  classes: content.classes.map((row) => ({
    ...row,
    value: row.value === "fails" ? ("holds" as const) : ("fails" as const),
  })),
});

const lanesTurned = (content: RecordContent): RecordContent => ({
  ...content,
  report: {
    ...content.report,
    tracks: {
      ...content.report.tracks,
      "cn-import": {
        ...content.report.tracks["cn-import"],
        lane:
          lanes.find((lane) => lane !== content.report.tracks["cn-import"].lane) ?? "no-bar-found",
      },
    },
  } as RecordContent["report"],
});

const paper = (packet: ForgedPacket) => packet.paths("data/papers/")[2] ?? "";
const proof = (packet: ForgedPacket) => packet.paths("data/evidence/")[0] ?? "";

/** Content without what it says of its sealing. */
function unsealed({ sealedBy: _, ...content }: SetContent): SetContent {
  return { ...content, draft: true } as SetContent;
}

const forgeries: readonly Forgery[] = [
  // Signatures.
  ["another order sealed with any key under the reviewer's name", "key-unknown", () => strange],
  [
    "an untouched packet signed by another key under the same name",
    "signer-differs",
    () => sealed.copy().sign(stranger),
  ],
  [
    "another signer in content and papers alike",
    "key-unknown",
    async () => {
      const content = sealed.content;
      const sealedBy = { ...sealer, by: WEN, publicKey: stranger.publicKey };
      const { by, role, signedAt, publicKey } = sealedBy;
      const packet = await sealed.copy().remake({
        ...content,
        sealedBy: { by, role, signedAt, publicKey, keyFingerprint: stranger.fingerprint },
      });
      return packet.sign(stranger);
    },
  ],
  [
    "the known key printed, another one signing",
    "signer-differs",
    async () => (await sealed.copy().remake(other.content)).sign(stranger),
  ],
  [
    "a fingerprint in the signature that is not the key's",
    "wrong-key",
    () => {
      const packet = sealed.copy().sign(stranger);
      const text = packet.text("signature.json").replace(stranger.fingerprint, wen.fingerprint);
      return packet.put("signature.json", text);
    },
  ],
  [
    "the signature of another packet of the same signer",
    "changed-after-signing",
    () => sealed.copy().put("signature.json", other.text("signature.json")),
  ],
  [
    "signature and manifest of another packet of the same signer",
    "differs-from",
    () =>
      sealed
        .copy()
        .put("signature.json", other.text("signature.json"))
        .put("tagmanifest-sha256.txt", other.text("tagmanifest-sha256.txt")),
  ],
  ["the signature taken away", "signature-missing", () => sealed.copy().drop("signature.json")],
  [
    "the signature taken away and the front saying draft",
    "state-differs",
    () => sealed.copy().drop("signature.json").info("Packet-State", "draft").refit(),
  ],
  [
    "the signature taken away and the content saying draft, papers as sealed",
    "paper-differs",
    () => sealed.copy().drop("signature.json").restate(unsealed(sealed.content)).refit(),
  ],
  [
    "a draft whose front says sealed",
    "state-differs",
    () => draft.copy().info("Packet-State", "sealed").refit(),
  ],
  [
    "a draft with a signature of whoever it may be",
    "signature-on-draft",
    () => draft.copy().sign(stranger, { name: WEN }),
  ],
  [
    "a draft sealed in the known name, without a signature",
    "signature-missing",
    async () =>
      await draft.copy().remake({
        ...draft.content,
        draft: false,
        sealedBy: sealed.content.sealedBy,
      } as SetContent),
  ],
  [
    "another time of signing in the signature than on paper",
    "signer-differs",
    () => sealed.copy().sign(wen, { signedAt: "2026-08-20T00:00:00.000Z" }),
  ],
  [
    "another role in the signature than on paper",
    "signer-differs",
    () => sealed.copy().sign(wen, { role: "legal" }),
  ],
  [
    "a role that the known key does not have, on paper and in the signature",
    "key-other-role",
    async () =>
      (
        await sealed.copy().remake({
          ...sealed.content,
          sealedBy: { ...sealed.content.sealedBy, role: "legal" },
        } as SetContent)
      ).sign(wen),
  ],
  [
    "a known key under another person's name",
    "key-other-name",
    async () =>
      (
        await sealed.copy().remake({
          ...sealed.content,
          sealedBy: { ...sealed.content.sealedBy, by: "某他人" },
        } as SetContent)
      ).sign(wen),
  ],
  [
    "a time of signing outside the key's period",
    "key-not-valid-then",
    async () =>
      (
        await sealed.copy().remake({
          ...sealed.content,
          sealedBy: { ...sealed.content.sealedBy, signedAt: "2025-11-23T08:00:00.000Z" },
        } as SetContent)
      ).sign(wen),
  ],
  [
    "a time of signing that is still to come",
    "signed-in-future",
    async () =>
      (
        await sealed.copy().remake({
          ...sealed.content,
          sealedBy: { ...sealed.content.sealedBy, signedAt: "2027-01-05T08:00:00.000Z" },
        } as SetContent)
      ).sign(wen),
  ],
  [
    "a day of signing in the content alone",
    "signer-differs",
    async () =>
      (
        await sealed.copy().remake({
          ...sealed.content,
          sealedBy: { ...sealed.content.sealedBy, signedAt: "2026-11-24T08:00:00.000Z" },
        } as SetContent)
      ).sign(wen, { signedAt: sealer.signedAt }),
  ],
  // Who made it.
  [
    "another program on the front",
    "not-of-content",
    () => draft.copy().info("Made-With", "h200-desk 0.1.1").refit(),
  ],
  [
    "another program on the front and in the content",
    "maker-unknown",
    async () => await draft.copy().remake({ ...draft.content, madeWith: "other-desk 7" }),
  ],
  [
    "an invented typesetter",
    "maker-unknown",
    () => draft.copy().info("Typesetter", sha256("invented")).refit(),
  ],
  [
    "the typesetter of an older edition",
    "maker-unknown",
    () =>
      draft
        .copy()
        .info("Typesetter", "7a52cbb33c3c15acc31cfd1ecec46756595b707b8e2431610a93051fed5d6afc")
        .refit(),
  ],
  [
    "no typesetter at all",
    "not-of-content",
    () => draft.copy().info("Typesetter", undefined).refit(),
  ],
  // Files.
  [
    "a paper more",
    "not-named",
    () =>
      draft
        .copy()
        .put("data/papers/99-approval.pdf", sealed.files.get(paper(sealed)) ?? "")
        .refit(),
  ],
  [
    "a program among the evidence",
    "not-named",
    () => draft.copy().put("data/evidence/open-me.exe", "MZ").refit(),
  ],
  [
    "a file beside the manifests, listed in them",
    "not-of-packet",
    () => draft.copy().put("read-me-first.html", "<script>").refit(),
  ],
  [
    "evidence taken away",
    "enclosed-missing",
    () => {
      const packet = draft.copy();
      return packet.drop(proof(packet)).refit();
    },
  ],
  [
    "evidence taken away, and the content saying so",
    "paper-differs",
    () => {
      const packet = draft.copy();
      const { content } = packet;
      const gone = proof(packet).slice("data/".length);
      const enclosed = content.enclosed.filter(({ path }) => path !== gone);
      return packet
        .drop(`data/${gone}`)
        .restate({ ...content, enclosed })
        .refit();
    },
  ],
  [
    "evidence exchanged for other bytes",
    "not-as-in-content",
    () => {
      const packet = draft.copy();
      return packet.put(proof(packet), "another paper").refit();
    },
  ],
  [
    "a paper taken away",
    "paper-missing",
    () => {
      const packet = draft.copy();
      return packet.drop(paper(packet)).refit();
    },
  ],
  [
    "a paper under another name",
    "not-named",
    () => {
      const packet = draft.copy();
      const bytes = packet.files.get(paper(packet)) ?? Buffer.alloc(0);
      return packet.drop(paper(packet)).put("data/papers/03-other.pdf", bytes).refit();
    },
  ],
  [
    "a paper of another order",
    "paper-differs",
    () => {
      const packet = draft.copy();
      return packet.put(paper(packet), strange.files.get(paper(strange)) ?? "").refit();
    },
  ],
  [
    "a second content",
    "not-named",
    () => draft.copy().put("data/internal-record.json", record.text(record.contentPath)).refit(),
  ],
  // Content.
  [
    "content of another order behind the same papers",
    "paper-differs",
    () =>
      draft
        .copy()
        .restate({ ...draft.content, dossier: strange.content.dossier } as SetContent)
        .refit(),
  ],
  [
    "classes turned round, papers made to fit",
    "content-differs",
    async () => await draft.copy().remake(changed(draft, rowsTurned)),
  ],
  [
    "the classes and their rule pack left out",
    "check-not-repeated",
    async () =>
      await draft.copy().remake(
        changed<ChineseContent>(draft, ({ classPack: _, ...content }) => ({
          ...content,
          classes: [],
        })),
      ),
  ],
  [
    "an internal review smuggled into what goes out",
    "content-differs",
    async () => {
      const { content } = draft;
      const order = { ...content.dossier.order, notes: "not for this reader" };
      const dossier = { ...content.dossier, order };
      return await draft.copy().remake({ ...content, dossier } as SetContent);
    },
  ],
  [
    "a rule pack that is not here, classes turned round",
    "check-not-repeated",
    async () =>
      await draft.copy().remake(
        changed<ChineseContent>(draft, (content) => ({
          ...rowsTurned(content),
          classPack: { id: "cn-import", version: "9.9.9", sha256: sha256("no pack") },
        })),
      ),
  ],
  [
    "a report with another lane, papers made to fit",
    "check-differs",
    async () => await record.copy().remake(changed(record, lanesTurned)),
  ],
  [
    "a report with another lane by a pack that is not here",
    "check-not-repeated",
    async () =>
      await record.copy().remake(
        changed<RecordContent>(record, (content) => {
          const turned = lanesTurned(content);
          const packs = turned.report.packs.map((pack) => ({ ...pack, sha256: sha256("none") }));
          return { ...turned, report: { ...turned.report, packs } };
        }),
      ),
  ],
  [
    "another title for a rule that the record cites",
    "content-differs",
    async () =>
      await record.copy().remake(
        changed<RecordContent>(record, (content) => {
          const [first = "", ...rest] = Object.keys(content.words.rules);
          const kept = rest.map((id) => [id, content.words.rules[id]] as const);
          const rules = Object.fromEntries([[first, { zh: "无", en: "none" }], ...kept]);
          return { ...content, words: { ...content.words, rules } } as RecordContent;
        }),
      ),
  ],
  [
    "content written in another way",
    "other-writing",
    async () => {
      const text = `${JSON.stringify(draft.content, null, 1)}\n`;
      return await draft.copy().remake(draft.content, { text });
    },
  ],
  [
    "a mark before the content",
    "content-unreadable",
    () => {
      const packet = draft.copy();
      const text = `\ufeff${packet.text(packet.contentPath)}`;
      return packet.restate(packet.content, text).refit();
    },
  ],
  [
    "an edition that does not exist",
    "content-unknown",
    () => {
      const content = { ...draft.content, edition: 99 } as SetContent;
      return draft.copy().restate(content).refit();
    },
  ],
  [
    "a member that the schema does not know",
    "content-unreadable",
    () =>
      draft
        .copy()
        .restate({ ...draft.content, ...{ approved: true } })
        .refit(),
  ],
  [
    "content that is deep beyond reading",
    "content-unreadable",
    () => {
      const packet = draft.copy();
      return packet.restate(packet.content, `${"[".repeat(90_000)}${"]".repeat(90_000)}`).refit();
    },
  ],
  [
    "no content",
    "always-there",
    () => {
      const packet = draft.copy();
      return packet.drop(packet.contentPath).refit();
    },
  ],
  [
    "sealed content without anybody who sealed it",
    "content-unreadable",
    () =>
      draft
        .copy()
        .restate({ ...draft.content, draft: false } as SetContent)
        .refit(),
  ],
  // The front.
  [
    "a line more on the front",
    "not-of-content",
    () => {
      const packet = draft.copy();
      const text = `${packet.text("bag-info.txt")}Approved-By: Ministry\n`;
      return packet.put("bag-info.txt", text).refit();
    },
  ],
  [
    "another notice on the front",
    "not-of-content",
    () => draft.copy().info("Packet-Notice", "Licence").refit(),
  ],
  [
    "another commitment to the record on the front",
    "not-of-content",
    () => draft.copy().info("Internal-Record-Commitment", sha256("other")).refit(),
  ],
];

describe("a forger who knows the format and recomputes every manifest", { timeout: 60_000 }, () => {
  test.each(forgeries)("%s is not accepted (%s)", async (_, code, make) => {
    const packet = await make();
    const found = await verify(packet.copy().write(place()));
    expect(found.problems.map((problem) => problem.code)).toContain(code);
    expect(isAccepted(found.verdict)).toBe(false);
    const accepted =
      found.intact &&
      found.consistent !== "differs" &&
      (found.state === "draft" ? found.consistent === "same" : found.vouched === "known-key");
    expect(accepted).toBe(false);
  });

  test("a key that was revoked vouches for nothing, whatever time the signature states", async () => {
    const known = [...register, { fingerprint: wen.fingerprint, revokedAt: "2026-11-25" }];
    const found = await verify(sealed.copy().write(place()), known);
    expect(found).toMatchObject({
      intact: true,
      consistent: "same",
      vouched: "unknown-key",
      verdict: "key-revoked",
    });
  });

  test("where nobody is known, a seal is no more than somebody's", async () => {
    const found = await verify(sealed.copy().write(place()), []);
    expect(found).toMatchObject({ vouched: "unknown-key", verdict: "key-unknown" });
  });
});

describe("packets that are meant to stall or to drive whoever looks at them", () => {
  test("a content of 400 MB is refused by its size, in bounded time", {
    timeout: 60_000,
  }, async () => {
    const folder = draft.copy().write(place());
    truncateSync(join(folder, draft.contentPath), 400 * 1024 ** 2);
    const started = performance.now();
    const found = await verify(folder);
    expect(found.problems.map(({ code }) => code)).toContain("content-too-large");
    expect(found.verdict).toBe("altered");
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test("links are named and not followed", async () => {
    const packet = draft.copy();
    const gone = proof(packet);
    const folder = packet.drop(gone).write(place());
    symlinkSync("/etc/hostname", join(folder, gone));
    const found = await verify(folder);
    expect(found.problems).toContainEqual(expect.objectContaining({ code: "link", path: gone }));
  });

  test("an empty folder is an addition", async () => {
    const folder = draft.copy().write(place());
    mkdirSync(join(folder, "data", "approval"));
    const found = await verify(folder);
    expect(found.problems.map(({ code }) => code)).toContain("empty-folder");
  });

  test.each([
    "data/evidence/a\u001b[2K\rIntact.txt",
    "data/evidence/a\nFiles  exactly those that the content names",
    "data/evidence/a\u009b31m.txt",
    "data/evidence/exe\u202etxt.pdf",
    "data/evidence/\u2066hidden\u2069.pdf",
    "bag\u0007.txt",
  ])(
    "no character of a name reaches the terminal as it is: %j",
    { timeout: 60_000 },
    async (name) => {
      const folder = draft.copy().put(name, "x").refit().write(place());
      for (const json of [[], ["--json"]]) {
        let out = "";
        const code = await run(["packet", "verify", folder, "--lang", "en", ...json], {
          out: (text) => {
            out += text;
          },
          err: (text) => {
            out += text;
          },
          today: () => TODAY,
          cwd: process.cwd(),
          root: process.cwd(),
        });
        expect(code).toBe(1);
        expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/u);
        expect(out).not.toMatch(/^Files {2}exactly/m);
      }
    },
  );
});
