import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { memorySource } from "#node/input";
import { readOneList } from "#node/lists";
import { xlsxOf } from "#node/office";
import {
  classifyBook,
  drawSample,
  screeningHere,
  screeningPool,
  TenantBook,
  type TenantScreening,
} from "./index.ts";

const about = { id: "tnb_a", title: "book", today: "2026-11-23" };
const table = (names: readonly string[]) => `客户名称,卡时\n${names.join("\n")}\n`;
const book = async (text: string | Uint8Array, screening: TenantScreening, name = "book.csv") =>
  await classifyBook(memorySource(name, Buffer.from(text)), { ...about, screening });

async function ownList() {
  const text = "名称\n虚构隼云有限公司\n虚构鹭海有限公司\n";
  const list = await readOneList([memorySource("own.csv", Buffer.from(text))]);
  if (!list.ok) throw new Error(list.error.code);
  return [list.value];
}

test("threads find what one thread finds, in the order of the rows", async () => {
  const lists = await ownList();
  const names = Array.from({ length: 2_000 }, (_, at) =>
    at % 97 === 0 ? "虚构隼云有限公司,1" : `另造${at}商贸有限公司,2`,
  );
  const entry = fileURLToPath(new URL("../../worker/tenant-worker.ts", import.meta.url));
  const pool = screeningPool(entry, lists);
  const here = screeningHere(lists);
  try {
    const [many, one] = [await book(table(names), pool), await book(table(names), here)];
    if (!many.ok || !one.ok) throw new Error("a book was refused");
    expect(many.value.summary).toEqual(one.value.summary);
    expect(many.value.summary.resembling).toBe(21);
    const [first, second] = [many, one].map(({ value }) => TenantBook.open(value.bytes, "b"));
    if (!first?.ok || !second?.ok) throw new Error("a book does not open");
    const all = { from: 0, count: 2_000 };
    expect(first.value.some(all)).toEqual(second.value.some(all));
    expect(first.value.at(97)?.evidence).toMatchObject([{ kind: "list" }, { kind: "repeated" }]);
  } finally {
    await pool.end();
  }
});

test("where no thread starts, the rows are looked up all the same", async () => {
  const pool = screeningPool("/nowhere/tenant-worker.mjs", await ownList());
  const made = await book(table(["虚构隼云有限公司,1", "另造,1"]), pool);
  await pool.end();
  expect(made.ok && made.value.summary.resembling).toBe(1);
});

test("a workbook gives the same book as a CSV file", async () => {
  const rows = [
    ["客户名称", "企业性质"],
    ["虚构甲有限公司", "民营"],
    ["虚构乙有限公司", "国有"],
    ["虚构乙有限公司", "国有"],
  ];
  const columns = [0, 1].map(() => ({ width: "auto", align: "left" }) as const);
  const sheet = { kind: "table" as const, columns, header: [], rows };
  const bytes = await xlsxOf([{ name: "一", table: sheet }]);
  const here = screeningHere([]);
  const csv = await book(`${rows.map((row) => row.join(",")).join("\n")}\n`, here);
  const xlsx = await book(bytes, here, "book.xlsx");
  if (!csv.ok || !xlsx.ok) throw new Error("a book was refused");
  expect({ ...xlsx.value.summary, sha256: "" }).toEqual({ ...csv.value.summary, sha256: "" });
  expect(csv.value.summary).toMatchObject({ rows: 3, repeated: 1 });
});

test("a sample holds different rows, each as likely as any other, and the same ones again", async () => {
  const made = await book(
    table(Array.from({ length: 700 }, (_, at) => `虚构${at},1`)),
    screeningHere([]),
  );
  const opened = made.ok ? TenantBook.open(made.value.bytes, "b") : made;
  if (!opened.ok) throw new Error(opened.error.code);
  const lines = (size: number) => drawSample(opened.value, size).tenants.map(({ line }) => line);
  expect(new Set(lines(350)).size).toBe(350);
  expect(lines(350)).toEqual(lines(350));
  const early = lines(350).filter((line) => line <= 351).length;
  expect(Math.abs(early - 175)).toBeLessThan(40);
  expect(drawSample(opened.value, 9_999)).toMatchObject({ size: 700, bound: 0 });
});

test("a damaged book is refused, whatever bytes were damaged, and never read otherwise", async () => {
  const made = await book(table(["虚构甲,1", "虚构乙,2"]), screeningHere([]));
  if (!made.ok) throw new Error(made.error.code);
  const { bytes } = made.value;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      (damage) => {
        const broken = Uint8Array.from(bytes);
        for (const [at, byte] of damage) broken[at] = byte;
        const opened = TenantBook.open(broken, "b");
        if (!opened.ok) {
          expect(opened.error.code).toBe("tenants-book-damaged");
          return;
        }
        // What still opens is whole: only bytes that nobody reads were damaged.
        expect(opened.value.some({ from: 0, count: 9 }).map(({ name }) => name)).toEqual([
          "虚构甲",
          "虚构乙",
        ]);
        opened.value.close();
      },
    ),
    { numRuns: 150 },
  );
  expect(TenantBook.open(new Uint8Array(0), "b").ok).toBe(false);
});

test("reading a book stops when it is told to", async () => {
  const stop = new AbortController();
  const source = memorySource("b.csv", Buffer.from(table(Array(60_000).fill("虚构,1"))));
  const progress = () => stop.abort();
  const screening = screeningHere([]);
  const read = await classifyBook(source, { ...about, screening, progress, signal: stop.signal });
  expect(!read.ok && read.error.code).toBe("input-stopped");
});
