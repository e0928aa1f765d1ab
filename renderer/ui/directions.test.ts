import { expect, test } from "vitest";
import { withoutDirections } from "./directions.ts";

test("marks that turn a name round are dropped, every letter stays", () => {
  expect(withoutDirections("证照\u202Egpj.exe\u2066x\u200f")).toBe("证照gpj.exex");
  expect(withoutDirections("𠮷龙䶮㐂 é ‘a’ שלום")).toBe("𠮷龙䶮㐂 é ‘a’ שלום");
});
