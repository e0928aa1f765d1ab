/** Runs tasks of one document one after another; tasks of different documents run side by side. */
export interface Slots {
  /** Queues a task behind all earlier ones of the same key. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /**
   * Queues a task that may be overtaken: while it has not begun, a later call with the same key replaces its input, and
   * all callers get the one outcome.
   */
  coalesce<I, T>(key: string, input: I, task: (input: I) => Promise<T>): Promise<T>;
  /** Resolves when nothing is queued for the key. */
  idle(key: string): Promise<void>;
  /** Resolves when nothing is queued at all. */
  allIdle(): Promise<void>;
}

type Waiting = { input: unknown; readonly outcome: Promise<unknown> };

type Slot = { tail: Promise<unknown>; waiting: Waiting | undefined };

/** Creates the queues of a workspace. */
export function createSlots(): Slots {
  const slots = new Map<string, Slot>();

  const enqueue = <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const slot = slots.get(key) ?? { tail: Promise.resolve(), waiting: undefined };
    slots.set(key, slot);
    slot.waiting = undefined;
    const outcome = slot.tail.then(task, task);
    const tail = outcome.then(
      () => undefined,
      () => undefined,
    );
    slot.tail = tail;
    void tail.then(() => {
      if (slot.tail === tail) slots.delete(key);
    });
    return outcome;
  };

  return {
    run: enqueue,
    coalesce: <I, T>(key: string, input: I, task: (input: I) => Promise<T>) => {
      const slot = slots.get(key);
      if (slot?.waiting) {
        slot.waiting.input = input;
        return slot.waiting.outcome as Promise<T>;
      }
      const held: { input: I } = { input };
      let outcome: Promise<T> | undefined;
      outcome = enqueue(key, () => {
        const now = slots.get(key);
        if (now?.waiting && now.waiting.outcome === outcome) {
          held.input = now.waiting.input as I;
          now.waiting = undefined;
        }
        return task(held.input);
      });
      const waiting = slots.get(key);
      if (waiting) waiting.waiting = { input, outcome };
      return outcome;
    },
    idle: async (key) => {
      await slots.get(key)?.tail;
    },
    allIdle: async () => {
      while (slots.size > 0) await Promise.all([...slots.values()].map((slot) => slot.tail));
    },
  };
}
