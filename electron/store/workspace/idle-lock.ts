/** Calls `lock` when nothing was done for a while; any act puts it off. */
export interface IdleLock {
  /** To be called for each act of the user. */
  touch(): void;
  stop(): void;
}

/** What an idle lock needs; `later` never keeps the process alive. */
export type IdleOptions = {
  readonly afterMs: number;
  readonly later: (ms: number, task: () => void) => () => void;
  /** A clock that only goes forward, in milliseconds; it must go on while the machine sleeps. */
  readonly clock: () => number;
  readonly lock: () => void;
};

/**
 * Creates an idle lock. The time is looked at anew when the timer fires, because timers stand still while a machine
 * sleeps: after a night with the lid closed it locks at once.
 */
export function createIdleLock({ afterMs, later, clock, lock }: IdleOptions): IdleLock {
  let last = clock();
  let cancel: (() => void) | undefined;
  let stopped = false;
  const wait = () => {
    const rest = last + afterMs - clock();
    if (rest <= 0) {
      stopped = true;
      lock();
      return;
    }
    cancel = later(Math.min(rest, 30_000), wait);
  };
  cancel = later(Math.min(afterMs, 30_000), wait);
  return {
    touch: () => {
      last = clock();
    },
    stop: () => {
      if (!stopped) cancel?.();
      stopped = true;
    },
  };
}
