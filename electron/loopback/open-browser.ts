import { spawn } from "node:child_process";

/** The program that opens a page with the default browser, by platform; no shell takes part. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  linux: ["xdg-open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/**
 * Opens a page of this disk in the default browser; resolves with false where none could be started. Everybody on the
 * machine can read the arguments of a program: a path is all that is ever passed on.
 */
export function openBrowser(path: string, platform: NodeJS.Platform): Promise<boolean> {
  const opener = openers[platform];
  if (opener === undefined) return Promise.resolve(false);
  const [program, ...args] = opener;
  return new Promise((resolve) => {
    const child = spawn(program, [...args, path], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
