import type { Result } from "#shared/kernel";
import type { PacketDocument } from "#shared/packet";
import type { AssetPlaces } from "./assets.ts";
import type { Typeset } from "./typesetter.ts";

/** What a typesetting process is sent: one document under a number that its reply repeats, and where its files lie. */
export type TypesetJob = {
  readonly id: number;
  readonly document: PacketDocument;
  readonly places: AssetPlaces;
};

/** What a typesetting process sends back; `memory` tells when it is to be replaced by a fresh one. */
export type TypesetReply = {
  readonly id: number;
  readonly result: Result<Typeset>;
  readonly memory: number;
};

/** A running typesetting process as the pool sees it. */
export type SetterProcess = {
  post(job: TypesetJob): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Whether this program waits for it before ending: while it works, not while it is idle. */
  hold(isBusy: boolean): void;
};

/** What a typesetting process tells: replies, and its end, asked for or not. */
export type SetterEvents = {
  reply(reply: TypesetReply): void;
  ended(how: string): void;
};

/** Starts a typesetting process. Node forks one; Electron, whose program cannot run as Node, has utility processes. */
export type StartSetter = (events: SetterEvents) => SetterProcess;
