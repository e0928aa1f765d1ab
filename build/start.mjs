import process from "node:process";
import { parseArgs } from "node:util";
import { chooseHost } from "./setup/electron.mjs";
import { ensureBuilt, prepare } from "./setup/index.mjs";
import { inProject } from "./setup/paths.mjs";
import { run } from "./setup/run.mjs";
import { giveUp, say } from "./setup/say.mjs";

const help = `npm start -- [--host electron|browser] [--no-open] [--workspace DIR] [--port N] [--lang zh|en]

  --host       the window the desk opens in; left out, Electron where it can be had, else the browser
  --no-open    serve on this machine and print the address, but open nothing
  --workspace  the folder with the team's data (default: H200 Desk in your home folder)
  --port       the port on 127.0.0.1 (default: any free one; browser only)
`;

function readOptions() {
  try {
    return parseArgs({
      options: {
        host: { type: "string" },
        "no-open": { type: "boolean" },
        workspace: { type: "string" },
        port: { type: "string" },
        lang: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (cause) {
    return giveUp(`${cause.message}\n\n${help}`);
  }
}

const options = readOptions();
if (options.help) {
  process.stdout.write(help);
  process.exit(0);
}
if (options.host && !["electron", "browser"].includes(options.host)) {
  giveUp(`--host is electron or browser, not "${options.host}".`);
}

const node = prepare();
await ensureBuilt(node);
const choice = await chooseHost({ asked: options.host, noOpen: options["no-open"] === true });
say(
  `${choice.host === "electron" ? "opening the desk in Electron" : "serving the desk to your browser"}: ${choice.why}`,
);

const passOn = ["workspace", "port", "lang"].flatMap((name) => {
  const value = options[name];
  return value === undefined || (name === "port" && choice.host === "electron")
    ? []
    : [`--${name}`, value];
});
const cwd = process.env.INIT_CWD ?? process.cwd();
if (choice.host === "electron") {
  process.exitCode = await run(choice.program, [inProject(), ...passOn], { cwd });
} else {
  const open = options["no-open"] ? ["--no-open"] : [];
  process.exitCode = await run(
    node,
    [inProject("dist", "node", "loopback.mjs"), ...passOn, ...open],
    { cwd },
  );
}
