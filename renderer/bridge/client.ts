import {
  type DeskClient,
  type GroupName,
  loadContract,
  mapNames,
  type Procedure,
  replySchema,
  startContract,
} from "#shared/ipc";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";

/** Carries one call to the host and brings back whatever it answered; may reject when the host is gone. */
export type Send = (group: string, name: string, input: unknown) => Promise<unknown>;

type Procedures = Readonly<
  Record<string, Readonly<Record<string, Procedure | undefined>> | undefined>
>;
type Channel = {
  readonly group: GroupName;
  readonly name: string;
  readonly ready: Promise<void>;
};

/** The procedure of a name; all but the few that the first picture needs are loaded when one is first called. */
async function procedureOf({ group, name, ready }: Channel): Promise<Procedure | undefined> {
  const early: Procedures = startContract;
  const found = early[group]?.[name];
  if (found !== undefined) return found;
  await ready;
  const all: Procedures = await loadContract();
  return all[group]?.[name];
}

async function call(
  send: Send,
  channel: Channel,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  const at = `${channel.group}.${channel.name}`;
  let raw: unknown;
  let spec: Procedure | undefined;
  try {
    [raw, spec] = await Promise.all([
      send(channel.group, channel.name, input),
      procedureOf(channel),
    ]);
  } catch {
    return err(appError("host-gone", { channel: at }));
  }
  const reply = replySchema.safeParse(raw);
  if (!reply.success || spec === undefined)
    return err(appError("reply-not-understood", { channel: at }));
  if (!reply.data.ok) return err(reply.data.error);
  const value = spec.output.safeParse(reply.data.value);
  if (value.success) return ok(value.data);
  const place = value.error.issues[0]?.path.map(String).join(".") || "(top)";
  return err(appError("reply-not-understood", { channel: at, at: place }));
}

/**
 * The typed client of the contract: each reply is parsed, each failure comes back as a value. `ready` may hold back the
 * loading of what the first picture does not need.
 */
export function clientOver(send: Send, ready: Promise<void> = Promise.resolve()): DeskClient {
  const calls = mapNames(
    (group, name) => async (input: unknown) => await call(send, { group, name, ready }, input),
  );
  // It has the contract's own names; what each takes and answers, `call` finds by them.
  return calls as DeskClient;
}
