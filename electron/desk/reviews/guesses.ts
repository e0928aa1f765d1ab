import { appError, err, type Result } from "#shared/kernel";

/** Makes guessing slow: what opens a person's key is tried one at a time, and after wrong ones only later. */
export interface Guesses {
  /** Tries, unless the person's key must wait after wrong passphrases; then answers `key-wait` without trying. */
  take<T>(person: string, attempt: () => Promise<Result<T>>): Promise<Result<T>>;
}

/** Two slips of the finger cost nothing. */
const FREE = 2;
const LONGEST_MS = 5 * 60_000;

type Record = { wrong: number; until: number; last: Promise<unknown> };

/** Guesses counted by person; `now` gives milliseconds that only grow. */
export function createGuesses(now: () => number): Guesses {
  const records = new Map<string, Record>();
  return {
    take: (person, attempt) => {
      const record = records.get(person) ?? { wrong: 0, until: 0, last: Promise.resolve() };
      records.set(person, record);
      const tried = record.last.then(async () => {
        const left = record.until - now();
        if (left > 0) return err(appError("key-wait", { person, seconds: Math.ceil(left / 1000) }));
        const result = await attempt();
        if (result.ok) {
          record.wrong = 0;
        } else if (result.error.code === "key-wrong-passphrase") {
          record.wrong += 1;
          const over = record.wrong - FREE;
          // One second, two, four, up to five minutes.
          if (over > 0) record.until = now() + Math.min(LONGEST_MS, 1000 * 2 ** (over - 1));
        }
        return result;
      });
      // Guesses at the same time stand in a row: none of them passes before the one ahead is judged.
      record.last = tried.catch(() => undefined);
      return tried;
    },
  };
}
