const MAX_DEPTH = 200;

function writeObject(value: object, depth: number): string {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${write(item, depth + 1)}`);
  return `{${entries.join(",")}}`;
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new RangeError(`canonical JSON: deeper than ${MAX_DEPTH} levels`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC"));
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("canonical JSON: number is not finite");
    return JSON.stringify(value);
  }
  if (Array.isArray(value))
    return `[${value.map((item) => write(item ?? null, depth + 1)).join(",")}]`;
  if (typeof value === "object") return writeObject(value, depth);
  throw new TypeError(`canonical JSON: ${typeof value} has no JSON form`);
}

/**
 * One text for one value (after RFC 8785): keys sorted by UTF-16 unit, no white space, strings in NFC, undefined members
 * left out. Throws on functions, non-finite numbers, cycles and nesting beyond 200 levels.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}
