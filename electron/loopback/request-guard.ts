import type { IncomingHttpHeaders } from "node:http";

/** What kind of request the path stands for; each may come from fewer places than the one before. */
export type RequestKind = "document" | "asset" | "download" | "call";

/** Why a request is turned away before anything looks at it. */
export type Refusal = "foreign-host" | "foreign-origin" | "foreign-site";

/** Where a request may come from, by what the browser says of it (Fetch Metadata). */
const sites: Readonly<Record<RequestKind, readonly string[]>> = {
  // A link in a terminal, a mail or a file opens the page; the page holds no data until the token is exchanged.
  document: ["none", "same-origin", "same-site", "cross-site"],
  asset: ["none", "same-origin"],
  download: ["none", "same-origin"],
  call: ["same-origin"],
};

/**
 * Turns away what another site, another port or a rebound name sends. `own` is the server's address as
 * `127.0.0.1:port`: a name that resolves to 127.0.0.1 (DNS rebinding) carries another Host and is refused.
 */
export function refuse(
  kind: RequestKind,
  headers: IncomingHttpHeaders,
  own: string,
): Refusal | undefined {
  if (headers.host !== own) return "foreign-host";
  const origin = headers.origin;
  const mayLackOrigin = kind !== "call";
  if (origin === undefined ? !mayLackOrigin : origin !== `http://${own}`) return "foreign-origin";
  const site = headers["sec-fetch-site"];
  if (site !== undefined && !sites[kind].includes(String(site))) return "foreign-site";
  if (kind === "document" && !isNavigation(headers)) return "foreign-site";
  return undefined;
}

/** A browser says so itself when a document is asked for by something else than a navigation. */
function isNavigation(headers: IncomingHttpHeaders): boolean {
  const mode = headers["sec-fetch-mode"];
  const dest = headers["sec-fetch-dest"];
  return (mode === undefined || mode === "navigate") && (dest === undefined || dest === "document");
}

/** The value of one cookie, or nothing. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
