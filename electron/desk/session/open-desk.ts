import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import type { StartSetter } from "#node/pdf";
import { type StartTasks, TaskHost } from "#node/tasks";
import { type CivilDate, ok, type Result } from "#shared/kernel";
import {
  type EncryptOptions,
  type KdfStrength,
  type KeyStore,
  openWorkspace,
  type Unlock,
} from "#store";
import type { KeyCost } from "../reviews/person-keys.ts";
import { createBackupPlan } from "../workspace/backup-plan.ts";
import { collections, type Store } from "../workspace/collections.ts";
import type { ClockAndIds } from "../workspace/desk-workspace.ts";
import { seedWorkspace } from "../workspace/products.ts";
import { workspaceOf } from "../workspace/workspace-books.ts";
import type { DeskAdapters, HostPort, OpenDesk } from "./adapters.ts";
import { createChangeFeed } from "./change-feed.ts";
import { createDesk } from "./desk-groups.ts";
import { createJobs } from "./jobs.ts";
import { managedSettings } from "./managed-settings.ts";

/** What a host must say to have a desk. */
export type OpenDeskOptions = {
  /** The workspace folder; made when it is not there. */
  readonly workspace: string;
  /** The folder above dist, where fonts and the typesetter are found. */
  readonly root: string;
  /** Starts a typesetting process; without it documents are typeset in this one. */
  readonly setter?: StartSetter;
  /** The file of the threads that look tenants up; without it they are looked up in this one. */
  readonly tenantWorker?: string;
  /** Starts a process for work that may grow without end; without it that is done in this one. */
  readonly tasks?: StartTasks;
  readonly host: HostPort;
  readonly version: string;
  /** `write` takes the workspace's lock; `read` looks only and leaves nothing behind. */
  readonly mode?: "write" | "read";
  readonly create?: boolean;
  /** Who opens it, shown to a second opener; the name this user is signed in with unless said. */
  readonly owner?: string;
  /** False where nobody named the workspace: then the one that was open last is taken. */
  readonly explicit?: boolean;
  /** A small file of this machine in which opened workspaces are remembered. */
  readonly memory?: string;
  /** The key store of this system. */
  readonly keyStore?: KeyStore;
  /** Replaced in tests, where guessing a passphrase need not cost much. */
  readonly strength?: KdfStrength;
  /** The same for the keys of persons. */
  readonly keyCost?: KeyCost;
  readonly onFault: (fault: unknown, where: string) => void;
  readonly clockAndIds?: ClockAndIds;
};

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** The local calendar day of this machine. */
export function localDay(): CivilDate {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** Time and chance of this machine. Ids are lower case, so that they are file names everywhere. */
export const machineClockAndIds: ClockAndIds = {
  now: () => new Date().toISOString(),
  today: localDay,
  newId: (prefix) => `${prefix}_${randomBytes(10).toString("hex")}`,
};

/** The name this user is signed in with; a second opener is told it. */
function signedInName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some systems have a user without a name.
    return "";
  }
}

/** How a workspace is to be opened. */
export type OpenWishes = {
  readonly path: string;
  readonly mode: "write" | "read";
  readonly create: boolean;
  readonly takeOver: boolean;
  readonly unlock?: Unlock | undefined;
  readonly encrypt?: { readonly passphrase: string; readonly keyStore: boolean } | undefined;
};

type StoreOptions = Pick<OpenDeskOptions, "clockAndIds" | "owner" | "keyStore" | "strength">;

function encryptionOf(options: StoreOptions, wishes: OpenWishes): EncryptOptions | undefined {
  if (wishes.encrypt === undefined) return undefined;
  const { passphrase, keyStore } = wishes.encrypt;
  return {
    passphrase,
    ...(options.strength === undefined ? {} : { strength: options.strength }),
    ...(keyStore && options.keyStore !== undefined ? { keyStore: options.keyStore } : {}),
  };
}

/** Opens a workspace folder with the desk's collections. */
export async function openStore(options: StoreOptions, wishes: OpenWishes): Promise<Result<Store>> {
  const { now, newId } = options.clockAndIds ?? machineClockAndIds;
  const encrypt = encryptionOf(options, wishes);
  return await openWorkspace({
    dir: wishes.path,
    collections,
    now,
    newId,
    mode: wishes.mode,
    create: wishes.create,
    owner: options.owner ?? signedInName(),
    ...(wishes.takeOver ? { lock: { takeOver: true } } : {}),
    ...(wishes.unlock === undefined ? {} : { unlock: wishes.unlock }),
    ...(encrypt === undefined ? {} : { encrypt }),
  });
}

/** While something changes, a snapshot is taken this often unless the settings say otherwise. */
const SNAPSHOT_HOURS = 1;

/** The desk over an opened workspace, made of the adapters of this machine. */
export async function openDeskOver(
  options: OpenDeskOptions,
  store: Store,
  around: Pick<DeskAdapters, "grants" | "reopen" | "settingsSaved">,
): Promise<Result<OpenDesk>> {
  const { root, version, setter, host } = options;
  const own = workspaceOf(store);
  const workspace = {
    ...own,
    settings: managedSettings(own.settings, host.program?.managed, host.language),
  };
  const seeded = await seedWorkspace(store, workspace.books.products);
  const settings = seeded.ok ? await workspace.settings.get() : seeded;
  if (!settings.ok) return settings;
  const backupPlan = createBackupPlan(store);
  const { everyHours, dir } = settings.value.backup ?? { everyHours: SNAPSHOT_HOURS };
  backupPlan.follow(dir === undefined ? { everyHours } : { everyHours, dir });
  return ok(
    createDesk({
      host,
      version,
      workspace,
      store,
      changeFeed: createChangeFeed(store),
      backupPlan,
      packaging: { root, version, ...(setter === undefined ? {} : { setter }) },
      ...around,
      ...(options.keyStore === undefined ? {} : { keyStore: options.keyStore }),
      ...(options.strength === undefined ? {} : { strength: options.strength }),
      ...(options.keyCost === undefined ? {} : { keyCost: options.keyCost }),
      ...(options.tenantWorker === undefined ? {} : { tenantWorker: options.tenantWorker }),
      ...(options.tasks === undefined ? {} : { tasks: new TaskHost(options.tasks) }),
      jobs: createJobs((fault) => options.onFault(fault, "job")),
      clockAndIds: options.clockAndIds ?? machineClockAndIds,
    }),
  );
}
