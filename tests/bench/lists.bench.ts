/**
 * Lists and tenant books: reading 149 MB of the official CSV and 60 MB of the official JSON, the same and four times as much,
 * a broken quote before 12 MB, and 1,000,000 tenants with and without lists. Each in a process of its own; prints a table.
 * The lists screened are those of `../shared/data/lists`; where they are not there, the tenants are only classified.
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileSource } from "#node/input";
import { groupListFiles, readListGroup } from "#node/lists";
import { classifyBook, screeningHere, screeningPool } from "#node/tenants";
import type { ListSnapshot } from "#shared/lists";

const HEAD =
  "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids";
const row = (at: number) =>
  `Entity List (EL) - Bureau of Industry and Security,${at},Entity,,"Invented Works No. ${at} Co., Ltd.",,"No. ${at} Invented Road, Sample District, Sample City, CN; ${at} Other Road, HK",90 FR ${at % 9_999},2026-01-02,,,For all items subject to the EAR. (See §744.11 of the EAR),Presumption of denial.,,,,,,,Invented remark for the sake of length,https://list.invalid/el,Invented Works ${at}; IW${at}; 虚构第${at}厂,,,,,https://list.invalid/el,"CN, 9111${String(at).padStart(10, "0")}, Registration Number"\n`;
const result = (at: number) =>
  `${at === 0 ? "" : ","}${JSON.stringify({ source: "Entity List (EL) - Bureau of Industry and Security", entity_number: String(at), type: "Entity", name: `Invented Works No. ${at} Co., Ltd.`, alt_names: [`Invented Works ${at}`, `虚构第${at}厂`], addresses: [{ address: `No. ${at} Invented Road`, city: "Sample City", country: "CN" }], federal_register_notice: "90 FR 1", license_policy: "Presumption of denial.", source_list_url: "https://list.invalid/el" })}`;

/** Syllables of invented firms; the names are many and look like those of customers. */
const SYLLABLES = [..."华中新光远宏盛达鑫瑞恒通泰隆兴安康源丰博创智云腾飞龙海天地"];
const CITIES = ["北京", "上海", "深圳", "杭州", "成都", "武汉", "西安", "南京"];
const TRADES = ["科技", "网络", "信息技术", "贸易", "物流", "软件", "生物", "能源", "教育", "医疗"];
const NATURES = ["民营", "国有", "", "事业单位"];

function tenant(at: number): string {
  const mixed = Math.imul(at + 1, 2_654_435_761) >>> 0;
  const pick = <T>(from: readonly T[], shift: number) => from[(mixed >>> shift) % from.length];
  const name = `${pick(CITIES, 3)}${pick(SYLLABLES, 7)}${pick(SYLLABLES, 13)}${pick(SYLLABLES, 19)}${pick(TRADES, 5)}有限公司`;
  return `${name},,${pick(["软件", "金融", "零售"], 9)},${pick(NATURES, 11)},${(mixed % 5_000) / 10}\n`;
}

async function write(
  path: string,
  head: string,
  line: (at: number) => string,
  bytes: number,
  tail = "",
) {
  const stream = createWriteStream(path);
  stream.write(head);
  let size = 0;
  for (let at = 0; size < bytes; at += 1) {
    const text = line(at);
    size += Buffer.byteLength(text);
    if (!stream.write(text)) await once(stream, "drain");
  }
  stream.end(tail);
  await once(stream, "finish");
}

const data = new URL("../../../shared/data/lists/", import.meta.url).pathname;

async function readListFile(path: string): Promise<string> {
  const source = await fileSource(path, path, 700_000_000);
  if (!source.ok) return source.error.code;
  const groups = await groupListFiles([source.value]);
  const group = groups.ok ? groups.value[0] : undefined;
  if (!groups.ok || group === undefined) return groups.ok ? "empty" : groups.error.code;
  const read = await readListGroup(group);
  return read.ok ? `${read.value.entries.length} entries` : read.error.code;
}

