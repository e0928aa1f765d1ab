import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { createWorkspaceSession, type ProgramPort, type WorkspaceSession } from "#desk";
import {
  createLog,
  diagnosticText,
  type Log,
  type Managed,
  managedPlace,
  memoryFile,
  programVersion,
  readManaged,
  readPageFiles,
} from "#node/host";
import { forkedSetter } from "#node/pdf";
import { forkedTasks } from "#node/tasks";
import {
  errorText,
  type Lang,
  languages,
  type MessageKey,
  type MessageParams,
  translate,
} from "#shared/i18n";
import { createRouter } from "#shared/ipc";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { type LinkPage, writeLinkPage } from "./link-page.ts";
import { openBrowser } from "./open-browser.ts";
import { type LoopbackServer, startServer } from "./server.ts";
import { type Access, type AccessSources, createAccess } from "./session-access.ts";

/** How a person asked for the desk in the browser. */
export interface ServeOptions {
  readonly workspace: string;
  /** Whether a person named the workspace; otherwise the one that was open last is taken. */
  readonly named: boolean;
  readonly port: number;
  readonly lang: Lang;
  /** What a workspace without settings of its own speaks; its own default where nobody asked. */
  readonly pageLang?: Lang | undefined;
  /** Whether to open the default browser. */
  readonly open: boolean;
}

/** The folder above dist, which holds the page and the rule packs too. */
const root = join(import.meta.dirname, "..", "..");

interface Running {
  readonly workspace: string;
  readonly desk: WorkspaceSession;
  readonly server: LoopbackServer;
  readonly access: Access;
}

async function listen(
  desk: WorkspaceSession,
  log: Log,
  port: number,
  events: Pick<AccessSources, "onOpened" | "onUsedTwice">,
): Promise<Result<Omit<Running, "workspace">, AppError>> {
  const access = createAccess({
    newSecret: () => randomBytes(32).toString("base64url"),
    now: () => performance.now(),
    ...events,
  });
  const onFault = (fault: unknown, where: string) => log.fault(fault, where);
  const parts = {
    access,
    route: createRouter(desk.group, onFault),
    page: await readPageFiles(join(root, "dist", "renderer")),
    redeem: desk.grants.redeem,
    onFault,
  };
  try {
    return ok({ desk, access, server: await startServer(parts, port) });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    return err(appError("port-not-usable", { port, reason }));
  }
}

function programPort(logFile: string, managed: Managed | undefined): ProgramPort {
  const runtime = `Node ${process.versions.node}`;
  return {
    runtime,
    // Run from its sources: the libraries lie beside it with their licences.
    licenceBook: () => Promise.resolve(""),
    diagnostics: async () =>
      await diagnosticText({
        version: programVersion(root),
        runtime,
        refused: new Map(),
        managed: Object.keys(managed ?? {}).filter((name) => name !== "schema"),
        log: logFile,
      }),
    ...(managed === undefined ? {} : { managed }),
  };
}

/** Opens the workspace as far as that needs no person; what keeps it closed is said here and on the page. */
async function openAll(
  options: ServeOptions,
  events: Pick<AccessSources, "onOpened" | "onUsedTwice">,
): Promise<Result<Running, AppError>> {
  const managed = await readManaged(managedPlace(process.platform));
  if (!managed.ok) return managed;
  const workspace = managed.value?.workspace ?? options.workspace;
  // Beside the workspace, not in it: a folder that is not yet a workspace stays empty.
  const logFile = join(dirname(memoryFile()), "desk.log");
  const log = createLog(logFile, () => new Date().toISOString());
  const desk = createWorkspaceSession({
    host: {
      kind: "loopback",
      platform: process.platform,
      ...(options.pageLang === undefined ? {} : { language: options.pageLang }),
      program: programPort(logFile, managed.value),
    },
    version: programVersion(root),
    workspace,
    explicit: options.named,
    memory: memoryFile(),
    root,
    setter: forkedSetter(join(import.meta.dirname, "typeset-worker.mjs")),
    tenantWorker: join(import.meta.dirname, "tenant-worker.mjs"),
    tasks: forkedTasks(join(import.meta.dirname, "task-worker.mjs")),
    onFault: (fault, where) => log.fault(fault, where),
  });
  const begun = await desk.begin();
  if (!begun.ok) process.stderr.write(`${errorText(options.lang, begun.error)}\n`);
  const running = await listen(desk, log, options.port, events);
  if (running.ok) return ok({ ...running.value, workspace });
  await desk.dispose();
  return running;
}

/** Resolves when the person or the system ends the program. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
  });
}

const LINK_LIFE_MS = 5 * 60 * 1000;

/** Serves the desk to this machine's browser until it is stopped; resolves with the exit code. */
export async function serve(options: ServeOptions): Promise<number> {
  const say = (key: MessageKey, params: MessageParams = {}) =>
    process.stdout.write(`${translate(options.lang, key, params)}\n`);
  let linkPage: LinkPage | undefined;
  const removePage = async () => {
    const page = linkPage;
    linkPage = undefined;
    await page?.remove();
  };
  const running = await openAll(options, {
    onOpened: () => void removePage().catch(() => undefined),
    onUsedTwice: () => say("loopback.twice"),
  });
  if (!running.ok) {
    process.stderr.write(`${errorText(options.lang, running.error)}\n`);
    return 2;
  }
  const { desk, server, access, workspace } = running.value;
  const newAddress = () => `${server.origin}/#token=${access.issueToken()}`;
  const address = newAddress();
  say("loopback.workspace", { path: workspace });
  say("loopback.ready", { address });
  say("loopback.once");
  const input = createInterface({ input: process.stdin });
  input.on("line", (line) => {
    const ends = languages.some(
      (lang) => translate(lang, "loopback.endWord") === line.trim().toLowerCase(),
    );
    if (ends) say("loopback.ended", { count: access.endAll() });
    else say("loopback.link", { address: newAddress() });
  });
  if (options.open) {
    linkPage = await writeLinkPage(address, options.lang, process.platform).catch(() => undefined);
    const path = linkPage?.path;
    const isOpen = path !== undefined && (await openBrowser(path, process.platform));
    if (!isOpen) say("loopback.noBrowser");
  }
  // A link that nobody took is void by then; its page goes too.
  const unused = setTimeout(() => void removePage().catch(() => undefined), LINK_LIFE_MS);
  await untilStopped();
  clearTimeout(unused);
  await removePage().catch(() => undefined);
  input.close();
  await server.close();
  await desk.dispose();
  say("loopback.stopped");
  return 0;
}
