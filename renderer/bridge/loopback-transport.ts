import { z } from "zod";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Send } from "./client.ts";

/** The parts of a browser window that the session needs. */
export interface SessionWindow {
  readonly location: { readonly hash: string; readonly pathname: string; reload(): void };
  addEventListener(type: "hashchange", listener: () => void): void;
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly localStorage: {
    getItem(name: string): string | null;
    setItem(name: string, value: string): void;
    removeItem(name: string): void;
  };
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
}

const keyName = "desk-key";
const sessionSchema = z.strictObject({ key: z.string().min(20).max(200) });
const refusedSchema = z.object({
  error: z.object({ code: z.enum(["link-not-valid", "link-twice"]) }),
});

const post = (headers: Readonly<Record<string, string>>, body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
  credentials: "same-origin",
  cache: "no-store",
  redirect: "error",
});

async function exchange(window: SessionWindow, token: string): Promise<Result<string>> {
  try {
    const response = await window.fetch("/session", post({}, { token }));
    const answer: unknown = await response.json();
    const session = sessionSchema.safeParse(answer);
    if (session.success) return ok(session.data.key);
    const refused = refusedSchema.safeParse(answer);
    return err(appError(refused.success ? refused.data.error.code : "link-not-valid"));
  } catch {
    return err(appError("host-gone", { channel: "session" }));
  }
}

/** The token after `#token=`, which a browser never sends to any server by itself. */
function tokenIn(hash: string): string | undefined {
  return /^#token=([A-Za-z0-9_-]{20,200})$/.exec(hash)?.[1];
}

/**
 * Exchanges the link's token for a session, or takes up the one this browser already has. The token leaves the address
 * bar at once.
 */
export async function openSession(window: SessionWindow): Promise<Result<Send>> {
  const token = tokenIn(window.location.hash);
  // A fresh link opened in the same tab changes the fragment only; without a reload nobody would exchange it.
  window.addEventListener("hashchange", () => {
    if (tokenIn(window.location.hash) !== undefined) window.location.reload();
  });
  if (token !== undefined) {
    window.history.replaceState(null, "", window.location.pathname);
    const exchanged = exchange(window, token);
    // The first look into storage makes the page wait for the browser: let it be while the link is exchanged.
    window.localStorage.getItem(keyName);
    const key = await exchanged;
    if (!key.ok) return key;
    window.localStorage.setItem(keyName, key.value);
  }
  const key = window.localStorage.getItem(keyName);
  if (key === null) return err(appError("session-missing"));
  return ok(async (group, name, input) => {
    const response = await window.fetch(
      `/api/${group}/${name}`,
      post({ "x-desk-key": key }, input),
    );
    if (response.status === 401) window.localStorage.removeItem(keyName);
    return await response.json();
  });
}