async function classify(path: string, screened: boolean): Promise<string> {
  const lists: ListSnapshot[] = [];
  if (screened) {
    const csl = await fileSource(join(data, "csl-2026-07-31.json"), "csl.json", 150_000_000);
    const groups = csl.ok ? await groupListFiles([csl.value]) : csl;
    const list = groups.ok && groups.value[0] ? await readListGroup(groups.value[0]) : undefined;
    if (list?.ok) lists.push(list.value);
  }
  const source = await fileSource(path, path, 4_000_000_000);
  if (!source.ok) return source.error.code;
  const worker = new URL("../../electron/worker/tenant-worker.ts", import.meta.url).pathname;
  const screening = lists.length > 0 ? screeningPool(worker, lists) : screeningHere(lists);
  const book = await classifyBook(source.value, {
    id: "b",
    title: "b",
    today: "2026-11-23",
    screening,
  });
  await screening.end();
  if (!book.ok) return book.error.code;
  const { rows, resembling } = book.value.summary;
  return `${rows} rows, ${resembling} resembling, book of ${(book.value.bytes.length / 1e6).toFixed(0)} MB`;
}

/** One measurement, in this process. */
async function measure(kind: string, path: string): Promise<void> {
  const start = performance.now();
  const answer =
    kind === "list" ? await readListFile(path) : await classify(path, kind === "screen");
  const seconds = (performance.now() - start) / 1_000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  console.log(JSON.stringify({ seconds, cpu, megabytes: maxRSS / 1_000, answer }));
}

async function all(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "desk-lists-bench-"));
  const tenants = Number(process.env["BENCH_TENANTS"] ?? 1_000_000);
  try {
    const header = "客户名称,统一社会信用代码,行业,企业性质,卡时\n";
    const file = (name: string) => join(dir, name);
    await write(file("149.csv"), `${HEAD}\n`, row, 149_000_000);
    await write(file("37.csv"), `${HEAD}\n`, row, 37_000_000);
    await write(file("60.json"), '{"results":[', result, 60_000_000, "]}");
    await write(file("open.csv"), `${HEAD}\nEntity List,,Entity,,"Invented,`, row, 12_000_000);
    let count = 0;
    const line = (at: number) => {
      count += 1;
      return count > tenants ? "" : tenant(at);
    };
    const stream = createWriteStream(file("tenants.csv"));
    stream.write(header);
    for (let at = 0; at < tenants; at += 1)
      if (!stream.write(line(at))) await once(stream, "drain");
    stream.end();
    await once(stream, "finish");
    const runs = [
      ["list", "37.csv"],
      ["list", "149.csv"],
      ["list", "60.json"],
      ["list", "open.csv"],
      ["classify", "tenants.csv"],
      ...(existsSync(data) ? [["screen", "tenants.csv"]] : []),
    ];
    if (!existsSync(data))
      console.log("no lists at ../shared/data/lists: tenants are only classified");
    console.log(`cores ${availableParallelism()}, load ${loadavg()[0]?.toFixed(1)}`);
    for (const [kind = "", name = ""] of runs) {
      const args = [...process.execArgv, process.argv[1] ?? "", "measure", kind, file(name)];
      const done = spawnSync(process.execPath, args, { encoding: "utf8" });
      const { seconds, cpu, megabytes, answer } = JSON.parse(
        done.stdout.trim().split("\n").at(-1) ?? "{}",
      );
      const size = (statSync(file(name)).size / 1e6).toFixed(0);
      console.log(
        `${kind.padEnd(9)} ${name.padEnd(12)} ${size.padStart(4)} MB  ${seconds?.toFixed(1).padStart(7)} s  ${cpu?.toFixed(1).padStart(7)} s of processor  ${megabytes?.toFixed(0).padStart(5)} MB  ${answer}`,
      );
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const [, , step, asked = "", given = ""] = process.argv;
await (step === "measure" ? measure(asked, given) : all());
