/** A value in DER: its tag, its whole bytes, and what it holds. */
export type Der = { readonly tag: number; readonly whole: Buffer; readonly body: Buffer };

/** Reads one value; throws a RangeError where the bytes are no DER. */
export function readDer(bytes: Buffer, at = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new RangeError("DER cut off");
  const long = first > 0x80 ? first - 0x80 : 0;
  if (first === 0x80 || long > 4) throw new RangeError("DER length");
  const start = at + 2 + long;
  const length = long === 0 ? first : bytes.readUIntBE(at + 2, long);
  if (start + length > bytes.length) throw new RangeError("DER cut off");
  return {
    tag,
    whole: bytes.subarray(at, start + length),
    body: bytes.subarray(start, start + length),
  };
}

/** The values that one holds, in their order. */
export function members({ body }: Der): readonly Der[] {
  const found: Der[] = [];
  for (let at = 0; at < body.length; ) {
    const next = readDer(body, at);
    found.push(next);
    at += next.whole.length;
    if (found.length > 10_000) throw new RangeError("DER too long");
  }
  return found;
}

/** An object identifier in dots. */
export function oidOf({ body }: Der): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of body) {
    value = value * 128 + (byte & 127);
    if (byte < 128) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join(".");
}

/** A time as ISO text in UTC; nothing where it is written in another way. */
export function timeOf({ tag, body }: Der): string | undefined {
  const text = body.toString("latin1");
  const short = /^(\d{2})(\d{10})Z$/.exec(text);
  const century = Number(short?.[1]) < 50 ? "20" : "19";
  const whole = tag === 0x17 && short !== null ? `${century}${text}` : text;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(whole);
  return parts === null
    ? undefined
    : `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z`;
}
