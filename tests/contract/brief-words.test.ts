import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInPrograms } from "#desk";
import { briefOf, runCheck } from "#shared/check";
import { parseDossier } from "#shared/model";
import { tracks } from "#shared/rules";

test.each(["zh", "en"] as const)(
  "what to give next is told in words, never as a path (%s)",
  (lang) => {
    const programs = builtInPrograms();
    if (!programs.ok) throw new Error(programs.error.code);
    const packs = programs.value.map(({ program }) => program);
    const text = readFileSync("examples/private-start-up.json", "utf8");
    const dossier = parseDossier(JSON.parse(text));
    if (!dossier.ok) throw new Error(dossier.error.code);
    const input = {
      dossier: dossier.value,
      packs,
      lists: [],
      asOf: "2026-11-23",
      reading: "working",
    };
    const report = runCheck(input as never);
    if (!report.ok) throw new Error(report.error.code);
    for (const track of tracks) {
      const { facts } = briefOf({ report: report.value, track, packs, lang }).parts;
      expect(report.value.tracks[track].facts.missing).toBeGreaterThan(0);
      expect(facts).not.toMatch(/[?？。.][。.；;]/u);
      expect(facts).not.toMatch(/\b(order|parties|products|sites|links)\.[A-Za-z_]/);
    }
  },
);
