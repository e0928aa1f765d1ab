import fc from "fast-check";
import { expect, test } from "vitest";
import { NumberSet } from "./number-set.ts";

test("a number is new once, as in a set of the language", () => {
  const number = fc.oneof(fc.nat(50), fc.nat(200_000), fc.integer({ min: 0, max: 2 ** 48 - 1 }));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 500 }), (numbers) => {
      const [own, model] = [new NumberSet(), new Set<number>()];
      for (const one of numbers) {
        expect(own.add(one)).toBe(!model.has(one));
        model.add(one);
      }
    }),
  );
});

test("it holds as many as are put in", () => {
  const numbers = new NumberSet();
  const value = (at: number) => (at * 2_654_435_761) % 2 ** 48;
  for (let at = 0; at < 200_000; at += 1) expect(numbers.add(value(at))).toBe(true);
  for (let at = 0; at < 200_000; at += 997) expect(numbers.add(value(at))).toBe(false);
});
