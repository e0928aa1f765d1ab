import { randomBytes } from "node:crypto";
import { type Protocol, protocol } from "electron";
import { type PageFiles, pageHeaders, withNonce } from "#node/host";
import { appScheme, isOwnAddress } from "./app-origin.ts";

/** Must run before the app is ready: the scheme gets an origin and fetch, and no privilege beyond. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers `app://desk/…` from the built page's list of files; every load has its own nonce. */
export function serveApp(on: Protocol, page: PageFiles): void {
  on.handle(appScheme, async (request) => {
    const file = isOwnAddress(request.url) ? page.get(new URL(request.url).pathname) : undefined;
    if (request.method !== "GET" || file === undefined) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString("base64url");
    const bytes = await file.read();
    const body = file.type.startsWith("text/html")
      ? withNonce(bytes.toString("utf8"), nonce)
      : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        ...pageHeaders(nonce, "none"),
        "content-type": file.type,
        "cache-control": "no-store",
      },
    });
  });
}
