import { describe, expect, test } from "vitest";
import { doneOf, nextOf, type WayGround } from "./way-steps.ts";

const fresh: WayGround = {
  missing: 57,
  open: 12,
  unmet: ["complete", "drafter", "compliance", "legal"],
  sealed: false,
  unsigned: 0,
  filed: false,
};
const complete = { ...fresh, missing: 0, open: 0 };
const reviewed = { ...complete, unmet: [] };
const sealed = { ...reviewed, sealed: true, unsigned: 4 };

describe("the next step of an order", () => {
  test.each([
    ["a draft is completed first", fresh, "complete"],
    ["what lanes wait for comes before any signature", { ...fresh, missing: 0 }, "check"],
    ["then compliance", complete, "compliance"],
    ["then law", { ...complete, unmet: ["legal"] }, "legal"],
    ["then the seal", reviewed, "seal"],
    ["then hands", sealed, "sign"],
    ["then filing", { ...sealed, unsigned: 0 }, "file"],
    ["and then nothing", { ...sealed, unsigned: 0, filed: true }, undefined],
  ])("%s", (_name, ground, next) => {
    expect(nextOf(ground)).toBe(next);
  });

  test("nothing of a packet counts as done before there is a seal, whatever was filed for an older one", () => {
    const done = doneOf({ ...reviewed, filed: true, unsigned: 0 });
    for (const step of ["seal", "sign", "file"] as const) expect(done.has(step)).toBe(false);
  });
});
