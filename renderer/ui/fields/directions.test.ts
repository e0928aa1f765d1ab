import { expect, test } from "vitest";
import { directionsIn, withoutDirections } from "./directions.ts";

test("marks that turn a name round are dropped, every letter stays", () => {
  expect(withoutDirections("证照\u202Egpj.exe\u2066x\u200f")).toBe("证照gpj.exex");
  expect(withoutDirections("𠮷龙䶮㐂 é ‘a’ שלום")).toBe("𠮷龙䶮㐂 é ‘a’ שלום");
});

test("marks of texts saved before are named once each", () => {
  expect(directionsIn("甲\u202E乙\u202E丙\u200f")).toEqual(["U+202E", "U+200F"]);
  expect(directionsIn("שלום 龙")).toEqual([]);
});
