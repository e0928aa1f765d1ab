import { join } from "node:path";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { codeOf, inFolder, must, note, openNotes } from "./sample.ts";

const by = { by: "psn_wang" };

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function twoDesks(dir: string) {
  const one = await openNotes(join(dir, "one"));
  const two = await openNotes(join(dir, "two"));
  must(await one.collection("notes").put("nte_1", note("see crd_1", 1, "crd_1"), by));
  must(await one.collection("cards").put("crd_1", { name: "theirs" }, by));
  const { sha256 } = must(await one.evidence.put(Buffer.from("%PDF-1.7 invented"), by));
  const documents = [
    { collection: "notes", id: "nte_1" },
    { collection: "cards", id: "crd_1" },
  ];
  const stream = must(await one.bundles.export({ documents, evidence: [sha256] }, "psn_wang"));
  const bundle = await collect(stream);
  return { one, two, bundle, sha256 };
}

test("a bundle brings documents and evidence to another desk", () =>
  inFolder(async (dir) => {
    const { one, two, bundle, sha256 } = await twoDesks(dir);
    const seen = must(await two.bundles.inspect(bundle));
    expect(seen.documents.map(({ id, state }) => [id, state])).toEqual([
      ["crd_1", "new"],
      ["nte_1", "new"],
    ]);
    expect(two.collection("notes").list()).toEqual([]);
    const report = must(await two.bundles.import(bundle, { by: "psn_li" }));
    expect(report.saved).toHaveLength(2);
    expect(must(await two.collection("notes").get("nte_1")).data.title).toBe("see crd_1");
    expect(await two.evidence.has(sha256)).toBe(true);
    const again = must(await two.bundles.inspect(bundle));
    expect(again.documents.map(({ state }) => state)).toEqual(["same", "same"]);
    must(await two.undo());
    expect(two.collection("notes").list()).toEqual([]);
    must(await one.close());
    must(await two.close());
  }));

test("where both have a document a person chooses mine, theirs or both, and references follow", () =>
  inFolder(async (dir) => {
    const { one, two, bundle } = await twoDesks(dir);
    must(await two.collection("cards").put("crd_1", { name: "mine" }, by));
    const seen = must(await two.bundles.inspect(bundle));
    expect(seen.documents.map(({ state }) => state)).toEqual(["differs", "new"]);
    must(await two.bundles.import(bundle, by));
    expect(must(await two.collection("cards").get("crd_1")).data.name).toBe("mine");
    must(await two.undo());
    must(await two.collection("notes").purge("nte_1", by));
    must(await two.bundles.import(bundle, { ...by, choose: { "cards/crd_1": "theirs" } }));
    expect(must(await two.collection("cards").get("crd_1")).data.name).toBe("theirs");
    must(await two.undo());
    expect(must(await two.collection("cards").get("crd_1")).data.name).toBe("mine");
    must(await two.collection("notes").purge("nte_1", by));
    const both = must(await two.bundles.import(bundle, { ...by, otherwise: "both" }));
    const added = both.saved.find(({ from }) => from === "crd_1")?.id ?? "";
    expect(added).not.toBe("crd_1");
    expect(must(await two.collection("cards").get(added)).data.name).toBe("theirs");
    expect(must(await two.collection("cards").get("crd_1")).data.name).toBe("mine");
    expect(must(await two.collection("notes").get("nte_1")).data.body).toBe(added);
    must(await one.close());
    must(await two.close());
  }));

test("a bundle with any changed byte, foreign entry or path trick is refused and leaves nothing", () =>
  inFolder(async (dir) => {
    const { one, two, bundle } = await twoDesks(dir);
    let refused = 0;
    for (let at = 0; at < bundle.length; at += 13) {
      const changed = Buffer.from(bundle);
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const result = await two.bundles.import(changed, by);
      if (result.ok) {
        // Bytes that carry no content (dates, attributes) may differ; the content must be the same.
        expect(must(await two.collection("cards").get("crd_1")).data.name).toBe("theirs");
        must(await two.undo());
        must(await two.collection("notes").purge("nte_1", by));
        must(await two.collection("cards").purge("crd_1", by));
      } else {
        refused += 1;
        expect(result.error.code).toMatch(/^(store|evidence)\./);
      }
      expect(two.collection("notes").list()).toEqual([]);
    }
    expect(refused).toBeGreaterThan(20);
    for (const path of ["evidence/x", "documents/notes/nte_1.json", "other.txt"]) {
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from("{}"), path);
      zip.end();
      const bytes = await collect(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
      expect(codeOf(await two.bundles.inspect(bytes))).toBe("store.bundle-refused");
    }
    expect(codeOf(await two.bundles.inspect(Buffer.from("not a zip")))).toBe(
      "store.bundle-refused",
    );
    must(await one.close());
    must(await two.close());
  }));
