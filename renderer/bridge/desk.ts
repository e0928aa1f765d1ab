import "./no-code-from-text.ts";
import type { DeskClient } from "#shared/ipc";
import { ok, type Result } from "#shared/kernel";
import { clientOver } from "./client.ts";
import { type DeskCommand, electronDesk } from "./electron-transport.ts";
import { firstPicture } from "./first-picture.ts";
import { type FollowOptions, followJob, type JobOutcome } from "./jobs.ts";
import { openSession } from "./loopback-transport.ts";
import { saveOffered, type UploadOptions, uploadFile } from "./transfers.ts";

export type { DeskCommand } from "./electron-transport.ts";
export { pictureIsComing } from "./first-picture.ts";
export type { FollowOptions, JobOutcome, JobProgress } from "./jobs.ts";
export type { UploadOptions } from "./transfers.ts";

/** The desk as the page knows it: every name of the contract, and what needs more than one call. */
export interface Desk {
  readonly client: DeskClient;
  /** Sends a file in pieces; the grant stands for its bytes in the call that takes them. */
  upload(file: Blob, fileName: string, options?: UploadOptions): Promise<Result<{ grant: string }>>;
  /** Hands an offered file to the person: a dialog in Electron, a download in the browser. `saved` is false when cancelled; `place` is there where the host can show the file in its folder. */
  save(offer: {
    grant: string;
    fileName: string;
  }): Promise<Result<{ saved: boolean; place?: string }>>;
  /** Waits for a long piece of work, tells of its progress, and cancels it when the signal says so. */
  follow(job: string, options?: FollowOptions): Promise<Result<JobOutcome>>;
  /** Calls back when the menu or the system asks for something; returns what ends that. Silent in the browser. */
  onCommand(listener: (command: DeskCommand) => void): () => void;
}

/** Finds the host this page was opened by: Electron's bridge, or the loopback server that the page came from. */
export async function connectDesk(): Promise<Result<Desk>> {
  const electron = electronDesk(globalThis);
  if (electron !== undefined) {
    return ok(deskOver(clientOver(electron.send, firstPicture), electron.onCommand));
  }
  const session = await openSession(globalThis);
  return session.ok
    ? ok(deskOver(clientOver(session.value, firstPicture), () => () => undefined))
    : session;
}

/** A desk over any client: what `connectDesk` returns, and what a test gives its own client. */
export function deskOver(client: DeskClient, onCommand: Desk["onCommand"]): Desk {
  return {
    client,
    upload: async (file, fileName, options = {}) =>
      await uploadFile(client, file, fileName, options),
    save: async (offer) => await saveOffered(client, offer),
    follow: async (job, options = {}) => await followJob(client, job, options),
    onCommand,
  };
}
