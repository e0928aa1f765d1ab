import fc from "fast-check";

const pieces = [
  ...['"', '""', ",", "\n", "\r", "\0", "\u001a", "\uFEFF", "{", "}", "[", "]", "\\", "<", ">>"],
  ...["&#0;", "=1+1", "，", "𠮷", ";", "-0-", "%", "#41", "PK\u0003\u0004", "__proto__"],
].map((one) => Buffer.from(one));

/** A few cuts into a file: at which share of its length, how much is dropped there, and what is put in its place. */
export const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.integer({ min: 0, max: 30 }),
    put: fc.oneof(
      fc.constantFrom(...pieces),
      fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

type Cuts = typeof damage extends fc.Arbitrary<infer T> ? T : never;

/** The file with these cuts made one after another. */
export function damaged(whole: Uint8Array, cuts: Cuts): Buffer {
  let bytes = Buffer.from(whole);
  for (const { at, drop, put } of cuts) {
    const place = Math.floor(at * bytes.length);
    bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + drop)]);
  }
  return bytes;
}

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let step = 0; step < depth; step += 1) value = [value];
  return value;
};

/** Values that no schema expects where it meets them. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, "", "x".repeat(70_000), 0, -1, 1e308, 2 ** 53, [], {}, "__proto__", "\uD800"],
    ...["\u202E", "1e999", "2026-02-30", "9999-12-31T23:59:59Z", "../../x", "con.json", "%2e%2e"],
  ),
  fc.integer({ min: 1, max: 3_000 }).map(deep),
  fc.json({ maxDepth: 3 }).map((text) => JSON.parse(text) as unknown),
);

/** Changes of a JSON value: the place by its share of all places, and what happens there. */
export const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    act: fc.constantFrom("put", "remove", "copy", "rename"),
    value: odd,
  }),
  { minLength: 1, maxLength: 3 },
);

type Change = typeof changes extends fc.Arbitrary<readonly (infer T)[]> ? T : never;
type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function placesOf(value: unknown): Place[] {
  const places: Place[] = [];
  const walk = (holder: unknown, depth: number) => {
    if (typeof holder !== "object" || holder === null || depth > 40) return;
    for (const key of Object.keys(holder)) {
      places.push({ holder: holder as Record<string, unknown>, key });
      walk((holder as Record<string, unknown>)[key], depth + 1);
    }
  };
  walk(value, 0);
  return places;
}

function change({ holder, key }: Place, { act, value }: Change): void {
  const own = (name: string, what: unknown) =>
    Object.defineProperty(holder, name, {
      value: what,
      ...{ enumerable: true, writable: true, configurable: true },
    });
  if (act === "put") own(key, value);
  else if (act === "remove" && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (act === "remove") delete holder[key];
  else if (act === "copy" && Array.isArray(holder)) holder.push(holder[Number(key)]);
  else if (!Array.isArray(holder))
    own(typeof value === "string" ? value.slice(0, 200) : "constructor", holder[key]);
}

/** A copy of a JSON value, changed at these places. */
export function changed(whole: unknown, list: readonly Change[]): unknown {
  const copy: unknown = structuredClone(whole);
  for (const one of list) {
    const places = placesOf(copy);
    const place = places[Math.floor(one.at * places.length)];
    if (place !== undefined) change(place, one);
  }
  return copy;
}
