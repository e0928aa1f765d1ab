import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInPrograms } from "#desk";
import { createTypesetter, loadTypesetterAssets, type Typesetter } from "#node/pdf";
import { runCheck } from "#shared/check";
import { formatAmount } from "#shared/i18n";
import { type Dossier, dossierSchema, lineTotal, orderTotal } from "#shared/model";
import { projectDossier } from "#shared/packet";
import { contentText, documentsOf, type SetName, setContentOf } from "#shared/papers";
import { archiveFaults } from "../support/pdf/archive-faults.ts";
import { sampleDossier, stretchedDossier } from "../support/stretched-dossier.ts";

const tools = ["pdftotext", "qpdf", "pdfinfo"].every((tool) =>
  (process.env["PATH"] ?? "").split(delimiter).some((place) => existsSync(join(place, tool))),
);
const held = builtInPrograms();
const packs = held.ok ? held.value.map(({ program }) => program) : [];
const folder = mkdtempSync(join(tmpdir(), "desk-papers-"));
let typesetter: Typesetter;

beforeAll(async () => {
  typesetter = await createTypesetter(await loadTypesetterAssets());
}, 60_000);
afterAll(async () => {
  await typesetter.dispose();
  rmSync(folder, { recursive: true });
});

type Printed = {
  readonly path: string;
  readonly pages: number;
  readonly pdf: Uint8Array;
  readonly file: string;
  readonly warnings: number;
};

function contentOf(dossier: Dossier, set: SetName) {
  const report = runCheck({ dossier, packs, lists: [], asOf: "2026-08-20", reading: "working" });
  if (!report.ok) throw new Error(report.error.code);
  const language = set === "us-exporter" ? ("en" as const) : ("zh" as const);
  const annexes = ["self-check", "consignee-statement"] as const;
  return setContentOf({
    set,
    dossier,
    report: report.value,
    language,
    draft: true,
    packs,
    annexes,
  });
}

const printed = new Map<SetName, Promise<readonly Printed[]>>();

/** The sample's papers, set once for all that look at them. */
function printSample(set: SetName): Promise<readonly Printed[]> {
  const known = printed.get(set) ?? print(sampleDossier(), set);
  printed.set(set, known);
  return known;
}

async function print(dossier: Dossier, set: SetName): Promise<readonly Printed[]> {
  const made: Printed[] = [];
  for (const { path, document } of documentsOf(contentOf(dossier, set))) {
    const result = await typesetter.typeset(document);
    if (!result.ok) throw new Error(`${path}: ${JSON.stringify(result.error)}`);
    const file = join(folder, `${set}-${path.split("/").at(-1)}`);
    writeFileSync(file, result.value.pdf);
    const { pdf, pages, warnings } = result.value;
    made.push({ path, pages, pdf, file, warnings: warnings.length });
  }
  return made;
}

