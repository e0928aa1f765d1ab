import { describe, expect, it } from "vitest";
import { hasMessage } from "#shared/i18n";
import { FORM_SPELLINGS } from "../../identity/legal-form-table.ts";
import { PROVINCES, USCC_CATEGORIES } from "../../identity/uscc-tables.ts";
import type { BodsFault, BodsNote, CsvProblem, Largest, LinkProblem, Missing } from "../index.ts";

/** Every member once, checked by the compiler: a kind that is added without its word does not compile here. */
function all<T extends string>(members: Record<T, true>): string[] {
  return Object.keys(members);
}

const problems = all<LinkProblem["kind"]>({
  "owner-missing": true,
  "target-missing": true,
  "nominee-missing": true,
  "self-link": true,
  "dates-cross": true,
  "no-content": true,
  "parallel-links": true,
  "above-hundred": true,
  "closed-loop": true,
  "duplicate-party": true,
  "duplicate-link": true,
});
const remedies = all<LinkProblem["remedy"]>({
  "add-party": true,
  "remove-link": true,
  "correct-dates": true,
  "add-share": true,
  "merge-links": true,
  "correct-shares": true,
  "check-loop": true,
  "rename-id": true,
});
const gaps = all<Missing["kind"]>({
  share: true,
  holders: true,
  agreement: true,
  board: true,
  membership: true,
  party: true,
});
const faults = all<BodsFault["keyword"]>({
  type: true,
  required: true,
  enum: true,
  const: true,
  format: true,
  pattern: true,
  minLength: true,
  maxLength: true,
  minimum: true,
  maximum: true,
  anyOf: true,
  oneOf: true,
  json: true,
  limit: true,
});
const notes = all<BodsNote["kind"]>({
  "indirect-interest": true,
  "no-ownership": true,
  "unspecified-party": true,
  "closed-record": true,
  superseded: true,
  "type-not-stated": true,
});
const rows = all<CsvProblem["kind"]>({
  "owner-not-named": true,
  "target-not-named": true,
  "share-not-read": true,
  "date-not-read": true,
  "kind-not-known": true,
  "country-not-read": true,
  "answer-not-read": true,
  "owner-is-target": true,
  "nothing-said": true,
  "kind-guessed": true,
  "code-not-valid": true,
});
const largest = all<Largest>({ yes: true, no: true, tied: true, unknown: true });

describe("every word that ownership and identity report", () => {
  it.each([
    ["ownership.problem", problems],
    ["ownership.remedy", remedies],
    ["ownership.gap", gaps],
    ["ownership.bods", faults],
    ["ownership.note", notes],
    ["ownership.csv", rows],
    ["ownership.largest", largest],
    ["uscc.province", ["10", ...PROVINCES]],
    ["uscc.department", [...new Set(Object.keys(USCC_CATEGORIES).map((key) => key.charAt(0)))]],
    ["uscc.kind", [...new Set(Object.values(USCC_CATEGORIES).map(({ kind }) => kind))]],
    ["identity.form", [...new Set(FORM_SPELLINGS.map(({ form }) => form))]],
  ])("is in the catalogue: %s", (area, words) => {
    expect(words.filter((word) => !hasMessage(`${area}.${word}`))).toEqual([]);
  });
});
