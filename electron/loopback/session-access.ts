import { timingSafeEqual } from "node:crypto";

/** Where chance and time come from; a test gives its own. */
export interface AccessSources {
  /** At least 256 bits, URL-safe. */
  readonly newSecret: () => string;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** What the browser holds after it has exchanged the link's token. */
export interface Session {
  /** Travels in an HttpOnly cookie, which the page's code cannot read. */
  readonly cookie: string;
  /**
   * Travels in a header that the page's code sets. Browsers share cookies between all ports of 127.0.0.1, so a cookie
   * alone could be read by another server on this machine; the key stays within the page's own origin.
   */
  readonly key: string;
}

/** Who may speak to the desk: one token per link, good once, for a short while; then a session. */
export interface Access {
  /** A fresh token; an earlier one that was not used is void. */
  issueToken(): string;
  /** The session for a token, or nothing when it is wrong, used or too old. */
  exchange(token: string): Session | undefined;
  /** Whether cookie and key belong to one session. */
  isSession(cookie: string | undefined, key: string | undefined): boolean;
  /** Whether the cookie alone belongs to a session: for what a browser fetches by itself, under a one-use grant. */
  isCookie(cookie: string | undefined): boolean;
}

const tokenLife = 5 * 60 * 1000;
const mostSessions = 20;

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Access to one running loopback host; nothing of it is written down. */
export function createAccess({ newSecret, now }: AccessSources): Access {
  let open: { readonly token: string; readonly until: number } | undefined;
  let sessions: readonly Session[] = [];
  const byCookie = (cookie: string | undefined) =>
    cookie === undefined ? undefined : sessions.find((session) => same(session.cookie, cookie));
  return {
    issueToken() {
      const token = newSecret();
      open = { token, until: now() + tokenLife };
      return token;
    },
    exchange(token) {
      if (open === undefined || !same(open.token, token)) return undefined;
      const inTime = now() <= open.until;
      open = undefined;
      if (!inTime) return undefined;
      const session = { cookie: newSecret(), key: newSecret() };
      sessions = [session, ...sessions].slice(0, mostSessions);
      return session;
    },
    isSession(cookie, key) {
      const session = byCookie(cookie);
      return session !== undefined && key !== undefined && same(session.key, key);
    },
    isCookie: (cookie) => byCookie(cookie) !== undefined,
  };
}
