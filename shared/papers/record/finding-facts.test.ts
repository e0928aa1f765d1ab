import fc from "fast-check";
import { expect, test } from "vitest";
import { numberRanges } from "./finding-facts.ts";

const numbersOf = (ranges: readonly string[]) =>
  ranges.flatMap((range) => {
    const [from = 0, to = from] = range.split("–").map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });

test("numbers are named in order, runs of three and more as a range", () => {
  expect(numberRanges([9, 1, 2, 3, 4, 7, 8])).toEqual(["1–4", "7–9"]);
  expect(numberRanges([5, 6, 1])).toEqual(["1", "5", "6"]);
  expect(numberRanges([])).toEqual([]);
});

test("ranges name exactly the numbers given, each once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }), (numbers) => {
      expect(numbersOf(numberRanges(numbers))).toEqual(
        [...new Set(numbers)].toSorted((a, b) => a - b),
      );
    }),
  );
});
