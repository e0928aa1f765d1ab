import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf } from "#shared/kernel";
import type { ListEntry } from "#shared/lists";
import { DOSSIER_SCHEMA, type Dossier, type Party } from "#shared/model";
import {
  buildListIndex,
  entryFingerprint,
  normalName,
  partyFingerprint,
  screen,
  screenDossier,
} from "./index.ts";

const entry = (over: Partial<ListEntry>): ListEntry => ({
  id: "entity-list:sample",
  list: "entity-list",
  kind: "entity",
  name: "Sample Listed Group Co., Ltd.",
  aliases: ["样例上榜集团有限公司", "SLG"],
  countries: ["CN"],
  codes: [{ value: "91110000MA00EX011K", label: "USCC" }],
  programs: [],
  licencePolicy: "Presumption of denial",
  ...over,
});

const index = (entries: readonly ListEntry[] = [entry({})]) =>
  buildListIndex({
    id: "sample",
    title: "sample",
    date: "2026-07-31",
    sha256: "a".repeat(64),
    format: "test",
    lists: ["entity-list"],
    entries,
  });

const hits = (...names: string[]) => screen(index(), { names, codes: [] });

test.each([
  ["SAMPLE   LISTED GROUP CO LTD", "name"],
  ["Ｓａｍｐｌｅ Listed Group Company Limited", "name"],
  ["样例上榜集团", "alias"],
  ["样例上榜集团股份有限公司", "alias"],
  ["樣例上榜集團有限公司", "alias"],
  ["s.l.g.", "alias"],
  ["Sample Listed", "similar"],
  ["Sampel Listed Group", "similar"],
])("%s is found by %s", (name, matched) => {
  expect(hits(name)[0]?.matched).toBe(matched);
});

test.each(["Unlisted Pattern Systems", "样例", "Group Co., Ltd.", "有限公司"])(
  "%s is another name",
  (name) => {
    expect(hits(name)).toEqual([]);
  },
);

test("a registration number is found whatever stands between its characters", () => {
  const found = screen(index(), { names: [], codes: ["91110000-ma00ex011k"] });
  expect(found[0]).toMatchObject({ matched: "identifier", score: 1 });
});

test("normalising twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      expect(normalName(normalName(text))).toBe(normalName(text));
    }),
  );
});

const party: Party = { id: "pty_a", kind: "company", names: { en: "Sample Listed Group" } };
const dossier = (over: Partial<Dossier["order"]> = {}, subject = party): Dossier => ({
  schema: DOSSIER_SCHEMA,
  order: { id: "ord_a", title: "x", lines: [], ...over },
  parties: [subject],
  links: [],
  sites: [],
  products: [],
  evidence: [],
  persons: [],
});

const decision = (status: "true-match" | "not-this-party" | "unsure") => ({
  id: "scr_a",
  party: "pty_a",
  list: "entity-list",
  entry: "entity-list:sample",
  entryHash: entryFingerprint(entry({})),
  partyHash: partyFingerprint(party),
  decision: status,
  reason: "invented",
  person: "prs_a",
  date: "2026-08-01",
});

test("an undecided match is possible, a decided one stays decided", () => {
  const status = (screening: Dossier["order"]["screening"]) =>
    screenDossier([index()], dossier({ screening }))[0]?.status;
  expect(status(undefined)).toBe("possible");
  expect(status([decision("true-match")])).toBe("true-match");
  expect(status([decision("not-this-party")])).toBe("dismissed");
});

test("a dismissal that nobody stands behind leaves the match open; an unsigned true match counts", () => {
  const status = (decided: "true-match" | "not-this-party") => {
    const { person: _nobody, ...unsigned } = decision(decided);
    return screenDossier([index()], dossier({ screening: [unsigned] }))[0]?.status;
  };
  expect(status("not-this-party")).toBe("possible");
  expect(status("true-match")).toBe("true-match");
});

test("a decision opens again when the entry or the party changes", () => {
  const screening = [decision("not-this-party")];
  const changedList = [index([entry({ licencePolicy: "Case by case" })])];
  expect(screenDossier(changedList, dossier({ screening }))[0]).toMatchObject({
    status: "possible",
    reopened: ["entry"],
    decision: { id: "scr_a" },
  });
  const renamed = { ...party, names: { ...party.names, zh: "样例" } };
  expect(screenDossier([index()], dossier({ screening }, renamed))[0]?.reopened).toEqual(["party"]);
});

