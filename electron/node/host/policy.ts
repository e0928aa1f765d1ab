/** Stands in the built page wherever a nonce belongs; each load gets its own. */
const placeholder = "desk-nonce-placeholder";

/** Where the page may send requests: its own server on the loopback host, nowhere at all in Electron. */
export type PageConnections = "none" | "own-server";

function contentPolicy(nonce: string, connections: PageConnections): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    connections === "own-server" ? "connect-src 'self'" : "connect-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** The headers of every answer that the page's own files travel in. */
export function pageHeaders(
  nonce: string,
  connections: PageConnections,
): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentPolicy(nonce, connections),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), display-capture=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
}

/** The page's HTML with the nonce of this load in its places. */
export function withNonce(html: string, nonce: string): string {
  return html.replaceAll(placeholder, nonce);
}
