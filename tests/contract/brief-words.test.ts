import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInPrograms } from "#desk";
import { briefOf, runCheck } from "#shared/check";
import { hasMessage } from "#shared/i18n";
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

test("a number of what is excluded is no reason", () => {
  const programs = builtInPrograms();
  if (!programs.ok) throw new Error(programs.error.code);
  const packs = programs.value.map(({ program }) => program);
  const example = JSON.parse(readFileSync("examples/private-start-up-complete.json", "utf8"));
  const [body, first, second] = ["pty_body", "pty_first", "pty_second"];
  const firm = (id: string, kind: string) => ({ id, kind, names: { zh: id }, country: "CN" });
  example.parties.push(
    firm("pty_body", "public-body"),
    firm("pty_first", "company"),
    firm("pty_second", "company"),
  );
  const held = [
    [body, first, "100"],
    [body, second, "100"],
    [first, "pty_xinghe", "30"],
    [second, "pty_xinghe", "25"],
    ["pty_founder", "pty_xinghe", "45"],
  ];
  example.links = held.map(([owner, target, percent], at) => ({
    id: `lnk_${at}`,
    owner,
    target,
    equity: { kind: "exact", percent },
  }));
  const dossier = parseDossier(example);
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.error));
  const input = {
    dossier: dossier.value,
    packs,
    lists: [],
    asOf: "2026-08-20",
    reading: "working",
  };
  const report = runCheck(input as never);
  if (!report.ok) throw new Error(report.error.code);
  const said = JSON.stringify(
    briefOf({ report: report.value, track: "cn-import", packs, lang: "en" }),
  );
  expect(said).toContain("State control by other means");
  expect(said).not.toContain("100");
});

test("every word that a parameter of the packs may take is said in both languages", () => {
  const programs = builtInPrograms();
  if (!programs.ok) throw new Error(programs.error.code);
  const allowed = programs.value.flatMap(({ program }) =>
    [...program.parameters.values()].flatMap(({ values = [] }) => values),
  );
  const words = allowed.filter((value) => typeof value === "string");
  expect(words.length).toBeGreaterThan(5);
  expect(
    words.filter((word) => !hasMessage(`parameter.value.${word.replaceAll(" ", "-")}`)),
  ).toEqual([]);
});
