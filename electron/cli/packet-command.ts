import { appError, err } from "#shared/kernel";
import type { Command } from "./command.ts";

/** `packet build|verify`: packets as folders and zips. */
export const packetCommand: Command = {
  name: "packet",
  help: "cli.help.packet",
  options: {
    set: { type: "string" },
    out: { type: "string" },
    "as-of": { type: "string" },
    evidence: { type: "string" },
    list: { type: "string", multiple: true },
    pack: { type: "string", multiple: true },
    zip: { type: "boolean" },
    json: { type: "boolean" },
  },
  run: () => Promise.resolve(err(appError("packet-sets-missing"))),
};
