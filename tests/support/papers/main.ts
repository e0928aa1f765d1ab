import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { paperSamples } from "./extremes.ts";

// Prints, for every example and extreme, how many pages each outgoing set has and which pages but a paper's last are less than
// six tenths full: npm run papers [-- part of a name]. Needs pdftotext of poppler.

const SETS = ["cn-filing", "us-exporter"] as const;
const POINTS_PER_MM = 72 / 25.4;
// The type area of both layouts, as the templates have it; running heads and feet lie outside.
const AREA = {
  zh: { top: 37 * POINTS_PER_MM, bottom: (297 - 35) * POINTS_PER_MM },
  en: { top: 30 * POINTS_PER_MM, bottom: (297 - 30) * POINTS_PER_MM },
} as const;
const FULL = 0.6;

/** How far down each page of a PDF its text reaches, as a share of the type area. */
function fills(pdf: string, lang: "zh" | "en"): readonly number[] {
  const html = execFileSync("pdftotext", ["-bbox", pdf, "-"], { maxBuffer: 2 ** 28 }).toString();
  const { top, bottom } = AREA[lang];
  return html
    .split("<page ")
    .slice(1)
    .map((page) => {
      const [, width = "0", height = "0"] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      // A turned page is as full as its table needs.
      if (Number(width) > Number(height)) return 1;
      const ends = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)]
        .map(([, from, to]) => [Number(from), Number(to)] as const)
        .filter(([from, to]) => from >= top - 5 && to <= bottom + 5)
        .map(([, to]) => to);
      return ends.length === 0 ? 0 : (Math.max(...ends) - top) / (bottom - top);
    });
}

const folder = mkdtempSync(join(tmpdir(), "papers-"));
const wanted = process.argv[2] ?? "";
try {
  for (const { name, dossier } of paperSamples()) {
    if (!name.includes(wanted)) continue;
    const file = join(folder, "dossier.json");
    writeFileSync(file, JSON.stringify(dossier));
    for (const set of SETS)
      for (const lang of ["zh", "en"] as const) {
        const out = join(folder, `${set}-${lang}-${name.replaceAll(" ", "-")}`);
        const about = [
          "--set",
          set,
          "--papers",
          lang,
          "--out",
          out,
          "--evidence",
          "examples/evidence",
        ];
        const built = spawnSync(
          process.execPath,
          ["build/desk.mjs", "packet", "build", file, ...about, "--as-of", "2026-12-01"],
          { encoding: "utf8" },
        );
        const papers = globSync(join(out, "*", "data", "papers", "*.pdf")).toSorted();
        if (papers.length === 0) {
          console.log(`${name} · ${set} · ${lang}: ${built.stderr.trim().split("\n").at(-1)}`);
          continue;
        }
        const pages = papers.map((pdf) => ({
          paper: basename(pdf, ".pdf"),
          fills: fills(pdf, lang),
        }));
        const total = pages.reduce((sum, { fills: of }) => sum + of.length, 0);
        const low = pages.flatMap(({ paper, fills: of }) =>
          of
            .slice(0, -1)
            .flatMap((fill, at) =>
              fill < FULL ? [`${paper} p. ${at + 1}: ${Math.round(fill * 100)} %`] : [],
            ),
        );
        console.log(
          `${name} · ${set} · ${lang}: ${total} pages${low.length > 0 ? `; ${low.join(", ")}` : ""}`,
        );
      }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
