import { timingSafeEqual } from "node:crypto";

/** Where chance and time come from; a test gives its own. */
export interface AccessSources {
  /** At least 256 bits, URL-safe. */
  readonly newSecret: () => string;
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** Called when a link that had opened a session is presented once more. */
  readonly onUsedTwice?: () => void;
  /** Called when a link has opened a session. */
  readonly onOpened?: () => void;
}

/** What the browser holds after it has exchanged the link's token. */
interface Session {
  /** Travels in an HttpOnly cookie, which the page's code cannot read. */
  readonly cookie: string;
  /**
   * Travels in a header that the page's code sets. Browsers share cookies between all ports of 127.0.0.1, so a cookie
   * alone could be read by another server on this machine; the key stays within the page's own origin.
   */
  readonly key: string;
}

/** Why a request is not of a session: there is none, it is over, or its link was used by somebody else too. */
type NoSession = "session-missing" | "session-expired" | "session-link-twice";

/** What presenting a token comes to. */
export type Exchange =
  | { readonly kind: "opened"; readonly session: Session }
  | { readonly kind: "refused"; readonly reason: "link-not-valid" | "link-twice" };

/** Who may speak to the desk: one token per link, good once, for a short while; then a session that ends. */
export interface Access {
  /** A fresh token; an earlier one that was not used is void. */
  issueToken(): string;
  /** Opens a session. A token that comes a second time was read by somebody else: the session it opened ends. */
  exchange(token: string): Exchange;
  /**
   * Why cookie and key belong to no session; undefined when they do. A call that a person's doing causes puts the end of
   * an untouched session off; one that the page makes by itself does not.
   */
  refusal(
    cookie: string | undefined,
    key: string | undefined,
    bySelf?: boolean,
  ): NoSession | undefined;
  /** The same for a cookie alone: for what a browser fetches by itself, under a one-use grant. */
  cookieRefusal(cookie: string | undefined): NoSession | undefined;
  /** Ends the session of a cookie. */
  end(cookie: string | undefined): void;
  /** Ends every session; how many there were. */
  endAll(): number;
}

const tokenLife = 5 * 60 * 1000;
const mostSessions = 20;
/** A page that was closed or left alone is no longer signed in after two hours, and no page after a day. */
const idleLife = 2 * 60 * 60 * 1000;
const longestLife = 24 * 60 * 60 * 1000;

type Held = Session & { readonly token: string; readonly since: number; touched: number };
type Ended = { readonly cookie: string; readonly why: NoSession };

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Access to one running loopback host; nothing of it is written down. */
export function createAccess(sources: AccessSources): Access {
  const { newSecret, now } = sources;
  let open: { readonly token: string; readonly until: number } | undefined;
  let sessions: readonly Held[] = [];
  let used: readonly string[] = [];
  // So that a page is told why it is shut out, and not only that it is.
  let ended: readonly Ended[] = [];

  const drop = (held: Held, why: NoSession) => {
    sessions = sessions.filter((one) => one !== held);
    ended = [{ cookie: held.cookie, why }, ...ended].slice(0, mostSessions);
  };
  const byCookie = (cookie: string | undefined): Held | NoSession => {
    if (cookie === undefined) return "session-missing";
    const held = sessions.find((session) => same(session.cookie, cookie));
    if (held === undefined)
      return ended.find((one) => same(one.cookie, cookie))?.why ?? "session-missing";
    const at = now();
    if (at - held.touched <= idleLife && at - held.since <= longestLife) return held;
    drop(held, "session-expired");
    return "session-expired";
  };
  const again = (token: string): boolean => {
    if (!used.some((one) => same(one, token))) return false;
    const opened = sessions.find((session) => same(session.token, token));
    if (opened) drop(opened, "session-link-twice");
    sources.onUsedTwice?.();
    return true;
  };

  return {
    issueToken() {
      const token = newSecret();
      open = { token, until: now() + tokenLife };
      return token;
    },
    exchange(token) {
      if (open === undefined || !same(open.token, token)) {
        return { kind: "refused", reason: again(token) ? "link-twice" : "link-not-valid" };
      }
      const at = now();
      const inTime = at <= open.until;
      open = undefined;
      if (!inTime) return { kind: "refused", reason: "link-not-valid" };
      used = [token, ...used].slice(0, mostSessions);
      const session = { cookie: newSecret(), key: newSecret() };
      sessions = [{ ...session, token, since: at, touched: at }, ...sessions].slice(
        0,
        mostSessions,
      );
      sources.onOpened?.();
      return { kind: "opened", session };
    },
    refusal(cookie, key, bySelf = false) {
      const held = byCookie(cookie);
      if (typeof held === "string") return held;
      if (key === undefined || !same(held.key, key)) return "session-missing";
      if (!bySelf) held.touched = now();
      return undefined;
    },
    cookieRefusal: (cookie) => {
      const held = byCookie(cookie);
      return typeof held === "string" ? held : undefined;
    },
    end(cookie) {
      const held = byCookie(cookie);
      if (typeof held !== "string") drop(held, "session-expired");
    },
    endAll() {
      const count = sessions.length;
      for (const held of sessions) drop(held, "session-expired");
      return count;
    },
  };
}
