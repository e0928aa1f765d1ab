import { isAbsolute } from "node:path";
import type { Managed } from "#node/host";
import type { DeskHandlers, GroupName } from "#shared/ipc";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { createIdleLock, type IdleLock, inspectFolder, type Unlock } from "#store";
import { done } from "../workspace/books.ts";
import type { Store } from "../workspace/collections.ts";
import { wireError } from "../workspace/file-issues.ts";
import type { Desk, DeskAdapters, OpenDesk, OpenHandlers } from "./adapters.ts";
import { createGrants } from "./grants.ts";
import { type OpenDeskOptions, openDeskOver, openStore } from "./open-desk.ts";
import { programHandlers } from "./program.ts";
import { createRecent } from "./recent-workspaces.ts";
import { startHandlers } from "./start.ts";

type OpenInput = Parameters<DeskHandlers["start"]["open"]>[0];
type State = "open" | "locked" | "closed";

/** A desk whose workspace may be opened, locked and exchanged while the host goes on. */
export type WorkspaceSession = Desk & {
  /** Opens the workspace that the host was started with, as far as that needs no person. */
  readonly begin: () => Promise<Result<void>>;
  readonly open: (input: OpenInput) => Promise<Result<{ readonly recoveryCode?: string }>>;
  /** Locks what may lock by itself: nobody is at the machine any more. */
  readonly lockUnattended: () => Promise<void>;
  /** Told when a workspace was opened or closed. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Runs one opening or closing at a time. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
    /** Resolves when no opening or closing is under way. */
    settled: () => last,
  };
}

type Opened = { readonly desk: OpenDesk; readonly store: Store };

/** What stands between a host and the workspace: nothing is open, it is locked, or all calls pass to the open desk. */
class SessionManager implements WorkspaceSession {
  readonly grants = createGrants();
  readonly #listeners = new Set<() => void>();
  readonly #always: Pick<DeskHandlers, "start" | "program">;
  readonly #options: OpenDeskOptions;
  readonly #rules: Managed | undefined;
  /** A workspace to play in; it is not remembered among the real ones. */
  readonly #samplePath: string;
  readonly #recent: ReturnType<typeof createRecent>;
  readonly #turns = createTurns();
  #path: string;
  #state: State = "closed";
  #current: Opened | undefined;
  #problem: AppError | undefined;
  /** Once locked by hand or by time, only a secret that a person types opens it again. */
  #askAgain = false;
  #idle: IdleLock | undefined;
  #minutes = 0;
  #isConverting = false;

