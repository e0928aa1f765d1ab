import type { Codec } from "./codec.ts";

/** What the preload's world is told about itself. */
export interface PreloadSetting {
  readonly secret: string;
  readonly binding: string;
  readonly versions: Readonly<Record<string, string>>;
}

type Listener = (event: unknown, ...args: unknown[]) => void;
type PreloadScript = (require: (name: string) => unknown, process: object) => void;

/**
 * Runs in an isolated world of the page before its scripts, as Electron runs a sandboxed preload: the script sees
 * `require("electron")` with contextBridge and ipcRenderer, and nothing else of Node.
 */
export function preloadWorld(
  { secret, binding, versions }: PreloadSetting,
  createCodec: (bytes: {
    toText: (bytes: Uint8Array) => string;
    fromText: (text: string) => Uint8Array<ArrayBuffer>;
  }) => Codec,
  preload: PreloadScript,
): void {
  if (window !== window.top || location.href === "about:blank") return;
  const world = globalThis as unknown as Record<string, unknown>;
  const toHost = world[binding] as (text: string) => void;
  delete world[binding];

  const codec = createCodec({
    toText: (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")),
    fromText: (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)),
  });
  const exposed: Record<string, unknown> = {};
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const replies = new Map<number, { ok: (v: unknown) => void; no: (e: unknown) => void }>();
  const listeners = new Map<string, Listener[]>();
  let sequence = 0;

  const fire = (type: string, detail: unknown) =>
    document.dispatchEvent(new CustomEvent(`${secret}${type}`, { detail }));
  const failed = (cause: unknown) =>
    cause instanceof Error
      ? { e: { name: cause.name, message: cause.message } }
      : { e: { name: "Error", message: String(cause) } };

  function wrapped(value: unknown): object {
    if (typeof value !== "function") return { v: value };
    sequence += 1;
    functions.set(sequence, value as (...args: unknown[]) => unknown);
    return { f: sequence };
  }

  function target(
    path: readonly (string | number)[],
  ): ((...args: unknown[]) => unknown) | undefined {
    const [first] = path;
    if (typeof first === "number") return functions.get(first);
    const found = path.reduce<unknown>(
      (owner, key) => (owner as Record<string, unknown> | undefined)?.[key],
      exposed,
    );
    return found as ((...args: unknown[]) => unknown) | undefined;
  }

  const revived = (args: readonly unknown[]) =>
    args.map((argument) => {
      const id = (argument as { callback?: number } | null)?.callback;
      if (typeof id !== "number") return argument;
      return (...inner: unknown[]) => fire("callback", { id, args: inner });
    });

  document.addEventListener(`${secret}call`, (event) => {
    const { id, path, args } = (
      event as CustomEvent<{ id: number; path: (string | number)[]; args: unknown[] }>
    ).detail;
    try {
      const value = target(path)?.(...revived(args));
      if (!(value instanceof Promise)) return void fire("answer", { id, ...wrapped(value) });
      fire("answer", { id, p: 1 });
      value.then(
        (result) => fire("answer", { id, ...wrapped(result) }),
        (cause: unknown) => fire("answer", { id, ...failed(cause) }),
      );
    } catch (cause) {
      fire("answer", { id, ...failed(cause) });
    }
  });

  world["fromHost"] = (text: string) => {
    const message = codec.decode(text) as
      | { t: "reply"; id: number; ok: boolean; v: unknown }
      | { t: "event"; channel: string; args: unknown[] };
    if (message.t === "event") {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) {
        listener({ sender: ipcRenderer }, ...message.args);
      }
      return;
    }
    const reply = replies.get(message.id);
    replies.delete(message.id);
    if (message.ok) reply?.ok(message.v);
    else reply?.no(message.v);
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((ok, no) => {
        sequence += 1;
        const text = codec.encode({ t: "invoke", id: sequence, channel, args });
        replies.set(sequence, { ok, no });
        toHost(text);
      }),
    send: (channel: string, ...args: unknown[]) =>
      toHost(codec.encode({ t: "send", channel, args })),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      const left = (listeners.get(channel) ?? []).filter((known) => known !== listener);
      listeners.set(channel, left);
      return ipcRenderer;
    },
  };

  function shapeOf(value: unknown): object {
    if (typeof value === "function") return { t: "function" };
    if (value === null || typeof value !== "object" || Array.isArray(value))
      return { t: "value", v: value };
    return { t: "object", v: Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]) };
  }

  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, value: unknown) => {
        if (key in exposed)
          throw new Error("Cannot bind an API on top of an existing property on the window object");
        exposed[key] = value;
        fire("expose", { key, shape: shapeOf(value) });
      },
    },
  };
  const require = (name: string) => {
    if (name === "electron") return electron;
    throw new Error(`module not found: ${name}`);
  };
  preload(require, {
    platform: "linux",
    versions,
    env: {},
    argv: [],
    sandboxed: true,
    contextIsolated: true,
  });
}
