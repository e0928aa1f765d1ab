import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run } from "../../electron/cli/main.ts";
import { openTestDesk } from "./desk-harness.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-tenants-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function desk(...argv: string[]) {
  let [out, err] = ["", ""];
  const io = { today: () => "2026-11-23", cwd: folder, root: process.cwd() };
  const code = await run(argv, {
    ...io,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const BOOK = `客户名称,统一社会信用代码,企业性质,卡时\n${Array.from(
  { length: 1_200 },
  (_, at) => `虚构隼云${at}有限公司,,${at % 4 === 0 ? "国有" : "民营"},${1 + (at % 3)}`,
).join("\n")}\n`;

async function filesUnder(dir: string): Promise<string[]> {
  const all = await readdir(dir, { recursive: true, withFileTypes: true });
  return all.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

async function workspace(): Promise<string> {
  const dir = join(folder, "ws");
  const opened = await openTestDesk(dir);
  await opened.close();
  return dir;
}

test("a book is classified, summed, shown and sampled alike each time", async () => {
  await workspace();
  await writeFile(join(folder, "book.csv"), BOOK);
  const made = await desk("tenants", "classify", "book.csv", "--workspace", "ws", "--json");
  expect(made.err).toBe("");
  expect(JSON.parse(made.out)).toMatchObject({ rows: 1_200, repeated: 0, resembling: 0 });
  const mix = JSON.parse((await desk("tenants", "mix", "--workspace", "ws", "--json")).out);
  expect(mix.tenantMix).toMatchObject([
    { class: "private-commercial", share: { kind: "exact", percent: "75" } },
    { class: "state-owned-enterprise", share: { kind: "exact", percent: "25" } },
  ]);
  const state = ["show", "--class", "state-owned-enterprise", "--size", "2", "--lang", "en"];
  const shown = await desk("tenants", ...state, "--workspace", "ws");
  expect(shown.out).toMatch(
    /2 +虚构隼云0有限公司 +State-owned enterprise +stated in the book: 国有/,
  );
  const draw = ["tenants", "sample", "--size", "59", "--workspace", "ws", "--json"];
  const sample = JSON.parse((await desk(...draw)).out);
  expect(sample).toMatchObject({ size: 59, of: 1_200 });
  // Of 59 without an error it is known that fewer than one in twenty is wrong.
  expect(sample.bound).toBeLessThan(0.05);
  expect(new Set(sample.tenants.map(({ line }: { line: number }) => line)).size).toBe(59);
  expect(JSON.parse((await desk(...draw)).out)).toEqual(sample);
});

test("in an encrypted workspace nothing of a book lies on the disk in the clear", async () => {
  await workspace();
  await writeFile(join(folder, "secret.txt"), "correct horse battery staple\n");
  const secret = ["--passphrase-file", "secret.txt"];
  const closed = await desk(
    "workspace",
    "encrypt",
    "--into",
    "vault",
    "--new-passphrase-file",
    "secret.txt",
    "--workspace",
    "ws",
  );
  expect(closed.err).toBe("");
  await writeFile(join(folder, "book.csv"), BOOK);
  const place = ["--workspace", "vault", ...secret];
  expect((await desk("tenants", "classify", "book.csv", ...place)).err).toBe("");
  const files = await filesUnder(join(folder, "vault"));
  for (const path of files) {
    const bytes = await readFile(path);
    for (const words of ["虚构隼云", "SQLite format", "private-commercial", "book.csv"])
      expect(bytes.includes(Buffer.from(words)), `${path} holds ${words}`).toBe(false);
    expect(path).not.toContain("tnb_");
  }
  const shown = await desk("tenants", "show", "--size", "1", ...place);
  expect(shown.out).toContain("虚构隼云0有限公司");
  expect((await desk("tenants", "mix", "--workspace", "vault")).code).toBe(2);
});

test("what cannot be read is refused in a sentence, and no book is kept", async () => {
  await workspace();
  await writeFile(join(folder, "book.csv"), "客户名称,卡时\n虚构,many\n");
  const refused = await desk("tenants", "classify", "book.csv", "--workspace", "ws");
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err).toMatch(/book\.csv 第 2 行/);
  expect(JSON.parse((await desk("tenants", "list", "--workspace", "ws", "--json")).out)).toEqual({
    books: [],
  });
});

test("the window's names import a book as a job against the screened lists", async () => {
  const opened = await openTestDesk();
  try {
    const list = await opened.upload("own.csv", Buffer.from("名称\n虚构隼云7有限公司\n"));
    await opened.call("lists", "import", { fileName: "own.csv", grant: list });
    const grant = await opened.upload("book.csv", Buffer.from(BOOK));
    const { job } = await opened.call<{ job: string }>("tenants", "import", {
      fileName: "book.csv",
      grant,
    });
    let status: { state: string; result?: { id: string; resembling: number } } = { state: "" };
    while (status.state !== "done" && status.state !== "failed")
      status = await opened.call("jobs", "status", { job, waitMs: 500 });
    expect(status.result?.resembling).toBeGreaterThanOrEqual(1);
    const id = status.result?.id ?? "";
    const rows = await opened.call<object[]>("tenants", "rows", { id, from: 7, count: 1 });
    expect(rows).toMatchObject([{ line: 9, sure: false }]);
    expect(await opened.call("tenants", "mix", { id })).toHaveLength(2);
    await opened.call("tenants", "remove", { id });
    expect(await opened.call("tenants", "list", {})).toEqual({ books: [], damaged: [] });
    expect(opened.faults).toEqual([]);
  } finally {
    await opened.close();
  }
});
