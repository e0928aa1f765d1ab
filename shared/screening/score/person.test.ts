import { expect, test } from "vitest";
import { comparePersons } from "./person.ts";
import { scoreOf, thresholds } from "./thresholds.ts";

const isHit = (one: string, other: string) => {
  const match = comparePersons(one, other);
  return match !== undefined && scoreOf(match.bits, "person") >= thresholds.possible;
};

test.each([
  ["John Smith", "SMITH, John"],
  ["仇文浩", "QIU, Wenhao"],
  ["区志强", "OU, Zhiqiang"],
  ["陈大文", "CHAN, Tai Man"],
  ["Hsi Chin-ping", "Xi Jinping"],
  ["Osama bin Laden", "Usama ibn Laden"],
  ["RamiMakhlouf", "Rami Makhlouf"],
  ["V. Putin", "Vladimir Putin"],
  ["Mr. Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"],
])("%s is found as %s", (one, other) => {
  expect(isHit(one, other)).toBe(true);
});

test.each([
  ["Paul Murphy", "Pol Pot"],
  ["Frost, William G.", "William W Frost"],
  ["Igor Deripaska", "Oleg Deripaska"],
  ["仇文浩", "CHOU, Wenhao"],
  ["华伟", "Huawei"],
  ["UMAR MIRDAD", "UMAR PATEK"],
])("%s is not %s", (one, other) => {
  expect(isHit(one, other)).toBe(false);
});
