import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Desk, type OpenDeskOptions, openDesk } from "#desk";
import { programVersion } from "#node/host";
import { createRouter, type Router } from "#shared/ipc";

/** A desk over a workspace of its own, driven through the router like any host's. */
export type TestDesk = {
  readonly dir: string;
  readonly desk: Desk;
  readonly route: Router;
  readonly faults: unknown[];
  /** Calls a name and returns the value; throws the error's code with its parameters. */
  readonly call: <T = Record<string, unknown>>(
    group: string,
    name: string,
    input: unknown,
  ) => Promise<T>;
  /** Uploads bytes in two pieces and returns the grant. */
  readonly upload: (fileName: string, bytes: Uint8Array) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Opens a desk with a fixed day and counted ids in a fresh folder, or in the folder given. */
export async function openTestDesk(
  folder?: string,
  more: Partial<OpenDeskOptions> = {},
): Promise<TestDesk> {
  const dir = folder ?? (await mkdtemp(join(tmpdir(), "desk-contract-")));
  const faults: unknown[] = [];
  let count = 0;
  const opened = await openDesk({
    workspace: dir,
    host: { kind: "loopback", platform: "test" },
    version: programVersion(process.cwd()),
    root: process.cwd(),
    onFault: (fault) => faults.push(fault),
    // What earlier programs took; a wrong guess need not cost a test the full third of a second.
    keyCost: 32_768,
    ...more,
    clockAndIds: {
      now: () => new Date(Date.UTC(2026, 10, 23, 8, 0, count)).toISOString(),
      today: () => "2026-11-23",
      newId: (prefix) => {
        count += 1;
        return `${prefix}_t${folder === undefined ? "" : "b"}${String(count).padStart(6, "0")}`;
      },
    },
  });
  if (!opened.ok) throw new Error(`${opened.error.code} ${JSON.stringify(opened.error.params)}`);
  const desk = opened.value;
  const route = createRouter(desk.group, (fault) => faults.push(fault));
  const call = async <T>(group: string, name: string, input: unknown): Promise<T> => {
    const reply = await route(group, name, input);
    if (faults.length > 0) throw faults[0];
    if (!reply.ok) throw new Error(`${reply.error.code} ${JSON.stringify(reply.error.params)}`);
    return reply.value as T;
  };
  return {
    dir,
    desk,
    route,
    faults,
    call,
    upload: async (fileName, bytes) => {
      const { grant } = await call<{ grant: string }>("files", "begin", {
        fileName,
        bytes: bytes.length,
      });
      const half = Math.ceil(bytes.length / 2);
      for (const piece of [bytes.subarray(0, half), bytes.subarray(half)])
        await call("files", "append", { grant, base64: Buffer.from(piece).toString("base64") });
      await call("files", "finish", { grant });
      return grant;
    },
    close: async () => {
      await desk.dispose();
      if (folder === undefined) await rm(dir, { recursive: true, force: true });
    },
  };
}
