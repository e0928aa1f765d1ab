import { expect, test } from "vitest";
import { hasMessage } from "#shared/i18n";
import { journalVerbs } from "#shared/journal";

test.each(journalVerbs)("the journal has a word for %s", (verb) => {
  expect(hasMessage(`journal.verb.${verb}`)).toBe(true);
});
