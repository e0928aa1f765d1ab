import { expect, test } from "vitest";
import { createAccess } from "./session-access.ts";

function access() {
  let count = 0;
  let clock = 0;
  const made = createAccess({
    newSecret: () => {
      count += 1;
      return `secret-${count}`;
    },
    now: () => clock,
  });
  return { made, wait: (ms: number) => (clock += ms) };
}

test("a token opens one session and no second", () => {
  const { made } = access();
  const token = made.issueToken();
  const session = made.exchange(token);
  expect(session).toEqual({ cookie: "secret-2", key: "secret-3" });
  expect(made.exchange(token)).toBeUndefined();
});

test("a token is void after five minutes, and stays void", () => {
  const { made, wait } = access();
  const token = made.issueToken();
  wait(5 * 60 * 1000 + 1);
  expect(made.exchange(token)).toBeUndefined();
});

test("a new token makes the unused one before it void", () => {
  const { made } = access();
  const first = made.issueToken();
  const second = made.issueToken();
  expect(made.exchange(first)).toBeUndefined();
  expect(made.exchange(second)).toBeDefined();
});

test("a wrong guess does not use up the right token", () => {
  const { made } = access();
  const token = made.issueToken();
  for (const guess of ["", "secret-2", `${token}x`, token.slice(0, -1)]) {
    expect(made.exchange(guess)).toBeUndefined();
  }
  expect(made.exchange(token)).toBeDefined();
});

test("a session needs the cookie and the key of the same exchange", () => {
  const { made } = access();
  const one = made.exchange(made.issueToken());
  const two = made.exchange(made.issueToken());
  expect(made.isSession(one?.cookie, one?.key)).toBe(true);
  expect(made.isSession(one?.cookie, two?.key)).toBe(false);
  expect(made.isSession(one?.cookie, undefined)).toBe(false);
  expect(made.isSession(undefined, one?.key)).toBe(false);
});

test("the oldest of more than twenty sessions ends", () => {
  const { made } = access();
  const first = made.exchange(made.issueToken());
  for (let i = 0; i < 20; i += 1) made.exchange(made.issueToken());
  expect(made.isSession(first?.cookie, first?.key)).toBe(false);
});
