import { type Desk, openDesk } from "#desk";
import { programVersion } from "#node/host";
import { createRouter } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Arguments, Io } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { screeningThreads } from "../lists/screening-threads.ts";
import { unlockOf } from "../workspace/secrets.ts";

/** Calls a name of the desk as the page would; inputs and replies are parsed like everywhere. */
type DeskCall = <T = Record<string, unknown>>(
  group: string,
  name: string,
  input: unknown,
) => Promise<Result<T>>;

/** The desk of one command, in this process. */
export type TerminalDesk = {
  readonly call: DeskCall;
  /** The handlers of a group, for answers that a command writes out as they are. */
  readonly group: Desk["group"];
  /** The bytes of a file that an answer of the desk offers. */
  readonly offered: (
    answer: Promise<Result<{ readonly grant: string }>>,
  ) => Promise<Result<Uint8Array>>;
  /** Hands bytes over as the page does with a file that was chosen; answers the grant that stands for them. */
  readonly hand: (fileName: string, bytes: Uint8Array) => Result<string>;
};

type Wish = { readonly args: Arguments; readonly io: Io; readonly mode: "read" | "write" };

/** Opens the desk over a workspace for one piece of work: the terminal asks the same handlers as the page. */
export async function withDesk<T>(
  { args, io, mode }: Wish,
  work: (desk: TerminalDesk) => Promise<Result<T>>,
): Promise<Result<T>> {
  const dir = args.needed("workspace");
  if (!dir.ok) return dir;
  const unlock = await unlockOf(args, io);
  if (!unlock.ok) return unlock;
  const tenantWorker = screeningThreads(io.root);
  const opened = await openDesk({
    workspace: placeOf(io, dir.value),
    root: io.root,
    host: { kind: "cli", platform: process.platform },
    version: programVersion(io.root),
    mode,
    create: false,
    onFault: (fault) => {
      throw fault;
    },
    ...(unlock.value === undefined ? {} : { unlock: unlock.value }),
    ...(tenantWorker === undefined ? {} : { tenantWorker }),
  });
  if (!opened.ok) return opened;
  const desk = opened.value;
  try {
    return await work({ group: desk.group, call: callOf(desk), ...filesOf(desk) });
  } finally {
    await desk.dispose();
  }
}

function callOf({ group: groupOf }: Desk): DeskCall {
  const route = createRouter(groupOf, () => undefined);
  return async <T>(group: string, name: string, input: unknown) => {
    const reply = await route(group, name, input);
    return reply.ok ? ok(reply.value as T) : err(reply.error);
  };
}

function filesOf({ grants }: Desk): Pick<TerminalDesk, "offered" | "hand"> {
  return {
    offered: async (answer) => {
      const offer = await answer;
      if (!offer.ok) return offer;
      const file = grants.redeem(offer.value.grant);
      return file === undefined
        ? err(appError("not-found", { id: offer.value.grant }))
        : await file.bytes();
    },
    hand: (fileName, bytes) => {
      const begun = grants.begin(fileName, bytes.length);
      if (!begun.ok) return begun;
      const { grant } = begun.value;
      const sent = grants.append(grant, bytes);
      const finished = sent.ok ? grants.finish(grant) : sent;
      return finished.ok ? ok(grant) : finished;
    },
  };
}
