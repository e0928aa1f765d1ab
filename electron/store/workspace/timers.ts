/** The timers of one opened workspace; all end with it. */
export type Timers = {
  readonly every: (ms: number, task: () => Promise<void>) => void;
  readonly once: (ms: number, task: () => void) => () => void;
  readonly stop: () => void;
};

/** A timer that never keeps the process alive. */
export function defaultLater(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  timer.unref();
  return () => clearTimeout(timer);
}

/** Creates timers over a way to call back later. */
export function createTimers(later: (ms: number, task: () => void) => () => void): Timers {
  const cancels = new Set<() => void>();
  let stopped = false;
  const once = (ms: number, task: () => void) => {
    const cancel = later(ms, () => {
      cancels.delete(cancel);
      if (!stopped) task();
    });
    cancels.add(cancel);
    return () => {
      cancel();
      cancels.delete(cancel);
    };
  };
  const every = (ms: number, task: () => Promise<void>) => {
    once(ms, () => void task().finally(() => !stopped && every(ms, task)));
  };
  return {
    every,
    once,
    stop: () => {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}
