import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LoopbackServer, startServer } from "./server.ts";
import { createAccess } from "./session-access.ts";

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const html =
  '<!doctype html><meta property="csp-nonce" nonce="desk-nonce-placeholder"><title>desk</title>';
const page = new Map([
  [
    "/",
    {
      type: "text/html; charset=utf-8",
      hashed: false,
      read: () => Promise.resolve(Buffer.from(html)),
    },
  ],
  [
    "/assets/a.js",
    { type: "text/javascript", hashed: true, read: () => Promise.resolve(Buffer.from("1")) },
  ],
]);

let count = 0;
const secret = () => {
  count += 1;
  return `secret-number-${String(count).padStart(20, "0")}`;
};
const access = createAccess({ newSecret: secret, now: () => performance.now() });
const offered = new Map<string, string>();
const faults: unknown[] = [];
const seen: unknown[] = [];
let server: LoopbackServer;
let port = 0;

beforeAll(async () => {
  server = await startServer(
    {
      access,
      page,
      route: (group, name, input) => {
        seen.push(input);
        return Promise.resolve({ ok: true, value: { group, name, input } });
      },
      redeem: (grant) => {
        const text = offered.get(grant);
        offered.delete(grant);
        if (text === undefined) return undefined;
        return {
          fileName: '订单 "1".json\r\nx-evil: 1\ud800',
          bytes: () => Promise.resolve({ ok: true, value: Buffer.from(text) }),
        };
      },
      onFault: (fault) => faults.push(fault),
    },
    0,
  );
  port = Number(new URL(server.origin).port);
});
afterAll(async () => {
  await server.close();
});

function send(
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: "127.0.0.1", port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces).toString("utf8"),
          }),
        );
      },
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

const fromPage = () => ({ origin: server.origin, "content-type": "application/json" });

async function signIn(): Promise<{ cookie: string; key: string }> {
  const answer = await send(
    "POST",
    "/session",
    fromPage(),
    JSON.stringify({ token: access.issueToken() }),
  );
  expect(answer.status).toBe(200);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  return { cookie, key: JSON.parse(answer.body).key };
}

const call = (session: { cookie: string; key: string }, more: OutgoingHttpHeaders = {}) => ({
  ...fromPage(),
  cookie: session.cookie,
  "x-desk-key": session.key,
  ...more,
});

test("the page is served with a strict policy, a nonce of its own per load, and is not kept", async () => {
  const [one, two] = [await send("GET", "/"), await send("GET", "/")];
  const policy = String(one.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
  expect(one.headers["cache-control"]).toBe("no-store");
  const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? "";
  expect(policy).toContain(`'nonce-${nonce}'`);
  expect(two.body).not.toBe(one.body);
});

test("a signed-in page calls a name and gets an answer that nobody keeps", async () => {
  const session = await signIn();
  const answer = await send("POST", "/api/orders/list", call(session), "{}");
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body).value).toMatchObject({ group: "orders", name: "list" });
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("the session's cookie is out of reach for scripts and for other sites", async () => {
  const answer = await send(
    "POST",
    "/session",
    fromPage(),
    JSON.stringify({ token: access.issueToken() }),
  );
  expect(String(answer.headers["set-cookie"])).toMatch(
    new RegExp(`^desk-${port}=[^;]+; HttpOnly; SameSite=Strict; Path=/$`),
  );
});

test("a rebound name gets nothing, neither page nor data, even with a stolen session", async () => {
  const session = await signIn();
  const before = seen.length;
  for (const host of ["evil.example", `evil.example:${port}`, `localhost:${port}`]) {
    expect((await send("GET", "/", { host })).status).toBe(403);
    const headers = call(session, { host, origin: `http://${host}` });
    expect((await send("POST", "/api/orders/list", headers, "{}")).status).toBe(403);
  }
  expect(seen.length).toBe(before);
});

test("another origin on the same machine gets nothing", async () => {
  const session = await signIn();
  for (const origin of [`http://127.0.0.1:${port + 1}`, `http://localhost:${port}`, "null"]) {
    const answer = await send("POST", "/api/orders/list", call(session, { origin }), "{}");
    expect(answer.status).toBe(403);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  }
});

test("a preflight is not answered as another site would wish", async () => {
  const answer = await send("OPTIONS", "/api/orders/list", {
    origin: "https://evil.example",
    "access-control-request-method": "POST",
  });
  expect(answer.status).toBe(403);
  expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
});

test("a used token opens nothing, and who used it first is shut out and told why", async () => {
  const token = access.issueToken();
  const body = JSON.stringify({ token });
  const first = await send("POST", "/session", fromPage(), body);
  expect(first.status).toBe(200);
  const session = {
    cookie: String(first.headers["set-cookie"]).split(";")[0] ?? "",
    key: JSON.parse(first.body).key,
  };
  expect((await send("POST", "/api/host/info", call(session), "{}")).status).toBe(200);
  const second = await send("POST", "/session", fromPage(), body);
  expect([second.status, JSON.parse(second.body).error.code]).toEqual([401, "link-twice"]);
  const after = await send("POST", "/api/host/info", call(session), "{}");
  expect([after.status, JSON.parse(after.body).error.code]).toEqual([401, "session-link-twice"]);
});

test("a page can end its session", async () => {
  const session = await signIn();
  expect((await send("POST", "/api/session/end", call(session), "{}")).status).toBe(200);
  const after = await send("POST", "/api/host/info", call(session), "{}");
  expect([after.status, JSON.parse(after.body).error.code]).toEqual([401, "session-expired"]);
});

test("six hundred half-open connections keep nobody out", async () => {
  const session = await signIn();
  const sockets = Array.from({ length: 600 }, (_, n) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.once("connect", () =>
      socket.write(n % 2 === 0 ? "POST /api/host" : "GET / HTTP/1.1\r\n"),
    );
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const begun = performance.now();
  for (let n = 0; n < 10; n += 1) {
    expect((await send("POST", "/api/host/info", call(session), "{}")).status).toBe(200);
  }
  expect(performance.now() - begun).toBeLessThan(2000);
  for (const socket of sockets) socket.destroy();
});

test("thirty large messages at once are taken in turn or turned away, and small calls go on", async () => {
  const session = await signIn();
  const large = JSON.stringify({ text: "x".repeat(8 * 1024 * 1024) });
  const sending = Array.from({ length: 30 }, () =>
    send("POST", "/api/host/info", call(session), large).catch(() => ({ status: 0 })),
  );
  let slowest = 0;
  for (let n = 0; n < 20; n += 1) {
    const begun = performance.now();
    expect((await send("POST", "/api/host/info", call(session), "{}")).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - begun);
  }
  const statuses = (await Promise.all(sending)).map(({ status }) => status);
  expect(slowest).toBeLessThan(2000);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
  expect(statuses.filter((status) => ![200, 503, 0].includes(status))).toEqual([]);
});

test("ten thousand guesses open nothing, and the right token still works after them", async () => {
  const token = access.issueToken();
  for (let round = 0; round < 100; round += 1) {
    const guesses = Array.from({ length: 100 }, (_unused, index) =>
      send("POST", "/session", fromPage(), JSON.stringify({ token: `guess-${round}-${index}` })),
    );
    const statuses = new Set((await Promise.all(guesses)).map((answer) => answer.status));
    expect([...statuses]).toEqual([401]);
  }
  expect((await send("POST", "/session", fromPage(), JSON.stringify({ token }))).status).toBe(200);
});

test.each([
  ["no cookie", { cookie: "" }],
  ["no key", { "x-desk-key": "" }],
  ["another's key", { "x-desk-key": "secret-number-00000000000000000001" }],
])("a call with %s is refused", async (_name, change) => {
  const session = await signIn();
  const answer = await send("POST", "/api/orders/list", call(session, change), "{}");
  expect(answer.status).toBe(401);
});

test("a form of another site cannot call, whatever content type it uses", async () => {
  const session = await signIn();
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
  ]) {
    const answer = await send(
      "POST",
      "/api/orders/list",
      call(session, { "content-type": type }),
      "{}",
    );
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body).error.code).toBe("body-not-json");
  }
});

