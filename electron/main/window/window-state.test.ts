import { expect, test } from "vitest";
import { fitToScreens } from "./window-state.ts";

const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const saved = { bounds: { x: 100, y: 50, width: 1200, height: 800 }, maximized: false };

test("a window on a screen comes back where it was", () => {
  expect(fitToScreens(saved, screens)).toEqual(saved);
});

test("a window whose screen is gone comes back centred, at its size", () => {
  const away = { ...saved, bounds: { ...saved.bounds, x: 2500 } };
  expect(fitToScreens(away, screens)).toEqual({
    bounds: { width: 1200, height: 800 },
    maximized: false,
  });
});

test.each([undefined, null, {}, "x", { bounds: { width: 10, height: 10 }, maximized: false }])(
  "what cannot be a window's place (%j) opens a fresh one",
  (raw) => {
    expect(fitToScreens(raw, screens).bounds).toEqual({ width: 1360, height: 880 });
  },
);
