import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runCheck } from "#shared/check";
import { parseDossier } from "#shared/model";
import { type FieldSetting, type Program, setFields, type Track } from "#shared/rules";
import { programOf, readPack } from "../support/pack-files.ts";

/** One dossier: the complete example with some fields set otherwise, and what a reader of the lanes expects of it. */
type Judged = {
  readonly id: string;
  readonly asOf: string;
  readonly what: string;
  /** The sentence of the lanes, or the fact of the reference, that the expectation rests on. */
  readonly why: string;
  readonly set?: readonly FieldSetting[];
  readonly expect: Partial<Record<Track | "narrow" | "broad", string>> & {
    readonly stops?: Partial<Record<Track, boolean>>;
  };
};

const root = new URL("../../../", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));

function newestPack(track: Track): Program {
  const issued = readdirSync(new URL(`shared/packs/${track}/`, root))
    .sort()
    .at(-1);
  return programOf({ ...readPack(`${track}/${issued}/`), cases: [] });
}

const tracks: readonly Track[] = ["cn-import", "us-export"];
const packs = tracks.map(newestPack);
const base = read("examples/private-start-up-complete.json");
const files = readdirSync(new URL("tests/packs/dossiers/", root)).filter((name) =>
  name.endsWith(".json"),
);

/** Stops that every order without lists and reviews carries, and that say nothing of this one. */
const standing = /\.(legal-review|lists-not-screened)$/;

function reportOf({ asOf, set = [] }: Judged) {
  const changed = setFields(base, set);
  if (!changed.ok) throw new Error(JSON.stringify(changed.error));
  const dossier = parseDossier(changed.value);
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.error));
  const report = runCheck({ dossier: dossier.value, packs, lists: [], asOf, reading: "working" });
  if (!report.ok) throw new Error(JSON.stringify(report.error));
  return report.value;
}

describe.each(files)("dossiers judged by the lanes before the desk was asked: %s", (file) => {
  const cases = read(`tests/packs/dossiers/${file}`) as readonly Judged[];
  test.each(cases)("$id: $what", (one) => {
    const report = reportOf(one);
    const { stops, ...lanes } = one.expect;
    const found: Readonly<Record<string, string>> = {
      "cn-import": report.tracks["cn-import"].lane,
      "us-export": report.tracks["us-export"].lane,
      narrow: report.readings.narrow["cn-import"],
      broad: report.readings.broad["cn-import"],
    };
    for (const [what, lane] of Object.entries(lanes))
      expect(`${what} ${found[what]}`, one.why).toBe(`${what} ${lane}`);
    for (const [track, stop] of Object.entries(stops ?? {})) {
      const stopping = report.tracks[track as Track].findings
        .filter(({ rule, value, stop: own }) => own && value === "holds" && !standing.test(rule))
        .map(({ rule }) => rule);
      expect(stopping.length > 0, `${track}: ${stopping.join(" ")}`).toBe(stop);
    }
  });
});
