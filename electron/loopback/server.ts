import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type PageFile, type PageFiles, pageHeaders, withNonce } from "#node/host";
import type { Reply, Router } from "#shared/ipc";
import { appError, type Result } from "#shared/kernel";
import { closeLongestWaiting, createTurns } from "./connections.ts";
import { readJsonBody } from "./read-body.ts";
import { type RequestKind, readCookie, refuse } from "./request-guard.ts";
import type { Access } from "./session-access.ts";

/** A file that the desk offered under a one-use grant. */
interface Download {
  readonly fileName: string;
  readonly bytes: () => Promise<Result<Uint8Array>>;
}

/** What the server serves; everything it needs is handed in. */
export interface LoopbackParts {
  readonly access: Access;
  readonly route: Router;
  readonly page: PageFiles;
  /** The file behind a grant, once; nothing for a grant that is unknown, used or too old. */
  readonly redeem: (grant: string) => Download | undefined;
  readonly onFault: (fault: unknown, where: string) => void;
}

/** A running server on 127.0.0.1. */
export interface LoopbackServer {
  /** `http://127.0.0.1:port`, without any secret. */
  readonly origin: string;
  close(): Promise<void>;
}

const largestBody = 64 * 1024 * 1024;
const largestTokenBody = 1024;
const mostCallsAtOnce = 64;
/** From here on a message is large: to hold and to parse several at once would keep everybody waiting. */
const largeBody = 1024 * 1024;
/** What every page asks by itself, again and again, as long as it is open. */
const waitingCall = "/api/workspace/changes";

/** The cookie's name holds the port: two desks on one machine do not overwrite each other's. */
const cookieName = (own: string) => `desk-${own.slice(own.indexOf(":") + 1)}`;

const noStore = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

function sendJson(response: ServerResponse, status: number, reply: Reply | object): void {
  const body = JSON.stringify(reply);
  response.writeHead(status, {
    ...noStore,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cross-origin-resource-policy": "same-origin",
  });
  response.end(body);
}

function sendFailure(response: ServerResponse, status: number, code: string, params = {}): void {
  sendJson(response, status, { ok: false, error: appError(code, params) });
}

async function sendPageFile(response: ServerResponse, file: PageFile): Promise<void> {
  const nonce = randomBytes(16).toString("base64url");
  const raw = await file.read();
  const isHtml = file.type.startsWith("text/html");
  const body = isHtml ? Buffer.from(withNonce(raw.toString("utf8"), nonce)) : raw;
  response.writeHead(200, {
    ...pageHeaders(nonce, "own-server"),
    "cache-control": file.hashed ? "private, max-age=31536000, immutable" : "no-store",
    "content-type": file.type,
    "content-length": body.length,
  });
  response.end(body);
}

