import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInPrograms } from "#desk";
import { runCheck } from "#shared/check";
import { type Dossier, parseDossier } from "#shared/model";
import { contentText, documentsOf, readContent, setContentOf } from "#shared/papers";

const example = new URL("../../examples/private-start-up-complete.json", import.meta.url);

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

const parses = (value: Json) => parseDossier(value).ok;

/** Puts a mark of its own into every text of a dossier that takes one. */
function marked(plain: Json): {
  readonly dossier: Dossier;
  readonly marks: ReadonlyMap<string, string>;
} {
  const root = structuredClone(plain);
  const marks = new Map<string, string>();
  const walk = (at: Json, path: string): void => {
    if (typeof at !== "object" || at === null) return;
    for (const [key, item] of Object.entries(at)) {
      const holder = at as Record<string, Json>;
      const here = path === "" ? key : `${path}.${key}`;
      if (typeof item !== "string") walk(item, here);
      else {
        const mark = `⟪${marks.size}⟫`;
        holder[key] = `${item}${mark}`;
        if (parses(root)) marks.set(mark, here);
        else holder[key] = item;
      }
    }
  };
  walk(root, "");
  const parsed = parseDossier(root);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { dossier: parsed.value, marks };
}

const source = JSON.parse(readFileSync(example, "utf8")) as { [key: string]: Json };
const whole = source["order"] as { [key: string]: Json };
Object.assign(whole, {
  notes: "inside",
  lookups: [
    {
      id: "lkp_1",
      track: "cn-import",
      parameter: "x",
      state: "in-force",
      from: "2026-01-01",
      citation: "inside",
      seenOn: "2026-01-02",
    },
  ],
  screening: [
    {
      id: "scr_1",
      party: "pty_xinghe",
      list: "sdn",
      entry: "inside",
      entryHash: "0".repeat(64),
      partyHash: "0".repeat(64),
      decision: "not-this-party",
      reason: "inside",
      date: "2026-01-01",
    },
  ],
  reviews: [
    {
      id: "rvw_1",
      kind: "legal",
      person: "psn_drafter",
      decision: "ready-to-file",
      date: "2026-01-01",
      comment: "inside",
      dossierSha256: "0".repeat(64),
      publicKey: "0".repeat(64),
      signature: "0".repeat(128),
    },
  ],
});
for (const party of source["parties"] as { [key: string]: Json }[]) party["notes"] = "inside";
for (const site of source["sites"] as { [key: string]: Json }[]) site["notes"] = "inside";

const { dossier, marks } = marked(source);
const held = builtInPrograms();
const packs = held.ok ? held.value.map(({ program }) => program) : [];
// A parameter and a value that bear marks are none of any pack's: the check refuses such an entry, and is made without it.
const { lookups: _marked, ...bare } = dossier.order;
const checked = runCheck({
  dossier: { ...dossier, order: bare },
  packs,
  lists: [],
  asOf: "2026-08-20",
  reading: "working",
});
if (!checked.ok) throw new Error(checked.error.code);
const report = checked.value;

function pathsIn(set: "cn-filing" | "us-exporter" | "internal-record"): string[] {
  const content = setContentOf({ set, dossier, report, language: "both", draft: true, packs });
  const all = contentText(content) + JSON.stringify(documentsOf(content));
  return [...marks].filter(([mark]) => all.includes(mark)).map(([, path]) => path);
}

const inside =
  /^(persons|order\.(notes|lookups|screening|reviews)|parties\.\d+\.notes|sites\.\d+\.notes)\b/;

test("more than a hundred texts of a dossier can be marked", () => {
  expect(marks.size).toBeGreaterThan(100);
});

test.each(["cn-filing", "us-exporter"] as const)(
  "no mark of what stays inside leaves with %s",
  (set) => {
    expect(pathsIn(set).filter((path) => inside.test(path))).toEqual([]);
  },
);

test("no mark of the Chinese side's own case reaches the US exporter", () => {
  const own = dossier.evidence.flatMap((item, index) =>
    item.side === "cn-filing" || item.side === "internal" ? [`evidence.${index}.`] : [],
  );
  const found = pathsIn("us-exporter").filter(
    (path) =>
      path.startsWith("order.necessity") ||
      path.startsWith("order.addressee") ||
      own.some((start) => path.startsWith(start)),
  );
  expect(found).toEqual([]);
});

test("no mark of the exporter's own papers reaches the China filing set", () => {
  const own = dossier.evidence.flatMap((item, index) =>
    item.side === "us-exporter" || item.side === "internal" ? [`evidence.${index}.`] : [],
  );
  expect(own.length).toBeGreaterThan(0);
  const found = pathsIn("cn-filing").filter((path) => own.some((start) => path.startsWith(start)));
  expect(found).toEqual([]);
});

test("the internal record holds every mark", () => {
  expect(pathsIn("internal-record").length).toBe(marks.size);
});

test("the content of a set is read back as it was written", () => {
  for (const set of ["cn-filing", "us-exporter", "internal-record"] as const) {
    const content = setContentOf({ set, dossier, report, language: "zh", draft: true, packs });
    const back = readContent(JSON.parse(contentText(content)));
    expect(back.ok && contentText(back.value)).toBe(contentText(content));
  }
});

test("both outgoing sets commit to the same record, and only the record opens the commitment", () => {
  const make = (set: "cn-filing" | "us-exporter" | "internal-record") =>
    setContentOf({ set, dossier, report, language: "zh", draft: true, packs });
  const record = make("internal-record");
  const { commitment } = record.internalRecord;
  expect(make("cn-filing").internalRecord).toEqual({ commitment });
  expect(make("us-exporter").internalRecord).toEqual({ commitment });
  expect("salt" in record.internalRecord).toBe(true);
});
