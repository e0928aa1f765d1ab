import { spawnSync } from "node:child_process";
import { mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import { z } from "zod";
import { type CollectionSpecs, openWorkspace, type Workspace } from "#store";

/**
 * Measures the store against the bare file system and prints ratios: `node tests/bench/store.bench.ts [orders]`. Each pair is
 * measured in turn, save by save, so that a busy machine disturbs both alike.
 */
const many = Number(process.argv[2] ?? 10_000);

const lineSchema = z.strictObject({ item: z.string(), quantity: z.string(), price: z.string() });
const specs = {
  orders: {
    schema: z.strictObject({
      title: z.string(),
      necessity: z.string(),
      lines: z.array(lineSchema),
    }),
    version: 1,
    migrations: [],
    summaryVersion: 1,
    summary: ({ title, lines }: { title: string; lines: readonly unknown[] }) => ({
      title,
      lines: lines.length,
    }),
  },
} satisfies CollectionSpecs;

type Order = z.infer<typeof specs.orders.schema>;
type Orders = Workspace<typeof specs>;

function order(number: number): Order {
  return {
    title: `订单 ${number} (invented)`,
    necessity: `第 ${number} 次说明：训练任务需要的算力与可得的替代产品之间的差距。`.repeat(60),
    lines: Array.from({ length: 40 }, (_, index) => ({
      item: `prd_invented-${number}-${index}`,
      quantity: String(index + 1),
      price: "31500.00",
    })),
  };
}

async function openOrders(dir: string): Promise<Orders> {
  let count = 0;
  const opened = await openWorkspace({
    dir,
    collections: specs,
    now: () => new Date().toISOString(),
    newId: (prefix) => {
      count += 1;
      return `${prefix}_${count}`;
    },
    mode: "write",
    owner: "bench",
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

let bareCount = 0;
/** What any program must do to save durably: write, fsync, rename, fsync the folder. */
async function bareSave(dir: string, bytes: Uint8Array): Promise<void> {
  bareCount += 1;
  const temp = join(dir, `bare-${bareCount}.tmp`);
  const file = await open(temp, "wx");
  await file.write(bytes);
  await file.sync();
  await file.close();
  await rename(temp, join(dir, "bare.json"));
  const folder = await open(dir, "r");
  await folder.sync();
  await folder.close();
}

const by = { by: "psn_bench" };

/** Fills a workspace; saves of different documents run side by side, as an import does. */
function fill(workspace: Orders, count: number): Promise<number> {
  const orders = workspace.collection("orders");
  return timed(async () => {
    for (let from = 0; from < count; from += 64) {
      const numbers = Array.from({ length: Math.min(64, count - from) }, (_, at) => from + at);
      const saved = await Promise.all(
        numbers.map((number) => orders.put(`ord_${number}`, order(number), by)),
      );
      for (const result of saved) if (!result.ok) throw new Error(JSON.stringify(result.error));
    }
  });
}

type Pair = { readonly ours: number[]; readonly bare: number[] };

async function measureSaves(workspace: Orders, dir: string, rounds: number): Promise<Pair> {
  const orders = workspace.collection("orders");
  const path = join(dir, "orders", "ord_1.json");
  const pair: Pair = { ours: [], bare: [] };
  for (let round = 0; round < rounds + 50; round += 1) {
    const data = order(round + 1_000_000);
    const ours = await timed(async () => {
      const saved = await orders.put("ord_1", data, by);
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    });
    const bytes = await readFile(path);
    const bare = await timed(() => bareSave(dir, bytes));
    if (round < 50) continue;
    pair.ours.push(ours);
    pair.bare.push(bare);
  }
  return pair;
}

const show = (label: string, value: string) => console.log(`${label.padEnd(64)} ${value}`);
const ratio = (a: number, b: number) => `${(a / b).toFixed(2)}`;
const ms = (value: number) => `${value.toFixed(2)} ms`;

function showPair(label: string, { ours, bare }: Pair): void {
  for (const [name, share] of [
    ["p50", 0.5],
    ["p99", 0.99],
  ] as const) {
    const [a, b] = [percentile(ours, share), percentile(bare, share)];
    show(`${label}: save ${name} / bare ${name}`, `${ratio(a, b)}  (${ms(a)} / ${ms(b)})`);
  }
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < times; round += 1) all.push(await timed(work));
  return percentile(all, 0.5);
}

/** Opening to a usable list, beside reading and parsing the index's bytes, and beside reading all files. */
async function measureOpening(dir: string): Promise<void> {
  const openings: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    let workspace: Orders | undefined;
    openings.push(
      await timed(async () => {
        workspace = await openOrders(dir);
        if (workspace.collection("orders").list().length !== many) throw new Error("not all there");
      }),
    );
    await workspace?.close();
  }
  const opening = percentile(openings, 0.5);
  const index = await median(7, async () => {
    const text = await readFile(join(dir, "cache", "index.json"), "utf8");
    const cut = text.indexOf("\n");
    JSON.parse(text.slice(0, cut));
    JSON.parse(text.slice(cut + 1));
  });
  const all = await median(3, async () => {
    for (const name of await readdir(join(dir, "orders"))) {
      if (name.endsWith(".json")) JSON.parse(await readFile(join(dir, "orders", name), "utf8"));
    }
  });
  show(
    `opening ${many} orders / reading and parsing the index`,
    `${ratio(opening, index)}  (${ms(opening)} / ${ms(index)})`,
  );
  show(
    `opening ${many} orders / reading and parsing all files`,
    `${ratio(opening, all)}  (${ms(opening)} / ${ms(all)})`,
  );
}

async function measureLowdb(dir: string, few: number, bare: number): Promise<void> {
  for (const count of [few, many]) {
    const path = join(dir, `plain-${count}.json`);
    const data = { orders: Array.from({ length: count }, (_, number) => order(number)) };
    const db = new Low(new JSONFile<typeof data>(path), data);
    const time = await median(count > 1000 ? 3 : 50, () => db.write());
    show(
      `plain lowdb, ${count} orders in one file: save / bare p50`,
      `${ratio(time, bare)}  (${ms(time)}, not synced)`,
    );
  }
}

/** Opens in a process of its own, so that nothing measured before counts. */
function measureMemory(dir: string): void {
  const child = spawnSync(process.execPath, [import.meta.filename, "--open", dir], {
    encoding: "utf8",
  });
  show(`memory of a process before and after opening ${many} orders`, child.stdout.trim());
}

async function openOnly(dir: string): Promise<void> {
  const rss = () => Math.round(process.memoryUsage().rss / 2 ** 20);
  const before = rss();
  const workspace = await openOrders(dir);
  console.log(`${before} MB, ${rss()} MB`);
  await workspace.close();
}

async function measureAll(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "desk-bench-"));
  try {
    const few = 10;
    const smallDir = join(root, "small");
    const small = await openOrders(smallDir);
    await fill(small, few);
    const smallPair = await measureSaves(small, smallDir, 500);
    showPair(`${few} orders`, smallPair);
    await small.close();

    const largeDir = join(root, "large");
    const large = await openOrders(largeDir);
    const filling = await fill(large, many);
    show(`filling ${many} orders`, `${(filling / 1000).toFixed(1)} s, ${ms(filling / many)} each`);
    const largePair = await measureSaves(large, largeDir, 500);
    showPair(`${many} orders`, largePair);
    const growth = [percentile(largePair.ours, 0.5), percentile(smallPair.ours, 0.5)] as const;
    const bareGrowth = [percentile(largePair.bare, 0.5), percentile(smallPair.bare, 0.5)] as const;
    show(
      `save p50 at ${many} / at ${few} orders (bare: ${ratio(...bareGrowth)})`,
      ratio(...growth),
    );
    await large.close();

    console.log(
      JSON.stringify({ bench: "store", p50: growth[0] / bareGrowth[0], aim: 1.5, orders: many }),
    );
    await measureOpening(largeDir);
    await measureLowdb(root, few, percentile(smallPair.bare, 0.5));
    measureMemory(largeDir);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

if (process.argv[2] === "--open") await openOnly(process.argv[3] ?? "");
else await measureAll();
