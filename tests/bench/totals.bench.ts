import type { Product } from "#shared/model";
import { createTotals } from "../../electron/desk/totals/workspace-totals.ts";
import type { DeskWorkspace } from "../../electron/desk/workspace/desk-workspace.ts";

/**
 * Measures totals over the list rows of many orders: counted once, and again after one edit: `npm run bench -- totals`. The rows lie in
 * memory as the opened workspace holds them; buyers are read from a party book of two hundred firms under forty controllers.
 */
const many = Number(process.argv[2] ?? 10_000);
const ONCE_MS = 1_000;
const FRAME_MS = 16;

type Row = { id: string; revision: number; savedAt: string; summary: Record<string, unknown> };
const rows: Row[] = Array.from({ length: many }, (_, index) => ({
  id: `ord_${index}`,
  revision: 1,
  savedAt: "2026-11-23T08:00:00Z",
  summary: {
    title: `订单 ${index} (invented)`,
    buyer: `pty_${index % 200}`,
    goods: [
      {
        product: "prd_board",
        units: String(1 + (index % 40)),
        site: `ste_${index % 300}`,
        year: "2027",
      },
      { product: "prd_card", units: "8", site: `ste_${index % 300}` },
    ],
  },
}));
const products: Record<string, unknown> = {
  prd_board: {
    id: "prd_board",
    vendor: "NVIDIA",
    model: "HGX H200",
    form: "baseboard",
    icsPerUnit: 8,
  },
  prd_card: { id: "prd_card", vendor: "NVIDIA", model: "H200 NVL", form: "pcie-card" },
} satisfies Record<string, Partial<Product>>;

function partyOf(id: string): unknown {
  const number = Number(id.slice(4));
  const party = { id, kind: "company", names: { en: `Sample firm ${number}` } };
  if (number >= 200) return { party, holders: [] };
  const owner = `pty_${200 + (number % 40)}`;
  return {
    party,
    holders: [
      {
        id: `lnk_${number}`,
        owner,
        target: id,

        equity: { kind: "exact", percent: "80" },
      },
    ],
  };
}

const listed = (ids: readonly string[]) =>
  ids.map((id) => ({ id, revision: 1, savedAt: "", summary: {} }));
const book = (ids: readonly string[], value: (id: string) => unknown) => ({
  list: () => listed(ids),
  has: (id: string) => ids.includes(id),
  get: (id: string) =>
    Promise.resolve({ ok: true, value: { id, revision: 1, savedAt: "", value: value(id) } }),
});
const partyIds = Array.from({ length: 240 }, (_, index) => `pty_${index}`);
const books = {
  orders: { list: () => rows },
  products: book(Object.keys(products), (id) => products[id]),
  parties: book(partyIds, partyOf),
  cases: { list: () => [] },
} as unknown as DeskWorkspace["books"];

const totals = createTotals({ books }, { today: () => "2026-11-23" });
const timed = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const once = await timed(() => totals.groups());
const edits: number[] = [];
for (let index = 0; index < 200; index += 1) {
  const row = rows[(index * 37) % rows.length];
  if (row === undefined) continue;
  row.revision += 1;
  edits.push(await timed(() => totals.groups()));
}
const snapshot = await timed(() => totals.snapshot("ord_5"));
edits.sort((a, b) => a - b);
const at = (share: number) => edits[Math.floor(edits.length * share)] ?? 0;
const found = await totals.groups();
console.log(`totals over ${many} orders, ${found.ok ? found.value.length : 0} groups`);
console.log(`  once               ${once.toFixed(0)} ms (at most ${ONCE_MS})`);
console.log(
  `  after one edit     p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (at most ${FRAME_MS})`,
);
console.log(`  one snapshot       ${snapshot.toFixed(1)} ms`);
if (once > ONCE_MS || at(0.95) > FRAME_MS) process.exitCode = 1;