test.each([
  "/../package.json",
  "/%2e%2e/package.json",
  "/..%2fpackage.json",
  "/assets/../../package.json",
  "/assets/..\\..\\package.json",
  "//etc/passwd",
  "/assets/a.js/",
  "/assets/a.js%00",
  "/__proto__",
  "/C:/Windows/win.ini",
])("the path %s leads to no file", async (path) => {
  expect((await send("GET", path)).status).toBe(404);
});

test("a message over the limit is refused without being held", async () => {
  const session = await signIn();
  const headers = call(session, { "content-length": String(65 * 1024 * 1024) });
  const answer = await new Promise<number>((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: "127.0.0.1",
        port,
        method: "POST",
        path: "/api/orders/import",
        headers: { host: `127.0.0.1:${port}`, ...headers },
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        outgoing.destroy();
      },
    );
    outgoing.on("error", (cause) => reject(cause));
    outgoing.write("{");
  });
  expect(answer).toBe(413);
});

test("a message that is not UTF-8 is refused", async () => {
  const session = await signIn();
  const answer = await send(
    "POST",
    "/api/orders/list",
    call(session),
    Buffer.from([0x22, 0xff, 0xfe, 0x22]),
  );
  expect(JSON.parse(answer.body).error.code).toBe("body-not-json");
});

test("a download is given once, to the session alone, under a name that breaks no header", async () => {
  const session = await signIn();
  offered.set("grt_one", "content");
  expect((await send("GET", "/files/grt_one")).status).toBe(401);
  const first = await send("GET", "/files/grt_one", { cookie: session.cookie });
  expect(first.body).toBe("content");
  expect(first.headers["x-evil"]).toBeUndefined();
  expect(first.headers["content-disposition"]).toContain("filename*=UTF-8''%E8%AE%A2");
  expect(first.headers["content-security-policy"]).toContain("sandbox");
  expect((await send("GET", "/files/grt_one", { cookie: session.cookie })).status).toBe(404);
});

test("garbage on the wire ends that connection and no other", async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end("\u0000\u0001 nonsense\r\n\r\n"));
    socket.on("close", () => resolve());
    socket.resume();
  });
  expect((await send("GET", "/")).status).toBe(200);
});

test("the server listens on no address but 127.0.0.1", async () => {
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry !== undefined && entry.family === "IPv4" && !entry.internal);
  for (const entry of others) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: entry?.address ?? "", port, timeout: 1000 });
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("timeout", () => resolve(false));
      socket.once("close", () => resolve(false));
    });
    expect(reached).toBe(false);
  }
});

test("a flood of requests is answered one by one and leaves nothing behind", async () => {
  const session = await signIn();
  const rounds = process.env["DESK_LONG"] === "1" ? 10_000 : 100;
  const before = process.memoryUsage().heapUsed;
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      Array.from({ length: 100 }, (_unused, index) =>
        index % 2 === 0
          ? send("POST", "/api/orders/list", fromPage(), "{}")
          : send("GET", `/no-such-${round}-${index}`),
      ),
    );
    seen.length = 0;
  }
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(200);
  expect((await send("POST", "/api/orders/list", call(session), "{}")).status).toBe(200);
  expect(faults).toEqual([]);
}, 3_600_000);
