import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A browser opens six connections to one place, and a few ahead of need. */
const mostWaiting = 96;

/**
 * Lets no connection that says nothing keep another out. A connection waits from its opening, and again from the end of
 * each answer, until a whole request head has come; of too many that wait the longest waiting is closed. One in whose
 * request we are is never closed by this.
 */
export function closeLongestWaiting(server: Server, most = mostWaiting): void {
  // A set keeps the order in which its members came.
  const waiting = new Set<Socket>();
  const wait = (socket: Socket) => {
    if (socket.destroyed) return;
    waiting.add(socket);
    if (waiting.size <= most) return;
    const [longest] = waiting;
    if (longest === undefined) return;
    waiting.delete(longest);
    longest.destroy();
  };
  server.on("connection", (socket: Socket) => {
    socket.once("close", () => waiting.delete(socket));
    wait(socket);
  });
  server.prependListener("request", (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    waiting.delete(socket);
    response.once("close", () => wait(socket));
  });
}

/** Work of which only so much goes on at once, and only so much more may wait. */
export interface Turns {
  /** Runs the task in its turn; undefined when too many wait already. */
  take<T>(task: () => Promise<T>): Promise<T | undefined>;
}

/** Lets `atOnce` tasks run and `waiting` more wait; the next is turned away at once. */
export function createTurns(atOnce: number, waiting: number): Turns {
  let running = 0;
  const queue: (() => void)[] = [];
  return {
    take: async (task) => {
      if (running >= atOnce) {
        if (queue.length >= waiting) return undefined;
        await new Promise<void>((go) => queue.push(go));
      } else running += 1;
      try {
        return await task();
      } finally {
        // The turn passes on; between two large messages everybody else is served.
        const next = queue.shift();
        if (next) setImmediate(next);
        else running -= 1;
      }
    },
  };
}
