import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { factCatalogue } from "#shared/facts";
import { caseFacts } from "../cases/case-facts.ts";
import { optionsOfCase } from "../cases/run-cases.ts";
import { compile } from "../compile/compile.ts";
import { evaluate } from "../evaluate/evaluate.ts";

const packs = new URL("../../packs/", import.meta.url);

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, packs), "utf8"));
}

function folder(path: string): readonly (readonly [name: string, value: unknown])[] {
  return readdirSync(new URL(path, packs)).map((name) => [
    name.replace(/\.json$/, ""),
    read(`${path}${name}`),
  ]);
}

const wide = { maxKeys: 6, maxCubes: 200_000, maxWork: 2_000_000_000 };

test.each(["cn-import/2026-11-30/", "us-export/2026-11-30/"])(
  "in every case of %s the questions asked are all there are: five thousand times the effort finds no other",
  (path) => {
    const cases = folder(`${path}cases/`).map(([, value]) => value);
    const input = { pack: read(`${path}pack.json`), sources: read(`${path}sources.json`), cases };
    const compiled = compile(input, factCatalogue);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
    const bases = new Map(folder(`${path}dossiers/`));
    let open = 0;
    for (const one of compiled.program.cases) {
      const facts = caseFacts(one, bases);
      if (!facts.ok) continue;
      const usual = evaluate(compiled.program, facts.value, optionsOfCase(one));
      const exact = evaluate(compiled.program, facts.value, optionsOfCase(one), wide);
      expect(usual.ask, one.name).toEqual(exact.ask);
      expect(usual.findings, one.name).toEqual(exact.findings);
      open += exact.ask.length > 0 ? 1 : 0;
    }
    expect(open).toBeGreaterThan(10);
  },
  60_000,
);
