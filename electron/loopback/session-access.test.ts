import { expect, test } from "vitest";
import { createAccess, type Exchange } from "./session-access.ts";

function access() {
  let count = 0;
  let clock = 0;
  let twice = 0;
  const made = createAccess({
    newSecret: () => {
      count += 1;
      return `secret-${count}`;
    },
    now: () => clock,
    onUsedTwice: () => {
      twice += 1;
    },
  });
  return { made, wait: (ms: number) => (clock += ms), twice: () => twice };
}

const minute = 60 * 1000;
const notValid: Exchange = { kind: "refused", reason: "link-not-valid" };

function opened(exchange: Exchange) {
  if (exchange.kind !== "opened") throw new Error(exchange.reason);
  return exchange.session;
}

test("a token that comes twice opens nothing and ends the session that it opened", () => {
  const { made, twice } = access();
  const token = made.issueToken();
  const session = opened(made.exchange(token));
  expect(session).toEqual({ cookie: "secret-2", key: "secret-3" });
  expect(made.refusal(session.cookie, session.key)).toBeUndefined();
  expect(made.exchange(token)).toEqual({ kind: "refused", reason: "link-twice" });
  expect(made.refusal(session.cookie, session.key)).toBe("session-link-twice");
  expect(made.cookieRefusal(session.cookie)).toBe("session-link-twice");
  expect(twice()).toBe(1);
});

test("a token seen twice ends no other session", () => {
  const { made } = access();
  const token = made.issueToken();
  made.exchange(token);
  const other = opened(made.exchange(made.issueToken()));
  made.exchange(token);
  expect(made.refusal(other.cookie, other.key)).toBeUndefined();
});

test("a token is void after five minutes, and stays void", () => {
  const { made, wait } = access();
  const token = made.issueToken();
  wait(5 * minute + 1);
  expect(made.exchange(token)).toEqual(notValid);
});

test("a new token makes the unused one before it void", () => {
  const { made } = access();
  const first = made.issueToken();
  const second = made.issueToken();
  expect(made.exchange(first)).toEqual(notValid);
  expect(made.exchange(second).kind).toBe("opened");
});

test("a wrong guess does not use up the right token", () => {
  const { made } = access();
  const token = made.issueToken();
  for (const guess of ["", "secret-2", `${token}x`, token.slice(0, -1)]) {
    expect(made.exchange(guess)).toEqual(notValid);
  }
  expect(made.exchange(token).kind).toBe("opened");
});

test("a session needs the cookie and the key of the same exchange", () => {
  const { made } = access();
  const one = opened(made.exchange(made.issueToken()));
  const two = opened(made.exchange(made.issueToken()));
  expect(made.refusal(one.cookie, one.key)).toBeUndefined();
  expect(made.refusal(one.cookie, two.key)).toBe("session-missing");
  expect(made.refusal(one.cookie, undefined)).toBe("session-missing");
  expect(made.refusal(undefined, one.key)).toBe("session-missing");
});

test("the oldest of more than twenty sessions ends", () => {
  const { made } = access();
  const first = opened(made.exchange(made.issueToken()));
  for (let i = 0; i < 20; i += 1) made.exchange(made.issueToken());
  expect(made.refusal(first.cookie, first.key)).toBe("session-missing");
});

test("a session that nobody touches ends after two hours; what the page asks by itself is no touch", () => {
  const { made, wait } = access();
  const { cookie, key } = opened(made.exchange(made.issueToken()));
  wait(119 * minute);
  expect(made.refusal(cookie, key)).toBeUndefined();
  wait(119 * minute);
  expect(made.refusal(cookie, key, true)).toBeUndefined();
  wait(2 * minute);
  expect(made.refusal(cookie, key)).toBe("session-expired");
  expect(made.refusal(cookie, key)).toBe("session-expired");
});

test("no session lasts longer than a day, however busy it is", () => {
  const { made, wait } = access();
  const { cookie, key } = opened(made.exchange(made.issueToken()));
  for (let hour = 0; hour < 24; hour += 1) {
    expect(made.refusal(cookie, key)).toBeUndefined();
    wait(60 * minute);
  }
  wait(1);
  expect(made.refusal(cookie, key)).toBe("session-expired");
});

test("sessions can be ended, one or all", () => {
  const { made } = access();
  const [one, two, three] = [0, 1, 2].map(() => opened(made.exchange(made.issueToken())));
  made.end(one?.cookie);
  expect(made.refusal(one?.cookie, one?.key)).toBe("session-expired");
  expect(made.refusal(two?.cookie, two?.key)).toBeUndefined();
  expect(made.endAll()).toBe(2);
  expect(made.refusal(three?.cookie, three?.key)).toBe("session-expired");
});
