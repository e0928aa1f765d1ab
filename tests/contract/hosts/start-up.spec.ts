import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const dist = fileURLToPath(new URL("../../../dist/", import.meta.url));

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(join(dist, "renderer", "manifest.json"), "utf8"),
);

/** Everything that is loaded before the page can draw: the page's own scripts and what they import at once. */
function atStart(): readonly string[] {
  const html = readFileSync(join(dist, "renderer", "index.html"), "utf8");
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const name of chunks.get(file)?.imports ?? []) visit(manifest[name]?.file ?? "");
  };
  for (const [, file] of html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g))
    visit(file ?? "");
  return [...seen];
}

const text = (file: string) => readFileSync(join(dist, "renderer", file), "utf8");

test("the page draws its first picture without the graph, the editor and the rules' pages", () => {
  const code = atStart().map(text).join("\n");
  expect(code.length).toBeGreaterThan(100_000);
  expect(code).not.toContain("react-flow__");
  const features = Object.keys(manifest).filter((name) => name.startsWith("features/"));
  expect(features.length).toBeGreaterThan(5);
  const early = new Set(atStart());
  expect(features.filter((name) => early.has(manifest[name]?.file ?? ""))).toEqual([]);
});

test("the page's code at the start stays within its budget, the words of one language with it", () => {
  const size = (file: string) => statSync(join(dist, "renderer", file)).size;
  const bytes = atStart().reduce((sum, file) => sum + size(file), 0);
  const words = Object.values(manifest).filter(({ file }) => file.includes("desk-words"));
  expect(words.length).toBe(2);
  expect(bytes + Math.max(...words.map(({ file }) => size(file)))).toBeLessThan(680_000);
});

test("the page starts without the words of a language that is not shown", () => {
  const early = atStart();
  const files = Object.values(manifest).map(({ file }) => file);
  const [zh, en] = ["zh", "en"].map((lang) =>
    files.find((file) => file.includes(`desk-words_${lang}-`)),
  );
  expect(text(zh ?? "")).toContain("订单");
  expect(text(en ?? "")).not.toContain("订单");
  expect(early).not.toContain(zh);
  expect(early).not.toContain(en);
  expect(early.map(text).join("\n")).not.toMatch(/新建订单|Nothing is sent/);
});

test("the schemas of orders, reports and packs are made when they are first needed, not at the start", () => {
  const code = atStart().map(text).join("\n");
  // Words that only those schemas hold: a set, a lane, a reading.
  for (const word of ["us-exporter", "presumption-of-denial", "narrow"])
    expect(code).not.toContain(`"${word}"`);
});

test("no host brings fonts or the typesetter's machine along: they are read when a paper is set", () => {
  for (const host of ["electron", "node"]) {
    const files = readdirSync(join(dist, host), { recursive: true, withFileTypes: true }).filter(
      (e) => e.isFile(),
    );
    expect(files.map(({ name }) => name).filter((name) => /\.(wasm|ttf|otf)$/.test(name))).toEqual(
      [],
    );
    const bytes = files.reduce(
      (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
      0,
    );
    // Three issues of the packs and the writer of Word drafts stand in it; one font alone would be ten million.
    expect(bytes).toBeLessThan(8_000_000);
  }
});

/** What the main program loads before it can ask for a window: its own file and what that imports at once. */
function mainAtStart(): readonly string[] {
  const seen = new Map<string, string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    const code = readFileSync(file, "utf8");
    seen.set(file, code);
    for (const [, name] of code.matchAll(/^(?:import|export)[^"'()]*?["'](\.[^"']+)["'];?$/gm))
      visit(join(dirname(file), name ?? ""));
  };
  visit(join(dist, "electron", "main.mjs"));
  return [...seen.values()];
}

test("the main program asks for its window without rules, ownership, screening, packs and typesetter", () => {
  const early = mainAtStart().join("\n");
  expect(early.length).toBeGreaterThan(300_000);
  expect(early.length).toBeLessThan(1_700_000);
  // Each of these is defined in what is loaded late, so that its absence above means something.
  const late = readdirSync(join(dist, "electron", "chunks"))
    .map((name) => readFileSync(join(dist, "electron", "chunks", name), "utf8"))
    .join("\n");
  for (const definition of [
    "function runCheck(",
    "function evaluate(",
    "function compile(",
    "function buildListIndex(",
    "function createTypesetter(",
    "function createPacketBuilder(",
    "function readBods(",
  ]) {
    expect(late, definition).toContain(definition);
    expect(early, definition).not.toContain(definition);
  }
});

test("the preload knows names and no schema", () => {
  const preload = readFileSync(join(dist, "electron", "preload.cjs"), "utf8");
  expect(preload.length).toBeLessThan(4_000);
  expect(preload).not.toContain("zod");
  expect([...preload.matchAll(/require\(["'`]([^"'`]+)/g)].map(([, name]) => name)).toEqual([
    "electron",
  ]);
});
