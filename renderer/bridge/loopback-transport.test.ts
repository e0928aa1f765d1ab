import { expect, test } from "vitest";
import { openSession, type SessionWindow } from "./loopback-transport.ts";

interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

function windowAt(hash: string, answer: (path: string) => { status: number; body: unknown }) {
  const kept = new Map<string, string>();
  const sent: Sent[] = [];
  const addresses: string[] = [];
  const reloads: string[] = [];
  const listeners: (() => void)[] = [];
  const location = { hash, pathname: "/", reload: () => void reloads.push(location.hash) };
  const goTo = (fragment: string) => {
    location.hash = fragment;
    for (const listener of listeners) listener();
  };
  const window: SessionWindow = {
    location,
    addEventListener: (_type, listener) => void listeners.push(listener),
    history: { replaceState: (_data, _unused, url) => addresses.push(url) },
    localStorage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    fetch: (path, init) => {
      const headers = Object.fromEntries(new Headers(init.headers));
      sent.push({ path, headers, body: JSON.parse(String(init.body)) });
      const { status, body } = answer(path);
      return Promise.resolve(new Response(JSON.stringify(body), { status }));
    },
  };
  return { window, kept, sent, addresses, reloads, goTo };
}

const key = "k".repeat(43);
const token = "t".repeat(43);

test("the token leaves the address bar, is exchanged once, and the key goes with every call", async () => {
  const { window, sent, addresses } = windowAt(`#token=${token}`, (path) =>
    path === "/session" ? { status: 200, body: { key } } : { status: 200, body: { ok: true } },
  );
  const session = await openSession(window);
  expect(addresses).toEqual(["/"]);
  if (!session.ok) throw new Error(session.error.code);
  await session.value("orders", "list", {});
  expect(sent.map(({ path }) => path)).toEqual(["/session", "/api/orders/list"]);
  expect(sent[0]?.body).toEqual({ token });
  expect(sent[1]?.headers["x-desk-key"]).toBe(key);
});

test("a used link says so", async () => {
  const { window } = windowAt(`#token=${token}`, () => ({ status: 401, body: { ok: false } }));
  expect(await openSession(window)).toMatchObject({ ok: false, error: { code: "link-not-valid" } });
});

test("a second tab takes up the session that this browser already has", async () => {
  const { window, kept, sent } = windowAt("", () => ({ status: 200, body: { ok: true } }));
  kept.set("desk-key", key);
  expect((await openSession(window)).ok).toBe(true);
  expect(sent).toEqual([]);
});

test("without link and without session the page says what to do", async () => {
  const { window } = windowAt("", () => ({ status: 200, body: {} }));
  expect(await openSession(window)).toMatchObject({
    ok: false,
    error: { code: "session-missing" },
  });
});

test("a key that the desk no longer knows is forgotten", async () => {
  const { window, kept } = windowAt("", () => ({ status: 401, body: { ok: false } }));
  kept.set("desk-key", key);
  const session = await openSession(window);
  if (session.ok) await session.value("orders", "list", {});
  expect(kept.has("desk-key")).toBe(false);
});

test("a fresh link opened in the same tab loads the page again, any other place in it does not", async () => {
  const { window, reloads, goTo } = windowAt("", () => ({ status: 200, body: {} }));
  await openSession(window);
  goTo("#/orders");
  goTo(`#token=${token}`);
  expect(reloads).toEqual([`#token=${token}`]);
});
