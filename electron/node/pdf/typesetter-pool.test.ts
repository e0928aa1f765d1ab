import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WorkerEvents } from "#node/processes";
import type { PacketDocument } from "#shared/packet";
import type { StartSetter, TypesetJob, TypesetReply } from "./setter-process.ts";
import { TypesetterPool } from "./typesetter-pool.ts";

const paper = (id: string) => ({ id }) as PacketDocument;
const typeset = { pdf: new Uint8Array(), pages: 1, warnings: [] };

/** Processes that answer when they are told to. */
function invented() {
  const started: {
    readonly jobs: TypesetJob[];
    readonly events: WorkerEvents<TypesetReply>;
    killed: boolean;
    held: boolean;
  }[] = [];
  const start: StartSetter = (events) => {
    const one = { jobs: [] as TypesetJob[], events, killed: false, held: false };
    started.push(one);
    return {
      post: (job) => void one.jobs.push(job),
      kill: () => {
        one.killed = true;
      },
      hold: (isBusy) => {
        one.held = isBusy;
      },
    };
  };
  const answer = (index: number, memory = 1) => {
    const one = started[index];
    const job = one?.jobs.at(-1);
    if (job) one?.events.reply({ id: job.id, result: { ok: true, value: typeset }, memory });
  };
  const papers = (index: number) => started[index]?.jobs.map(({ document }) => document.id);
  return { started, start, answer, papers };
}

describe("a pool of typesetting processes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("starts a second process when two papers wait, and no third", async () => {
    const { started, start, answer, papers } = invented();
    const pool = new TypesetterPool(start);
    const all = ["a", "b", "c"].map((id) => pool.typeset(paper(id)));
    expect(started.map(({ jobs }) => jobs.length)).toEqual([1, 1]);
    answer(1);
    expect(papers(1)).toEqual(["b", "c"]);
    answer(0);
    answer(1);
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    expect(started.map(({ held }) => held)).toEqual([false, false]);
  });

  it("gives all memory back after a while without papers, and starts anew for the next", async () => {
    const { started, start, answer } = invented();
    const pool = new TypesetterPool(start, { idleMs: 1000 });
    const first = pool.typeset(paper("a"));
    answer(0, 5);
    await first;
    vi.advanceTimersByTime(999);
    expect(started[0]?.killed).toBe(false);
    vi.advanceTimersByTime(1);
    expect([started[0]?.killed, pool.memory()]).toEqual([true, 0]);
    const second = pool.typeset(paper("b"));
    answer(1);
    expect(await second).toMatchObject({ ok: true });
  });

  it("kills the process of a cancelled paper only, and hears nothing more of it", async () => {
    const { started, start, answer, papers } = invented();
    const pool = new TypesetterPool(start);
    const stop = new AbortController();
    const a = pool.typeset(paper("a"), stop.signal);
    const b = pool.typeset(paper("b"));
    const c = pool.typeset(paper("c"), stop.signal);
    const d = pool.typeset(paper("d"));
    stop.abort();
    expect([await a, await c]).toMatchObject([{ ok: false }, { ok: false }]);
    expect(started.map(({ killed }) => killed)).toEqual([true, false, false]);
    expect(papers(2)).toEqual(["d"]);
    started[0]?.events.ended("SIGKILL");
    answer(1);
    answer(2);
    expect([await b, await d]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it("sets a paper once more when its process fell, and says so when that falls too", async () => {
    const { started, start, answer } = invented();
    const pool = new TypesetterPool(start, { processes: 1 });
    const once = pool.typeset(paper("a"));
    started[0]?.events.ended("SIGTRAP");
    answer(1);
    expect(await once).toMatchObject({ ok: true });
    const twice = pool.typeset(paper("b"));
    started[1]?.events.ended("SIGTRAP");
    started[2]?.events.ended("133");
    expect(await twice).toMatchObject({
      error: { code: "pdf-typeset-failed", params: { message: "133" } },
    });
  });
});
