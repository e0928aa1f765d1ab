import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { appError, err, ok } from "#shared/kernel";
import type { Command, ExitCode } from "../command.ts";
import { placeOf } from "../inputs.ts";

/** The loopback host as a program of its own: beside this bundle, or in the sources. */
function loopbackEntry(): string | undefined {
  const here = import.meta.dirname;
  return [
    join(here, "loopback.mjs"),
    join(here, "..", "loopback.mjs"),
    join(here, "..", "..", "loopback", "main.ts"),
  ].find((path) => existsSync(path));
}

/** `serve`: the same desk in a browser of this machine. The host reads its options as any program does. */
export const serveCommand: Command = {
  name: "serve",
  help: "cli.help.serve",
  options: {
    workspace: { type: "string" },
    port: { type: "string" },
    "no-open": { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(0);
    if (!words.ok) return words;
    const port = args.text("port");
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
      return err(appError("cli-port", { value: port.slice(0, 40) }));
    const entry = loopbackEntry();
    if (entry === undefined) return err(appError("cli-no-loopback"));
    const workspace = args.text("workspace");
    const facts =
      workspace === undefined
        ? undefined
        : await stat(placeOf(io, workspace)).catch(() => undefined);
    if (facts !== undefined && !facts.isDirectory())
      return err(appError("input-is-file", { file: workspace ?? "" }));
    process.argv = [
      process.argv[0] ?? "node",
      entry,
      "--lang",
      args.lang,
      ...(workspace === undefined ? [] : ["--workspace", placeOf(io, workspace)]),
      ...(port === undefined ? [] : ["--port", port]),
      ...(args.has("no-open") ? ["--no-open"] : []),
    ];
    await import(pathToFileURL(entry).href);
    const code = Number(process.exitCode ?? 0);
    return ok((code >= 0 && code <= 3 ? code : 3) as ExitCode);
  },
};
