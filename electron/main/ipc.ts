import type { IpcMain, IpcMainInvokeEvent, WebContents } from "electron";
import { mapNames } from "#channels";
import type { Router } from "#shared/ipc";
import { appError } from "#shared/kernel";
import { isOwnAddress } from "./app-origin.ts";

/** Whether a message comes from the top frame of a window of ours that shows our own page. */
export function isOwnSender(
  event: Pick<IpcMainInvokeEvent, "sender" | "senderFrame">,
  isOurs: (contents: WebContents) => boolean,
): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  return isOurs(event.sender) && isOwnAddress(frame.url);
}

/** Serves every name of the contract, and no other, to the app's own page. */
export function serveIpc(
  ipc: IpcMain,
  route: Router,
  isOurs: (contents: WebContents) => boolean,
  onRefused: (what: string) => void,
): void {
  mapNames((group, name) => {
    ipc.handle(`desk:${group}.${name}`, async (event, input: unknown) => {
      if (isOwnSender(event, isOurs)) return await route(group, name, input);
      onRefused("message");
      return { ok: false, error: appError("foreign-sender", { channel: `${group}.${name}` }) };
    });
  });
}
