/** A running worker process as the program that started it sees it. */
export type WorkerProcess<Job> = {
  post(job: Job): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Whether this program waits for it before ending: while it works, not while it is idle. */
  hold(isBusy: boolean): void;
};

/** What a worker process tells: replies, and its end, asked for or not. */
export type WorkerEvents<Reply> = {
  reply(reply: Reply): void;
  ended(how: string): void;
};

/** Starts a worker process. Node forks one; Electron, whose program cannot run as Node, has utility processes. */
export type StartWorker<Job, Reply> = (events: WorkerEvents<Reply>) => WorkerProcess<Job>;
