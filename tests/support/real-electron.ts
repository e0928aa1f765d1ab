import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron as electron } from "playwright";
import type { DesktopApp, DesktopWishes } from "./desktop-app.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "node_modules", "electron");

/** Electron's own program, where it is on this machine and there is a screen to show a window on. */
export function realElectron(): string | undefined {
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const base = process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? join(folder, "dist");
  const program = join(base, readFileSync(pathFile, "utf8").trim());
  const hasScreen =
    process.platform !== "linux" ||
    Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
  return existsSync(program) && hasScreen ? program : undefined;
}

const notHere = (what: string) => () =>
  Promise.reject(new Error(`Real Electron does not let a test ${what}; the stand-in does.`));

/** The built program on real Electron, under the names that tests use for the stand-in. */
export async function launchReal(wishes: DesktopWishes = {}): Promise<DesktopApp> {
  const executablePath = realElectron();
  if (executablePath === undefined) throw new Error("Electron's program is not on this machine.");
  const made = await mkdtemp(join(tmpdir(), "desk-electron-"));
  const workspace = wishes.workspace ?? join(made, "workspace");
  const userData = wishes.userData ?? join(made, "user-data");
  const app = await electron.launch({
    executablePath,
    args: [
      root,
      `--user-data-dir=${userData}`,
      `--workspace=${workspace}`,
      `--lang=${wishes.lang ?? "zh"}`,
      ...(process.platform === "linux" ? ["--no-sandbox"] : []),
    ],
  });
  const page = await app.firstWindow();
  let isOver = false;
  const quit = async () => {
    const process = app.process();
    isOver = true;
    await app.close();
    return process.exitCode;
  };
  return {
    page,
    workspace,
    userData,
    answerDialog: async (method, value) => {
      await app.evaluate(
        ({ dialog }, [name, answer]) => {
          Object.assign(dialog, { [String(name)]: () => Promise.resolve(answer) });
        },
        [method, value] as const,
      );
    },
    events: notHere("see what the program asked of the system"),
    moments: notHere("see when it asked"),
    menu: async () =>
      await app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.items.map((item) => [
          item.label,
          item.submenu?.items.map(({ label }) => label),
        ]),
      ),
    press: async (...labels) => {
      await app.evaluate(({ Menu }, [first, second]) => {
        const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === first);
        menu?.submenu?.items.find(({ label }) => label === second)?.click();
      }, labels);
    },
    forge: notHere("send a message as another frame would"),
    emit: async (event, ...args) => {
      await app.evaluate(
        ({ app: main }, [name, rest]) => {
          main.emit(name as "activate", ...(rest as []));
        },
        [event, args] as const,
      );
    },
    crash: async () => {
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      );
    },
    quit,
    close: async () => {
      if (!isOver) await quit();
      await rm(made, { recursive: true, force: true });
    },
  };
}
