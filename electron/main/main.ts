import { resolve } from "node:path";
import { app } from "electron";
import { declareScheme } from "./app-protocol.ts";
import { readArguments } from "./arguments.ts";
import { Desktop } from "./desktop.ts";

// The first words are the program and, in development, the project's folder.
const options = readArguments(process.argv.slice(app.isPackaged ? 1 : 2));

async function run(): Promise<void> {
  const desktop = new Desktop(options);
  let isFlushed = false;
  app.on("before-quit", (event) => {
    if (isFlushed) return;
    event.preventDefault();
    const quit = () => {
      isFlushed = true;
      app.quit();
    };
    desktop.close().then(quit, quit);
  });
  app.on("window-all-closed", () => app.quit());
  // macOS hands files over by this event, also before the app is ready.
  app.on("open-file", (event, path) => {
    event.preventDefault();
    desktop.files.take([path]);
  });
  // Somebody may start the program again while it starts.
  app.on("second-instance", (_event, argv, folder) => {
    desktop.show();
    desktop.files.take(readArguments(argv.slice(1)).files.map((path) => resolve(folder, path)));
  });
  await app.whenReady();
  if (!(await desktop.start(options))) return app.quit();
  app.on("activate", () => desktop.show());
}

declareScheme();
app.enableSandbox();
// Nothing of this page speaks to another machine; what Chromium has for calls finds no way out.
app.commandLine.appendSwitch("force-webrtc-ip-handling-policy", "disable_non_proxied_udp");
if (app.requestSingleInstanceLock()) await run();
else app.quit();
