import fc from "fast-check";
import { expect, it } from "vitest";
import { shortPercent } from "../index.ts";

it("leaves short figures alone and cuts long ones downwards, saying so", () => {
  expect(shortPercent("50%")).toBe("50%");
  expect(shortPercent("49.9999%")).toBe("49.9999%");
  expect(shortPercent("49.99999999%")).toBe("≈49.9999%");
  expect(shortPercent("33.333333333333%")).toBe("≈33.3333%");
  expect(shortPercent("holds")).toBe("holds");
});

it("widens intervals and never narrows them", () => {
  expect(shortPercent("36.455696202532–75.696202531646%")).toBe("36.45–75.7%");
  expect(shortPercent("0.001–99.999%")).toBe("0–100%");
  const figure = fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, rest]) => `${whole}.${String(rest).padStart(6, "0")}`);
  fc.assert(
    fc.property(figure, figure, (a, b) => {
      const [low, high] = Number(a) < Number(b) ? [a, b] : [b, a];
      const [, min, max] = /^(.+)–(.+)%$/.exec(shortPercent(`${low}–${high}%`)) ?? [];
      expect(Number(min)).toBeLessThanOrEqual(Number(low));
      expect(Number(max)).toBeGreaterThanOrEqual(Number(high));
    }),
  );
});
