import { contract, type DeskClient, type Procedure, replySchema } from "#shared/ipc";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";

/** Carries one call to the host and brings back whatever it answered; may reject when the host is gone. */
export type Send = (group: string, name: string, input: unknown) => Promise<unknown>;

async function call(
  send: Send,
  channel: { readonly group: string; readonly name: string },
  spec: Procedure,
  input: unknown,
): Promise<Result<unknown, AppError>> {
  const at = `${channel.group}.${channel.name}`;
  let raw: unknown;
  try {
    raw = await send(channel.group, channel.name, input);
  } catch {
    return err(appError("host-gone", { channel: at }));
  }
  const reply = replySchema.safeParse(raw);
  if (!reply.success) return err(appError("reply-not-understood", { channel: at }));
  if (!reply.data.ok) return err(reply.data.error);
  const value = spec.output.safeParse(reply.data.value);
  if (value.success) return ok(value.data);
  const place = value.error.issues[0]?.path.map(String).join(".") || "(top)";
  return err(appError("reply-not-understood", { channel: at, at: place }));
}

/** The typed client of the contract: each reply is parsed, each failure comes back as a value. */
export function clientOver(send: Send): DeskClient {
  const groups = Object.entries(contract).map(([group, procedures]) => {
    const names = Object.entries(procedures).map(([name, spec]: [string, Procedure]) => [
      name,
      async (input: unknown) => await call(send, { group, name }, spec, input),
    ]);
    return [group, Object.fromEntries(names)];
  });
  // Built from the contract itself, so it has exactly the contract's names; the mapped type cannot see that.
  return Object.fromEntries(groups) as DeskClient;
}
