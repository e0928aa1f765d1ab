import { usccProblems } from "./uscc-check.ts";
import { USCC_ALPHABET } from "./uscc-tables.ts";

/** One change that would make a code valid: a hint to look at the document again, never a correction. */
export type UsccRepair = {
  readonly kind: "lookalike" | "transposition" | "missing" | "extra" | "substitution";
  readonly code: string;
  /** What changes where; positions count from 1, an empty `from` is put in, an empty `to` is taken out. */
  readonly changes: readonly {
    readonly position: number;
    readonly from: string;
    readonly to: string;
  }[];
};

/** Characters that are read or typed for each other. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: "0QD",
  I: "1LJ",
  S: "58",
  Z: "27",
  V: "UYW",
  "0": "QD8",
  "1": "L7J",
  "2": "7",
  "5": "6",
  "8": "B03",
  B: "8",
  Q: "0",
  D: "0",
  L: "1",
  U: "W",
  W: "U",
  G: "6C",
  "6": "G5",
  C: "G",
  M: "N",
  N: "M",
  E: "F",
  F: "E",
  X: "Y",
  Y: "X",
};

const MOST_HINTS = 12;
const isValid = (code: string) => usccProblems(code).length === 0;
const put = (code: string, at: number, to: string) => code.slice(0, at) + to + code.slice(at + 1);

function* substitutions(code: string): Generator<UsccRepair> {
  for (let at = 0; at < code.length; at += 1) {
    const from = code.charAt(at);
    for (const to of USCC_ALPHABET) {
      if (to === from) continue;
      const kind = LOOKALIKES[from]?.includes(to) ? "lookalike" : "substitution";
      yield { kind, code: put(code, at, to), changes: [{ position: at + 1, from, to }] };
    }
  }
}

/** The same misreading all along: every O a zero, every I a one. */
function* everywhere(code: string): Generator<UsccRepair> {
  for (const [from, likes] of Object.entries(LOOKALIKES)) {
    const places = [...code].flatMap((char, at) => (char === from ? [at] : []));
    if (places.length < 2) continue;
    for (const to of likes)
      yield {
        kind: "lookalike",
        code: code.replaceAll(from, to),
        changes: places.map((at) => ({ position: at + 1, from, to })),
      };
  }
  const plain = [...code].map((char) => ({ O: "0", I: "1", S: "5", Z: "2", V: "U" })[char] ?? char);
  const changes = plain.flatMap((to, at) =>
    to === code.charAt(at) ? [] : [{ position: at + 1, from: code.charAt(at), to }],
  );
  if (changes.length > 1) yield { kind: "lookalike", code: plain.join(""), changes };
}

function* transpositions(code: string): Generator<UsccRepair> {
  for (let at = 0; at + 1 < code.length; at += 1) {
    const [a, b] = [code.charAt(at), code.charAt(at + 1)];
    if (a === b) continue;
    yield {
      kind: "transposition",
      code: put(put(code, at, b), at + 1, a),
      changes: [
        { position: at + 1, from: a, to: b },
        { position: at + 2, from: b, to: a },
      ],
    };
  }
}

function* insertions(code: string): Generator<UsccRepair> {
  for (let at = 0; at <= code.length; at += 1)
    for (const to of USCC_ALPHABET) {
      // Beside an equal character the place makes no difference: the first stands for all.
      if (at > 0 && code.charAt(at - 1) === to) continue;
      const changed = code.slice(0, at) + to + code.slice(at);
      yield { kind: "missing", code: changed, changes: [{ position: at + 1, from: "", to }] };
    }
}

function* deletions(code: string): Generator<UsccRepair> {
  for (let at = 0; at < code.length; at += 1) {
    const from = code.charAt(at);
    if (at > 0 && code.charAt(at - 1) === from) continue;
    const changed = code.slice(0, at) + code.slice(at + 1);
    yield { kind: "extra", code: changed, changes: [{ position: at + 1, from, to: "" }] };
  }
}

function* candidates(code: string): Generator<UsccRepair> {
  if (code.length === 17) yield* insertions(code);
  if (code.length === 19) yield* deletions(code);
  if (code.length !== 18) return;
  yield* everywhere(code);
  yield* transpositions(code);
  yield* substitutions(code);
}

const RANK: Readonly<Record<UsccRepair["kind"], number>> = {
  lookalike: 0,
  transposition: 1,
  extra: 2,
  missing: 3,
  substitution: 4,
};

/** The single changes that would make the code valid, the likeliest kind first; none for a code that is valid. */
export function usccRepairs(code: string): UsccRepair[] {
  if (isValid(code)) return [];
  const found = new Map<string, UsccRepair>();
  for (const candidate of candidates(code))
    if (isValid(candidate.code) && !found.has(candidate.code)) found.set(candidate.code, candidate);
  const ranked = [...found.values()].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
  return ranked.slice(0, MOST_HINTS);
}