/** RFC 6266: the plain name for old clients, the UTF-8 one for all others. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, "_");
  // Half of a character cannot be encoded; reading bytes again puts the sign for such in its place.
  const wellFormed = Buffer.from(fileName, "utf8").toString("utf8");
  const utf8 = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${utf8}`;
}

class Requests {
  readonly #parts: LoopbackParts;
  readonly #own: () => string;
  readonly #large = createTurns(1, 4);
  #calls = 0;

  constructor(parts: LoopbackParts, own: () => string) {
    this.#parts = parts;
    this.#own = own;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const kind = kindOf(path);
    const refusal = refuse(kind, request.headers, this.#own());
    if (refusal !== undefined) return sendFailure(response, 403, refusal);
    const method = request.method ?? "";
    if (kind === "call") {
      if (method !== "POST") return sendFailure(response, 405, "method-not-allowed");
      return path === "/session"
        ? await this.#openSession(request, response)
        : await this.#call(path, request, response);
    }
    if (method !== "GET") return sendFailure(response, 405, "method-not-allowed");
    if (kind === "download") return await this.#download(path, request, response);
    const file = this.#parts.page.get(path);
    if (file === undefined) return sendFailure(response, 404, "not-found");
    return await sendPageFile(response, file);
  }

  async #openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJsonBody(request, largestTokenBody);
    if (!body.ok) return sendFailure(response, 400, body.error.code, body.error.params);
    const token = (body.value as { token?: unknown } | null)?.token;
    const exchange = this.#parts.access.exchange(typeof token === "string" ? token : "");
    if (exchange.kind === "refused") return sendFailure(response, 401, exchange.reason);
    const { session } = exchange;
    response.setHeader(
      "set-cookie",
      `${cookieName(this.#own())}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`,
    );
    sendJson(response, 200, { key: session.key });
  }

  async #call(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const header = request.headers["x-desk-key"];
    const key = typeof header === "string" ? header : undefined;
    const cookie = readCookie(request.headers.cookie, cookieName(this.#own()));
    const refusal = this.#parts.access.refusal(cookie, key, path === waitingCall);
    if (refusal !== undefined) return sendFailure(response, 401, refusal);
    if (path === "/api/session/end") {
      this.#parts.access.end(cookie);
      return sendJson(response, 200, { ok: true, value: {} });
    }
    const [group, name, ...rest] = path.slice("/api/".length).split("/");
    if (group === undefined || name === undefined || rest.length > 0) {
      return sendFailure(response, 404, "not-found");
    }
    if (this.#calls >= mostCallsAtOnce) return sendFailure(response, 503, "too-busy");
    this.#calls += 1;
    try {
      const answer = async (limit: number) => {
        const body = await readJsonBody(request, limit);
        if (!body.ok) return sendFailure(response, 413, body.error.code, body.error.params);
        sendJson(response, 200, await this.#parts.route(group, name, body.value));
      };
      // Without a length the message counts as large: it may become so.
      const length = Number(request.headers["content-length"] ?? Number.NaN);
      if (length <= largeBody) return await answer(largeBody);
      const taken = await this.#large.take(async () => {
        await answer(largestBody);
        return true;
      });
      if (taken === undefined) sendFailure(response, 503, "too-busy");
    } finally {
      this.#calls -= 1;
    }
  }

  async #download(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cookie = readCookie(request.headers.cookie, cookieName(this.#own()));
    const refusal = this.#parts.access.cookieRefusal(cookie);
    if (refusal !== undefined) return sendFailure(response, 401, refusal);
    const file = this.#parts.redeem(path.slice("/files/".length));
    if (file === undefined) return sendFailure(response, 404, "grant-unknown");
    const bytes = await file.bytes();
    if (!bytes.ok) return sendFailure(response, 500, bytes.error.code, bytes.error.params);
    response.writeHead(200, {
      ...noStore,
      "content-type": "application/octet-stream",
      "content-length": bytes.value.length,
      "content-disposition": attachment(file.fileName),
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
    });
    response.end(bytes.value);
  }
}

function kindOf(path: string): RequestKind {
  if (path === "/session" || path.startsWith("/api/")) return "call";
  if (path.startsWith("/files/")) return "download";
  return path === "/" || path === "/index.html" ? "document" : "asset";
}

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no TCP address"));
      else resolve(address);
    });
  });
}

/** Starts the server on 127.0.0.1 and no other address; port 0 takes any free one. */
export async function startServer(parts: LoopbackParts, port: number): Promise<LoopbackServer> {
  let own = "";
  const requests = new Requests(parts, () => own);
  const server = createServer((request, response) => {
    requests.answer(request, response).catch((fault: unknown) => {
      parts.onFault(fault, "loopback");
      if (response.headersSent) response.destroy();
      else sendFailure(response, 500, "internal");
    });
  });
  closeLongestWaiting(server);
  server.maxConnections = 512;
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 30_000;
  const { port: taken } = await listen(server, port);
  own = `127.0.0.1:${taken}`;
  return {
    origin: `http://${own}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
