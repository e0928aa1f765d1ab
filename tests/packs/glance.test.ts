import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CheckInput, glanceOf, runCheck } from "#shared/check";
import { type Dossier, parseDossier } from "#shared/model";
import { setFields, tracks } from "#shared/rules";
import { packFolders, programOf, readPack } from "./support/pack-files.ts";

const packs = packFolders.map((folder) => programOf(readPack(folder)));
const text = readFileSync(
  new URL("../../examples/private-start-up-complete.json", import.meta.url),
  "utf8",
);

function dossier(set: readonly { path: string; value: unknown }[] = []): Dossier {
  const changed = setFields(JSON.parse(text) as Dossier, set);
  if (!changed.ok) throw new Error(changed.error.code);
  const parsed = parseDossier(changed.value);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}
const inputOf = (value: Dossier): CheckInput => ({
  dossier: value,
  packs,
  lists: [],
  asOf: "2026-09-01",
  reading: "working",
});

function glance(value: Dossier) {
  const found = glanceOf(inputOf(value));
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

describe("what stands beside a draft", () => {
  test.each(tracks)("says the same lane of %s as the whole check", (track) => {
    const report = runCheck(inputOf(dossier()));
    if (!report.ok) throw new Error(report.error.code);
    const { lane, atBest, atWorst, facts } = report.value.tracks[track];
    expect(glance(dossier())[track]).toMatchObject({
      lane,
      atBest,
      atWorst,
      missing: facts.missing,
    });
  });

  test("leads from a bar to the very answer that made it", () => {
    const answer = "order.declarations.militaryEndUse";
    const { causes, lane } = glance(dossier([{ path: answer, value: { value: "yes" } }]))[
      "cn-import"
    ];
    expect(lane).toBe("reported-barred");
    expect(causes.flatMap(({ fields }) => fields)).toContain(answer);
  });

  test("puts open questions in the order that settles most, each with the rule and its texts", () => {
    const open = dossier([{ path: "order.declarations.commercialUseOnly", value: undefined }]);
    const report = runCheck(inputOf(open));
    if (!report.ok) throw new Error(report.error.code);
    const { questions } = glance(open)["us-export"];
    const first = report.value.tracks["us-export"].ask[0]?.[0];
    expect(questions.every(({ owner }) => owner === "buyer")).toBe(true);
    if (first !== undefined) expect(questions[0]?.key).toBe(first);
    for (const { rules } of questions)
      for (const { title, sources } of rules) {
        expect(title.zh).not.toBe("");
        expect(sources.length).toBeGreaterThan(0);
      }
  });
});
