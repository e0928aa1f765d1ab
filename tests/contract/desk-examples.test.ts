import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { builtInPrograms, readDossierBytes } from "#desk";
import { runCheck } from "#shared/check";
import { readUscc } from "#shared/identity";
import { canonicalJson, sha256Hex } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Program } from "#shared/rules";
import { run } from "../../electron/cli/main.ts";
import { openTestDesk } from "./desk-harness.ts";

// Opening a workspace syncs files; on a busy disk that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = new URL("../../examples/", import.meta.url);

/** The table of examples/README.md: file, day, lane of each track. */
const rows = readFileSync(new URL("README.md", folder), "utf8")
  .split("\n")
  .map((line) =>
    /^\| `([a-z-]+\.json)` \| (\d{4}-\d{2}-\d{2}) \| ([a-z-]+) \| ([a-z-]+) \|/.exec(line),
  )
  .filter((match) => match !== null)
  .map(([, file = "", asOf = "", cn = "", us = ""]) => ({ file, asOf, cn, us }));

function programs(): readonly Program[] {
  const own = builtInPrograms();
  if (!own.ok) throw new Error(JSON.stringify(own.error));
  return own.value.map((held) => held.program);
}

function dossierOf(file: string): Dossier {
  const read = readDossierBytes(readFileSync(new URL(file, folder)), file);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

test("every example stands in the table of the README with at least one day", () => {
  expect([...new Set(rows.map((row) => row.file))].toSorted()).toEqual(files.toSorted());
});

test.each(rows)(
  "$file on $asOf: $cn on the Chinese side, $us on the US side",
  ({ file, asOf, cn, us }) => {
    const input = { dossier: dossierOf(file), packs: programs(), lists: [], asOf } as const;
    const report = runCheck({ ...input, reading: "working" });
    expect(report.ok && report.value.tracks["cn-import"].lane).toBe(cn);
    expect(report.ok && report.value.tracks["us-export"].lane).toBe(us);
  },
);

/** What a command prints, run in this process. */
async function inTerminal(...argv: string[]): Promise<string> {
  let printed = "";
  await run(argv, {
    out: (words) => {
      printed += words;
    },
    err: (words) => {
      printed += words;
    },
    today: () => "2026-11-23",
    cwd: process.cwd(),
    root: process.cwd(),
  });
  return printed;
}

test.each(files)(
  "%s comes into a fresh workspace without a question and is answered there as in a terminal",
  async (file) => {
    const desk = await openTestDesk();
    try {
      const text = readFileSync(new URL(file, folder), "utf8");
      const taken = await desk.call("orders", "import", {
        fileName: file,
        text,
        onConflict: "ask",
      });
      expect(taken).toMatchObject({ imported: true, conflicts: [] });
      const report = await desk.call("check", "run", {
        order: taken["order"],
        asOf: "2026-11-23",
        reading: "working",
      });
      expect(
        JSON.parse(await inTerminal("check", fileURLToPath(new URL(file, folder)), "--json")),
      ).toEqual(report);
    } finally {
      await desk.close();
    }
  },
);

test.each(files)("%s gives the same bytes twice", (file) => {
  const input = {
    dossier: dossierOf(file),
    packs: programs(),
    lists: [],
    asOf: "2026-08-20",
  } as const;
  const once = runCheck({ ...input, reading: "working" });
  const again = runCheck({ ...input, reading: "working" });
  expect(canonicalJson(once)).toBe(canonicalJson(again));
});

test.each(files)(
  "%s names papers that lie beside it, and codes with right check digits",
  (file) => {
    const dossier = dossierOf(file);
    for (const paper of dossier.evidence) {
      const path = new URL(`evidence/${paper.fileName}`, folder);
      expect(existsSync(path)).toBe(true);
      expect(sha256Hex(readFileSync(path))).toBe(paper.sha256);
    }
    for (const { uscc } of dossier.parties) if (uscc) expect(readUscc(uscc).valid).toBe(true);
  },
);

test("the complete start-up lacks nothing in either set", () => {
  const report = runCheck({
    dossier: dossierOf("private-start-up-complete.json"),
    packs: programs(),
    lists: [],
    asOf: "2026-08-20",
    reading: "working",
  });
  expect(report.ok && report.value.completeness).toMatchObject({
    "cn-filing": { complete: true, returns: [] },
    "us-exporter": { complete: true, returns: [] },
  });
});

test("under the broad reading a provider with state tenants is in a reported class", () => {
  const report = runCheck({
    dossier: dossierOf("cloud-with-state-tenants.json"),
    packs: programs(),
    lists: [],
    asOf: "2026-08-20",
    reading: "working",
  });
  expect(report.ok && report.value.readings.broad["cn-import"]).toBe("reported-barred");
  expect(report.ok && report.value.readings.narrow["cn-import"]).toBe("case-by-case");
});
