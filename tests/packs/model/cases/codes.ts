import { bodyCheckCharacter, usccCheckCharacter } from "#shared/identity";

const BODY = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** An invented unified social credit code with valid check characters, from a prefix and a number. */
export function inventedCode(prefix: string, number: number): string {
  let rest = number;
  let tail = "";
  for (let at = 0; at < 6; at += 1) {
    tail = BODY.charAt(rest % BODY.length) + tail;
    rest = Math.floor(rest / BODY.length);
  }
  const body = `MX${tail}`;
  const first = `${prefix}110000${body}${bodyCheckCharacter(body)}`;
  return first + usccCheckCharacter(first);
}

/** A stream of numbers in [0, 1) from a seed, the same everywhere. */
export function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
