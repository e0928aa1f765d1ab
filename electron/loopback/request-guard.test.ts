import { expect, test } from "vitest";
import { readCookie, refuse } from "./request-guard.ts";

const own = "127.0.0.1:4711";
const call = {
  host: own,
  origin: `http://${own}`,
  "sec-fetch-site": "same-origin",
  "sec-fetch-mode": "cors",
};

test("a call from the page itself passes", () => {
  expect(refuse("call", call, own)).toBeUndefined();
});

test.each([
  "localhost:4711",
  "rebound.example:4711",
  "127.0.0.1",
  "127.0.0.1:4712",
  "127.0.0.1:4711.example",
  "[::1]:4711",
  "0x7f000001:4711",
  "",
])("a request for host %j is refused: only the literal address and port are ours", (host) => {
  expect(refuse("call", { ...call, host }, own)).toBe("foreign-host");
  expect(refuse("document", { host }, own)).toBe("foreign-host");
});

test("a request without any host is refused", () => {
  expect(refuse("asset", {}, own)).toBe("foreign-host");
});

test.each([
  "null",
  "http://127.0.0.1:4712",
  "https://127.0.0.1:4711",
  "http://localhost:4711",
  "http://127.0.0.1:4711.example",
  "http://user@127.0.0.1:4711",
  "",
])("a call with origin %j is refused", (origin) => {
  expect(refuse("call", { ...call, origin }, own)).toBe("foreign-origin");
});

test("a call that names no origin is refused, because a browser always names one", () => {
  expect(refuse("call", { host: own }, own)).toBe("foreign-origin");
});

test.each(["cross-site", "same-site", "none"])(
  "a call that the browser marks %s is refused",
  (site) => {
    expect(refuse("call", { ...call, "sec-fetch-site": site }, own)).toBe("foreign-site");
  },
);

test("another site may link to the page but not frame it or take its scripts", () => {
  const from = { host: own, "sec-fetch-site": "cross-site" };
  const link = { ...from, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
  expect(refuse("document", link, own)).toBeUndefined();
  const frame = { ...from, "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" };
  expect(refuse("document", frame, own)).toBe("foreign-site");
  const script = { ...from, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" };
  expect(refuse("asset", script, own)).toBe("foreign-site");
  expect(refuse("download", { ...from, "sec-fetch-mode": "navigate" }, own)).toBe("foreign-site");
});

test("one cookie is read among others, and a name that only begins alike is not taken", () => {
  expect(readCookie("a=1; desk-4711=x=y; b=2", "desk-4711")).toBe("x=y");
  expect(readCookie("desk-47110=z", "desk-4711")).toBeUndefined();
  expect(readCookie(undefined, "desk-4711")).toBeUndefined();
});
