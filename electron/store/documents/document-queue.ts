/** Runs tasks of one document one after another; tasks of different documents run side by side. */
export interface DocumentQueue {
  /** Queues a task behind all earlier ones of the same key. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /**
   * Queues a task that may be overtaken: while it has not begun, a later call with the same key replaces its input, and
   * all callers get the one outcome.
   */
  coalesce<I, T>(key: string, input: I, task: (input: I) => Promise<T>): Promise<T>;
  /** Resolves when nothing is queued at all. */
  allIdle(): Promise<void>;
  /** Queues one task per key, all at the same moment: two such groups cannot wait for one another in a ring. */
  runTogether(keys: readonly string[], task: (key: string) => Promise<void>): Promise<unknown>;
  /** Lets queued tasks end, holds back new ones while `work` runs, then lets them go on. */
  pause<T>(work: () => Promise<T>): Promise<T>;
}

type Waiting = { input: unknown; readonly outcome: Promise<unknown> };

type Slot = { tail: Promise<unknown>; waiting: Waiting | undefined };

/** Creates the queues of a workspace. */
export function createDocumentQueue(): DocumentQueue {
  const queue = new Map<string, Slot>();
  let gate: Promise<void> | undefined;

  /** Enters at once when nothing is paused, so that calls made together stay together. */
  const enter = <T>(work: () => Promise<T>): Promise<T> =>
    gate !== undefined ? gate.then(() => enter(work)) : work();

  const allIdle = async () => {
    while (queue.size > 0) await Promise.all([...queue.values()].map((slot) => slot.tail));
  };

  const enqueue = <T>(key: string, task: () => Promise<T>): Promise<T> => {
    const slot = queue.get(key) ?? { tail: Promise.resolve(), waiting: undefined };
    queue.set(key, slot);
    slot.waiting = undefined;
    const outcome = slot.tail.then(task, task);
    const tail = outcome.then(
      () => undefined,
      () => undefined,
    );
    slot.tail = tail;
    void tail.then(() => {
      if (slot.tail === tail) queue.delete(key);
    });
    return outcome;
  };

  const coalesce = <I, T>(key: string, input: I, task: (input: I) => Promise<T>): Promise<T> => {
    const slot = queue.get(key);
    if (slot?.waiting) {
      slot.waiting.input = input;
      return slot.waiting.outcome as Promise<T>;
    }
    const own: { waiting: Waiting | undefined } = { waiting: undefined };
    const outcome = enqueue(key, () => {
      const now = queue.get(key);
      if (now && now.waiting === own.waiting) now.waiting = undefined;
      return task((own.waiting?.input ?? input) as I);
    });
    own.waiting = { input, outcome };
    const queued = queue.get(key);
    if (queued) queued.waiting = own.waiting;
    return outcome;
  };

  return {
    run: (key, task) => enter(() => enqueue(key, task)),
    runTogether: (keys, task) =>
      enter(() => Promise.all(keys.map((key) => enqueue(key, () => task(key))))),
    coalesce: (key, input, task) => enter(() => coalesce(key, input, task)),
    allIdle,
    pause: (work) =>
      enter(async () => {
        let open: () => void = () => undefined;
        gate = new Promise((resolve) => {
          open = resolve;
        });
        try {
          await allIdle();
          return await work();
        } finally {
          gate = undefined;
          open();
        }
      }),
  };
}
