import { type AppError, appError, type Result, shapeProblem } from "#shared/kernel";
import type { GroupName } from "./channels.ts";
import type { Contract } from "./contract.ts";
import { contract } from "./contract.ts";
import type { ClientOf, HandlersOf, Procedure, Reply } from "./procedure.ts";

export type DeskHandlers = HandlersOf<Contract>;
export type DeskClient = ClientOf<Contract>;

/** The handlers of one group of the contract, or why none of them answers now. */
export type GroupOf = <G extends GroupName>(group: G) => Promise<Result<DeskHandlers[G]>>;

/** Called with a fault of the program (never with an expected failure), so that a host can log it. */
export type FaultReporter = (fault: unknown, channel: string) => void;

/** Takes any names and any input from outside and answers; never throws. */
export type Router = (group: string, name: string, input: unknown) => Promise<Reply>;

function failure(error: AppError): Reply {
  return { ok: false, error };
}

const groups: Readonly<Record<string, Readonly<Record<string, Procedure>>>> = contract;

/** What a name takes and answers; names that every object has are none of ours. */
function procedureOf(group: string, name: string): Procedure | undefined {
  const names = Object.hasOwn(groups, group) ? groups[group] : undefined;
  return names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined;
}

type Handlers = Readonly<Record<string, (input: unknown) => Promise<Result<unknown>>>>;

/**
 * One router for every host: it parses what comes, finds the group, calls the handler and parses what it answers. Unknown
 * names answer `unknown-channel`, wrong input `bad-input` (with place), a fault of ours `internal` with no detail that
 * could leak data.
 */
export function createRouter(groupOf: GroupOf, onFault: FaultReporter): Router {
  return async (group, name, input) => {
    const spec = procedureOf(group, name);
    const channel = `${group}.${name}`;
    if (spec === undefined)
      return failure(appError("unknown-channel", { channel: channel.slice(0, 100) }));
    try {
      const parsed = spec.input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const at = issue?.path.map(String).join(".") || "(top)";
        return failure(appError("bad-input", { channel, at, ...shapeProblem(issue) }));
      }
      const found = await groupOf(group as GroupName);
      if (!found.ok) return failure(found.error);
      const handler = (found.value as unknown as Handlers)[name];
      if (handler === undefined) throw new Error(`no handler for ${channel}`);
      const result = await handler(parsed.data);
      return result.ok
        ? { ok: true, value: spec.output.parse(result.value) }
        : failure(result.error);
    } catch (fault) {
      onFault(fault, channel);
      return failure(appError("internal", { channel }));
    }
  };
}
