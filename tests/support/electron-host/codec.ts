/** Turns values into text and back the way structured clone carries them between Electron's processes. */
export interface Codec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

interface Bytes {
  readonly toText: (bytes: Uint8Array) => string;
  readonly fromText: (text: string) => Uint8Array<ArrayBuffer>;
}

type Tagged = {
  readonly $: string;
  readonly v?: unknown;
  readonly c?: string;
  readonly n?: string;
};

/**
 * Self-contained on purpose: its source is also evaluated inside the browser. Functions and symbols are refused with the
 * sentence Electron uses.
 */
export function createCodec({ toText, fromText }: Bytes): Codec {
  const tag = ($: string, v?: unknown, more: object = {}): object => ({ $, v, ...more });

  function pack(value: unknown, above: readonly unknown[]): unknown {
    if (typeof value === "function" || typeof value === "symbol") {
      throw new Error("An object could not be cloned.");
    }
    if (value === undefined) return tag("undefined");
    if (typeof value === "bigint") return tag("bigint", String(value));
    if (typeof value === "number" && !Number.isFinite(value)) return tag("number", String(value));
    if (value === null || typeof value !== "object") return value;
    if (above.includes(value)) throw new Error("The test host carries no cycles.");
    const within = [...above, value];
    const next = (inner: unknown) => pack(inner, within);
    if (value instanceof Date) return tag("date", value.getTime());
    if (value instanceof Map)
      return tag(
        "map",
        [...value].map(([key, v]) => [next(key), next(v)]),
      );
    if (value instanceof Set) return tag("set", [...value].map(next));
    if (value instanceof Error) return tag("error", value.message, { n: value.name });
    if (value instanceof ArrayBuffer) return tag("buffer", toText(new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return tag("bytes", toText(bytes));
    }
    if (Array.isArray(value)) return value.map(next);
    const entries = Object.entries(value).map(([key, v]) => [key, next(v)]);
    return tag("object", Object.fromEntries(entries));
  }

  const unpackers: Record<string, (tagged: Tagged) => unknown> = {
    undefined: () => undefined,
    bigint: ({ v }) => BigInt(String(v)),
    number: ({ v }) => Number(v),
    date: ({ v }) => new Date(Number(v)),
    map: ({ v }) =>
      new Map((v as [unknown, unknown][]).map(([key, x]) => [unpack(key), unpack(x)])),
    set: ({ v }) => new Set((v as unknown[]).map(unpack)),
    error: ({ v, n }) => Object.assign(new Error(String(v)), { name: n }),
    buffer: ({ v }) => fromText(String(v)).buffer,
    bytes: ({ v }) => fromText(String(v)),
    object: ({ v }) =>
      Object.fromEntries(Object.entries(v as object).map(([key, x]) => [key, unpack(x)])),
  };

  function unpack(value: unknown): unknown {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(unpack);
    const tagged = value as Tagged;
    return unpackers[tagged.$]?.(tagged);
  }

  return {
    encode: (value) => JSON.stringify(pack(value, [])),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
