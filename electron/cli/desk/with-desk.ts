import { createGrants, type OpenDesk, openDeskOver, openStore } from "#desk";
import { programVersion } from "#node/host";
import { channels, createRouter, type DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Arguments, Io } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { unlockOf } from "../workspace/secrets.ts";

/** Calls a name of the desk as the page would; inputs and replies are parsed like everywhere. */
export type DeskCall = <T = Record<string, unknown>>(
  group: string,
  name: string,
  input: unknown,
) => Promise<Result<T>>;

/** The bytes of a file that an answer of the desk offers. */
type Offered = (answer: Promise<Result<{ readonly grant: string }>>) => Promise<Result<Uint8Array>>;

type Wish = { readonly args: Arguments; readonly io: Io; readonly mode: "read" | "write" };

/** Opens the desk over a workspace for one piece of work: the terminal asks the same handlers as the page. */
export async function withDesk<T>(
  { args, io, mode }: Wish,
  work: (call: DeskCall, offered: Offered) => Promise<Result<T>>,
): Promise<Result<T>> {
  const dir = args.needed("workspace");
  if (!dir.ok) return dir;
  const unlock = await unlockOf(args, io);
  if (!unlock.ok) return unlock;
  const path = placeOf(io, dir.value);
  const wishes = { path, mode, create: false, takeOver: false, unlock: unlock.value };
  const opened = await openStore({}, wishes);
  if (!opened.ok) return opened;
  const options = {
    workspace: path,
    root: io.root,
    host: { kind: "cli", platform: process.platform } as const,
    version: programVersion(io.root),
    mode,
    onFault: () => undefined,
  };
  const grants = createGrants();
  const desk = await openDeskOver(options, opened.value, {
    grants,
    reopen: () => Promise.resolve(err(appError("desk-closed"))),
  });
  if (!desk.ok) {
    await opened.value.port.close();
    return desk;
  }
  try {
    return await work(callOf(desk.value), async (answer) => {
      const offer = await answer;
      if (!offer.ok) return offer;
      const file = await grants.redeem(offer.value.grant);
      return file === undefined
        ? err(appError("not-found", { id: offer.value.grant }))
        : await file.bytes();
    });
  } finally {
    await desk.value.dispose();
  }
}

/** What the terminal has no use for: it opened the workspace itself. */
function closed(group: "start" | "program"): object {
  const refuse = () => Promise.resolve(err(appError("desk-closed")));
  return Object.fromEntries(channels[group].map((name) => [name, refuse]));
}

function callOf({ handlers }: OpenDesk): DeskCall {
  const table = { ...handlers, start: closed("start"), program: closed("program") };
  const route = createRouter(table as unknown as DeskHandlers, () => undefined);
  return async <T>(group: string, name: string, input: unknown) => {
    const reply = await route(group, name, input);
    return reply.ok ? ok(reply.value as T) : err(reply.error);
  };
}