  constructor(options: OpenDeskOptions) {
    this.#options = options;
    this.#path = options.workspace;
    this.#recent = createRecent(options.memory);
    this.#rules = options.host.program?.managed;
    this.#samplePath = `${options.workspace}-sample`;
    const opening = {
      describe: this.#describe,
      open: this.open,
      lock: this.#lock,
      touch: this.#touch,
    };
    this.#always = {
      start: startHandlers(opening, options.host.chooseFolder),
      program: programHandlers({ ...options, grants: this.grants }),
    };
  }

  /** The handlers of a group of whatever is open; without an open workspace only `start` and `program` answer. */
  readonly group = async <G extends GroupName>(name: G): Promise<Result<DeskHandlers[G]>> => {
    const always: Partial<DeskHandlers> = this.#always;
    const known = always[name];
    if (known !== undefined) return ok(known);
    const desk = await this.#open();
    if (desk === undefined) return err(this.#refusal());
    const found = await desk.group(name as keyof OpenHandlers);
    const ruled = name === "encryption" && this.#mustOpenToEncrypt();
    return ok((ruled ? { ...found, encrypt: this.#encryptUnderRules } : found) as DeskHandlers[G]);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The open desk. A call that comes while one workspace is exchanged for another waits, and meets the new one. */
  async #open(): Promise<OpenDesk | undefined> {
    await this.#turns.settled();
    return this.#current?.desk;
  }

  /** Why a call that needs an open workspace is refused. */
  #refusal(): AppError {
    return appError(this.#state === "locked" ? "desk-locked" : "desk-closed");
  }

  /** Nothing was ever opened here and nobody named a folder: a person decides before anything is made. */
  #isFirstRun(kind: string, recent: readonly string[]): boolean {
    if (this.#options.explicit !== false || (kind !== "missing" && kind !== "empty")) return false;
    return this.#rules?.workspace === undefined
      ? recent.length === 0
      : !recent.includes(this.#rules.workspace);
  }

  async begin(): Promise<Result<void>> {
    const recent = await this.#recent.list();
    const asked = this.#options.explicit !== false || this.#rules?.workspace !== undefined;
    if (!asked) this.#path = recent[0] ?? this.#path;
    const look = await inspectFolder(this.#path);
    if (!look.ok) return this.#refuse(look.error);
    const { kind, ways, manifest } = look.value;
    if (this.#isFirstRun(kind, recent)) return ok(undefined);
    // A folder that was known and is gone is not made anew: the disk may only not be plugged in.
    if (kind === "missing" && !asked && recent.length > 0)
      return this.#refuse(appError("store.no-workspace", { path: this.#path }));
    if (manifest?.encryption === undefined) {
      const opened = await this.open(this.#plainInput());
      return opened.ok ? ok(undefined) : opened;
    }
    if (ways.includes("key-store") && this.#options.keyStore !== undefined) {
      const opened = await this.open({ ...this.#plainInput(), unlock: { keyStore: true } });
      if (opened.ok) return ok(undefined);
      if (opened.error.code !== "store.key-store-refused") return opened;
    }
    this.#state = "locked";
    return ok(undefined);
  }

  #plainInput(): OpenInput {
    const mode = this.#options.mode ?? "write";
    return { path: this.#path, mode, create: this.#options.create ?? true, takeOver: false };
  }

  #refuse(error: AppError): Result<void> {
    this.#problem = error;
    return err(error);
  }

  readonly open = (input: OpenInput): Promise<Result<{ readonly recoveryCode?: string }>> =>
    this.#turns.take(() => this.#openNow(input));

  async #openNow(input: OpenInput): Promise<Result<{ readonly recoveryCode?: string }>> {
    if (!isAbsolute(input.path)) return err(appError("start-path-relative", { path: input.path }));
    const allowed = await this.#allowed(input);
    if (!allowed.ok) return this.#failed(allowed.error);
    const unlock = this.#unlockOf(input.unlock);
    if (!unlock.ok) return unlock;
    const closed = await this.#closeNow(false);
    if (!closed.ok) return closed;
    this.#path = input.path;
    const opened = await openStore(this.#options, { ...input, unlock: unlock.value });
    if (!opened.ok) return this.#failed(opened.error);
    const desk = await openDeskOver(this.#options, opened.value, {
      grants: this.grants,
      reopen: this.#reopen,
      settingsSaved: this.#followSettings,
    });
    if (!desk.ok) {
      await opened.value.close({ force: true });
      return this.#failed(desk.error);
    }
    this.#current = { desk: desk.value, store: opened.value };
    this.#state = "open";
    this.#problem = undefined;
    this.#askAgain = false;
    if (input.path !== this.#samplePath) await this.#recent.add(input.path);
    await this.#followSettings();
    this.#tell();
    const { recoveryCode } = opened.value;
    return ok(recoveryCode === undefined ? {} : { recoveryCode });
  }

  /** The firm's rules ask for encryption, and what is open is a plain workspace that they let be read only. */
  #mustOpenToEncrypt(): boolean {
    const store = this.#current?.store;
    if (!this.#rules?.encryptionRequired || store === undefined) return false;
    return !store.encrypted && store.mode === "read";
  }

  /** Making the encrypted copy that the rules ask for needs the plain workspace open for writing for that one act. */
  readonly #encryptUnderRules: DeskHandlers["encryption"]["encrypt"] = async (input) => {
    const plain = { path: this.#path, create: false, takeOver: false } as const;
    this.#isConverting = true;
    const opened = await this.open({ ...plain, mode: "write" });
    this.#isConverting = false;
    const desk = await this.#open();
    if (!opened.ok) return opened;
    if (desk === undefined) return err(this.#refusal());
    const copied = await (await desk.group("encryption")).encrypt(input);
    if (!copied.ok) await this.open({ ...plain, mode: "read" });
    return copied;
  };

  /** What the firm's rules say of opening this folder in this way. */
  async #allowed(input: OpenInput): Promise<Result<void>> {
    const { workspace, encryptionRequired = false } = this.#rules ?? {};
    if (workspace !== undefined && input.path !== workspace && input.path !== this.#samplePath)
      return err(appError("managed-place", { path: input.path, place: workspace }));
    if (!encryptionRequired || input.encrypt !== undefined || this.#isConverting)
      return ok(undefined);
    const look = await inspectFolder(input.path);
    if (!look.ok) return look;
    const { kind, manifest } = look.value;
    if (kind === "missing" || kind === "empty") return err(appError("managed-encryption"));
    // Reading stays possible, so that an encrypted copy can be made of it.
    const isPlain = kind === "workspace" && manifest?.encryption === undefined;
    return isPlain && input.mode === "write" ? err(appError("managed-plain")) : ok(undefined);
  }

  #failed(error: AppError): Result<never> {
    // A wrong passphrase is answered where it was typed; it changes nothing about where the desk stands.
    const typed = ["store.wrong-passphrase", "store.wrong-recovery-code", "store.locked"];
    const secret = typed.includes(error.code) || error.code === "store.recovery-code-mistyped";
    this.#state = secret || error.code === "store.key-store-refused" ? "locked" : "closed";
    this.#problem = secret ? undefined : error;
    this.#tell();
    return err(error);
  }

  #unlockOf(typed: OpenInput["unlock"]): Result<Unlock | undefined> {
    if (typed === undefined || !("keyStore" in typed)) return ok(typed);
    const { keyStore } = this.#options;
    if (keyStore === undefined || this.#askAgain) return err(appError("store.no-key-store"));
    return ok({ keyStore });
  }

  readonly #reopen: DeskAdapters["reopen"] = (path, unlock) => {
    const input = { path, mode: "write" as const, create: false, takeOver: false };
    return this.#turns.take(async () => {
      if ("keyStore" in unlock) return err(appError("store.no-key-store"));
      return done(await this.#openNow({ ...input, unlock })) as Result<never>;
    });
  };

  readonly #lock = (): Promise<Result<void>> =>
    this.#turns.take(async () => {
      const closed = await this.#closeNow(false);
      // Who leaves the sample comes back to where real work is, or begins.
      if (closed.ok && this.#path === this.#samplePath) {
        const recent = await this.#recent.list();
        this.#path = recent[0] ?? this.#options.workspace;
      }
      return closed;
    });

  /** Locks an encrypted workspace that may lock by itself; called when the machine is locked or put to sleep. */
  async lockUnattended(): Promise<void> {
    if (this.#minutes > 0) await this.#lock();
  }

  /** Closes what is open; edits that are in memory only keep it open unless `force`. */
  async #closeNow(force: boolean): Promise<Result<void>> {
    const open = this.#current;
    if (open === undefined) return ok(undefined);
    if (!force && open.store.unsaved().length > 0) {
      const left = await open.store.retryUnsaved();
      if (left.length > 0) {
        const documents = left.map(({ collection, id }) => `${collection}/${id}`);
        return err(appError("store.unsaved-edits", { documents }));
      }
    }
    this.#idle?.stop();
    this.#idle = undefined;
    this.#current = undefined;
    this.#state = open.store.encrypted ? "locked" : "closed";
    this.#askAgain = open.store.encrypted;
    this.#problem = undefined;
    this.grants.clear();
    await open.desk.dispose();
    this.#tell();
    return ok(undefined);
  }

  dispose(): Promise<void> {
    return this.#turns.take(async () => {
      await this.#closeNow(true);
    });
  }

  readonly #touch = (): void => {
    this.#idle?.touch();
  };

  /** Takes up what the settings say of locking; called whenever they may have changed. */
  readonly #followSettings = async (): Promise<void> => {
    const open = this.#current;
    // As the desk answers them: the firm's rules may shorten the time.
    const settings = await (await open?.desk.group("settings"))?.get({});
    const encrypted = open?.store.encrypted === true;
    this.#minutes = encrypted && settings?.ok ? settings.value.autoLockMinutes : 0;
    this.#idle?.stop();
    this.#idle = undefined;
    if (this.#minutes > 0) this.#watchIdle(this.#minutes * 60_000);
  };

  #watchIdle(afterMs: number): void {
    this.#idle = createIdleLock({
      afterMs,
      later: (ms, task) => {
        const timer = setTimeout(task, ms);
        timer.unref();
        return () => clearTimeout(timer);
      },
      // The wall clock goes on while a machine sleeps; set back, it only locks later.
      clock: () => Date.now(),
      lock: () => {
        // What keeps it open now (an edit that is in memory only) may be over when it is tried again.
        void this.#lock().then((closed) => {
          if (!closed.ok) this.#watchIdle(afterMs);
        });
      },
    });
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  readonly #describe: DeskHandlers["start"]["state"] = async () => {
    await this.#turns.settled();
    const look = await inspectFolder(this.#path);
    const ways = look.ok ? look.value.ways : [];
    const recent = await this.#recent.list();
    const kind = look.ok ? look.value.kind : "other";
    const rules = this.#rules;
    const keyStore = this.#options.keyStore !== undefined;
    return ok({
      state: this.#state,
      path: this.#path,
      ways: ways.filter((way) => way !== "key-store" || (keyStore && !this.#askAgain)),
      keyStore,
      choosesFolders: this.#options.host.chooseFolder !== undefined,
      recent: [...recent],
      firstRun: this.#state === "closed" && this.#isFirstRun(kind, recent),
      placeIsSet: rules?.workspace !== undefined,
      encryptionRequired: rules?.encryptionRequired ?? false,
      // Invented data needs no encryption, but a folder for it would be a way round the rule.
      ...(rules?.encryptionRequired === true ? {} : { sample: this.#samplePath }),
      suggested: this.#options.workspace,
      minutesToLock: this.#minutes,
      ...(this.#problem === undefined ? {} : { problem: wireError(this.#problem) }),
    });
  };
}

/** Creates the session; nothing is opened until `begin` or `open`. */
export function createWorkspaceSession(options: OpenDeskOptions): WorkspaceSession {
  return new SessionManager(options);
}

/** A desk over a workspace folder that opens at once, or the reason why not. Dispose of it before the process ends. */
export async function openDesk(
  options: OpenDeskOptions & { readonly unlock?: OpenInput["unlock"] },
): Promise<Result<Desk>> {
  const session = createWorkspaceSession(options);
  const opened = await session.open({
    path: options.workspace,
    mode: options.mode ?? "write",
    create: options.create ?? true,
    takeOver: false,
    ...(options.unlock === undefined ? {} : { unlock: options.unlock }),
  });
  if (opened.ok) return ok(session);
  await session.dispose();
  return err(opened.error);
}