test("a corrected citation reopens nothing, a changed name, address or effect does; an earlier program's binding holds", () => {
  const screening = [decision("not-this-party")];
  const look = (more: Partial<ListEntry>) =>
    screenDossier([index([entry(more)])], dossier({ screening }))[0]?.reopened;
  expect(look({ citation: "91 FR 9999", from: "2026-11-01" })).toEqual([]);
  expect(look({ addresses: ["2 Other Road"] })).toEqual(["entry"]);
  expect(look({ licenceRequirement: "For all items" })).toEqual(["entry"]);
  expect(look({ aliases: [...entry({}).aliases, "Another Name"] })).toEqual(["entry"]);
  const earlier = [{ ...decision("not-this-party"), entryHash: hashOf(entry({})) }];
  expect(screenDossier([index()], dossier({ screening: earlier }))[0]?.status).toBe("dismissed");
});

test("a party renamed away from a decided match keeps it, open, until somebody decides about the new name", () => {
  const renamed = { ...party, names: { zh: "毫不相干的虚构花店", en: "Unrelated Flower Shop" } };
  for (const screening of [[decision("true-match")], [decision("not-this-party")]])
    expect(screenDossier([index()], dossier({ screening }, renamed))).toMatchObject([
      { status: "possible", reopened: ["party"], entry: { id: entry({}).id } },
    ]);
  expect(screenDossier([index()], dossier({}, renamed))).toEqual([]);
});

test("where acts are kept, the person that a decision names is not enough", () => {
  const look = (counted: ReadonlySet<string>) =>
    screenDossier([index()], dossier({ screening: [decision("not-this-party")] }), counted)[0]
      ?.status;
  expect(look(new Set())).toBe("possible");
  expect(look(new Set(["scr_a"]))).toBe("dismissed");
});

test("a decision survives a list that is issued anew with the same entry, and one about another list is none", () => {
  const screening = [decision("not-this-party")];
  const later = { ...index(), date: "2027-01-01", sha256: "f".repeat(64) };
  expect(screenDossier([later], dossier({ screening }))[0]).toMatchObject({
    status: "dismissed",
    reopened: [],
  });
  const elsewhere = [{ ...decision("not-this-party"), list: "uvl" }];
  expect(screenDossier([index()], dossier({ screening: elsewhere }))[0]).toMatchObject({
    status: "possible",
    reopened: [],
  });
});

test("the latest decision about the present entry and party is the one that counts", () => {
  const screening = [decision("not-this-party"), { ...decision("true-match"), id: "scr_b" }];
  expect(screenDossier([index()], dossier({ screening }))[0]?.status).toBe("true-match");
});

test("being unsure leaves the match open, and neither a doubt nor an unsigned dismissal undoes a true match", () => {
  const look = (
    decided: readonly ("true-match" | "not-this-party" | "unsure")[],
    counted?: ReadonlySet<string>,
  ) => {
    const screening = decided.map((one, at) => ({ ...decision(one), id: `scr_${at}` }));
    return screenDossier([index()], dossier({ screening }), counted)[0]?.status;
  };
  expect(look(["unsure"])).toBe("possible");
  expect(look(["not-this-party", "unsure"])).toBe("possible");
  expect(look(["true-match", "unsure"])).toBe("true-match");
  expect(look(["true-match", "not-this-party"], new Set())).toBe("true-match");
  expect(look(["true-match", "not-this-party", "unsure"], new Set())).toBe("true-match");
  expect(look(["true-match", "not-this-party"], new Set(["scr_1"]))).toBe("dismissed");
  expect(look(["true-match", "not-this-party", "unsure"], new Set(["scr_1"]))).toBe("possible");
});

test("a person whose given name is an ordinary word is looked for as a person", () => {
  const listed = entry({ kind: "person", name: "QIU, Weixing", aliases: [], codes: [] });
  const found = screen(index([listed]), { names: ["仇卫星"], codes: [] });
  expect(found.map(({ entry: { name } }) => name)).toEqual(["QIU, Weixing"]);
});