const run = (tool: string, args: readonly string[]) =>
  execFileSync(tool, [...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
const wordsOf = (papers: readonly Printed[]) =>
  papers.map(({ file }) => run("pdftotext", ["-raw", file, "-"])).join("\n");
const squeezed = (text: string) => text.replace(/\s+/g, "");

/** What a reader must find on paper as it stands in the data: names, codes, amounts, dates, hashes. */
function fieldsOf(dossier: Dossier, set: SetName): readonly string[] {
  const { order, parties, sites, evidence } = dossier;
  const english = set === "us-exporter";
  const filled = (items: readonly (string | undefined)[]): readonly string[] =>
    items.flatMap((item) => (item === undefined || item === "" ? [] : [item]));
  return filled([
    ...parties.flatMap(({ names, uscc, importerCode }) => [
      english ? undefined : names.zh,
      names.en,
      uscc,
      importerCode,
    ]),
    ...sites.map(({ names }) => (english ? names.en : names.zh)),
    ...evidence.flatMap(({ fileName, sha256, title }) => [
      fileName,
      sha256,
      english ? title.en : title.zh,
    ]),
    ...order.lines.flatMap((line) => [
      line.unitPrice === undefined ? undefined : formatAmount(line.unitPrice),
      lineTotal(line) === undefined ? undefined : formatAmount(lineTotal(line) ?? "0"),
      line.hs?.code,
      ...(line.schedule ?? []).map(({ date }) => date),
    ]),
    formatAmount(orderTotal(order) ?? "0"),
    order.terms?.contractNumber,
    english ? undefined : order.reference,
    ...(order.necessity?.claims ?? []).map(({ text }) => text),
    order.necessity?.domesticPurchasePlan?.zh,
    ...(order.endUses ?? []).map(({ description }) =>
      english ? description?.en : description?.zh,
    ),
  ]);
}

describe.runIf(tools)("the papers of a set, read back by poppler-utils and qpdf", () => {
  test.each(["cn-filing", "us-exporter", "internal-record"] as const)(
    "%s: qpdf finds nothing to say, PDF/A-2b holds, structure and bookmarks are there",
    async (set) => {
      for (const paper of await printSample(set)) {
        expect(run("qpdf", ["--check", paper.file])).toContain(
          "No syntax or stream encoding errors",
        );
        expect([paper.path, archiveFaults(paper.pdf)]).toEqual([paper.path, []]);
        expect(run("pdfinfo", [paper.file])).toMatch(/Tagged:\s+yes/);
        expect(Buffer.from(paper.pdf).includes("/StructTreeRoot")).toBe(true);
        expect(Buffer.from(paper.pdf).includes("/Outlines")).toBe(true);
      }
    },
    120_000,
  );

  test.each(["cn-filing", "us-exporter"] as const)(
    "%s: its text gives back every name, code, amount, date and hash of the projection",
    async (set) => {
      const dossier = stretchedDossier({ lines: 4, parties: 9, nameLength: 60, paragraphs: 3 });
      const text = squeezed(wordsOf(await print(dossier, set)));
      const lost = fieldsOf(projectDossier(dossier, set), set).filter(
        (field) => !text.includes(squeezed(field)),
      );
      expect(lost).toEqual([]);
    },
    120_000,
  );

  test("names with rare characters come back, and figures end in the fallback's face, not in boxes", async () => {
    const base = sampleDossier();
    const [first, ...others] = base.parties;
    if (first === undefined) throw new Error("no party");
    const zh = "𠮷祥䶮㐂堃喆（虚构）数据有限公司";
    const papers = await print(
      { ...base, parties: [{ ...first, names: { ...first.names, zh } }, ...others] },
      "cn-filing",
    );
    const count = squeezed(wordsOf(papers)).split(squeezed(zh)).length - 1;
    expect(count).toBeGreaterThan(10);
  });

  test("the memo is one page, short or long", async () => {
    for (const dossier of [
      sampleDossier(),
      stretchedDossier({ lines: 200, parties: 60, nameLength: 80 }),
    ]) {
      const report = documentsOf(contentOf(dossier, "internal-record"));
      const memo = report[0];
      if (memo === undefined) throw new Error("no memo");
      const set = await typesetter.typeset(memo.document);
      expect(set.ok && set.value.pages).toBe(1);
    }
  });
});

/** Every text of a dossier that takes one, marked in plain letters that any font has. */
function marked(dossier: Dossier): { dossier: Dossier; marks: ReadonlyMap<string, string> } {
  const root = structuredClone(dossier) as unknown;
  const marks = new Map<string, string>();
  const walk = (at: unknown, path: string): void => {
    if (typeof at !== "object" || at === null) return;
    const holder = at as Record<string, unknown>;
    for (const [key, item] of Object.entries(holder)) {
      const here = path === "" ? key : `${path}.${key}`;
      if (typeof item !== "string") {
        walk(item, here);
        continue;
      }
      const mark = `zq${marks.size}qz`;
      holder[key] = `${item}${mark}`;
      if (dossierSchema.safeParse(root).success) marks.set(mark, here);
      else holder[key] = item;
    }
  };
  walk(root, "");
  return { dossier: dossierSchema.parse(root), marks };
}

describe.runIf(tools)("canaries in the printed papers", () => {
  const { dossier, marks } = marked(sampleDossier());

  test.each(["cn-filing", "us-exporter"] as const)(
    "%s: no byte of any paper, unpacked, holds a mark that the set's own content does not",
    async (set) => {
      const own = contentText(contentOf(dossier, set));
      const allowed = new Set([...marks.keys()].filter((mark) => own.includes(mark)));
      const papers = await print(dossier, set);
      const seen = papers.flatMap(({ file }) => {
        const plain = join(folder, "plain.pdf");
        run("qpdf", ["--qdf", "--object-streams=disable", "--stream-data=uncompress", file, plain]);
        const bytes = execFileSync("cat", [plain], { maxBuffer: 1 << 28 }).toString("latin1");
        const utf16 = Buffer.from(bytes, "latin1").toString("utf16le");
        const words = squeezed(run("pdftotext", ["-raw", file, "-"]));
        return [...`${bytes}${words}${utf16}`.matchAll(/zq\d+qz/g)].map(([mark]) => mark);
      });
      expect(seen.length).toBeGreaterThan(30);
      const leaked = [...new Set(seen)].filter((mark) => !allowed.has(mark));
      expect(leaked.map((mark) => marks.get(mark))).toEqual([]);
    },
    120_000,
  );

  test("neither set's content holds a mark that only the other's reader may see", () => {
    const pathsIn = (set: SetName) => {
      const text = contentText(contentOf(dossier, set));
      return [...marks].filter(([mark]) => text.includes(mark)).map(([, path]) => path);
    };
    const chinese =
      /^order\.(addressee|subject\.zh|necessity|customs|terms\.(tradeMode|foreignExchangeSource))\b/;
    expect(pathsIn("us-exporter").filter((path) => chinese.test(path))).toEqual([]);
    expect(pathsIn("cn-filing").filter((path) => /^order\.exporterFacts\b/.test(path))).toEqual([]);
    for (const set of ["cn-filing", "us-exporter"] as const)
      expect(pathsIn(set).filter((path) => /^order\.(title|notes)$|^persons\b/.test(path))).toEqual(
        [],
      );
  });
});

describe.runIf(tools)("hostile content", () => {
  const nasty = [
    '#import "x.typ": *  $ x $  *strong* _emph_ `raw` <label> @ref',
    '#{ while true {} } #eval("1") \\u{41} = 标题',
    "\u202e反向文字\u202c \u2066隔离\u2069 零\u200b宽",
    "</text><script>alert(1)</script> url(x) onload=1 <!ENTITY>",
    "a".repeat(380),
    "\\\\server\\share ..\\..\\x ' \" % & ; | $(x) `y`",
  ];

  test("markup, direction marks and long words are text: same pages, same words, other papers untouched", async () => {
    const base = sampleDossier();
    const hostile: Dossier = {
      ...base,
      order: {
        ...base.order,
        subject: { zh: nasty[0], en: nasty[1] },
        reference: nasty[3],
        necessity: {
          ...base.order.necessity,
          statement: { zh: nasty.join("\n") },
          alternatives: nasty.map((text, index) => ({
            id: `alt_${index + 1}`,
            product: text.slice(0, 300),
          })),
        },
        endUses: (base.order.endUses ?? []).map((use) => ({
          ...use,
          description: { zh: nasty.join("\n"), en: nasty.join("\n") },
        })),
      },
      parties: base.parties.map((party, index) => ({
        ...party,
        names: { zh: nasty[index % nasty.length], en: nasty[(index + 1) % nasty.length] },
      })),
      evidence: base.evidence.map((item, index) => ({
        ...item,
        title: { zh: nasty[index % nasty.length], en: nasty[index % nasty.length] },
        fileName: `..${index}<x>.txt`,
      })),
    };
    for (const set of ["cn-filing", "us-exporter"] as const) {
      const papers = await print(hostile, set);
      const text = squeezed(wordsOf(papers));
      expect(text).toContain(squeezed(nasty[0] ?? ""));
      expect(text).toContain(
        set === "us-exporter" ? "‹U+202E›[Englishtobegiven]" : "‹U+202E›反向文字",
      );
      expect(text).toContain("a".repeat(380));
      expect(papers.some(({ warnings }) => warnings > 0)).toBe(true);
      for (const paper of papers) {
        expect(run("qpdf", ["--check", paper.file])).toContain(
          "No syntax or stream encoding errors",
        );
        expect([paper.path, archiveFaults(paper.pdf)]).toEqual([paper.path, []]);
      }
    }
    const plain = await printSample("cn-filing");
    const at = (papers: readonly Printed[], name: string) =>
      papers.find(({ path }) => path.endsWith(name))?.pages;
    expect(at(plain, "authorisation.pdf")).toBe(1);
  }, 120_000);
});
