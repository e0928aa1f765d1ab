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
import type { ActStore } from "../acts/act-store.ts";
import type { ListRegistry } from "../lists/list-registry.ts";
import type { PacketBuilder } from "../packet-builder/packet-request.ts";
import type { PackRegistry } from "../packs/pack-registry.ts";
import type { KeyCost } from "../reviews/person-keys.ts";
import { collections, type Store } from "../workspace/collections.ts";
import type { ClockAndIds, WorkspacePort } from "../workspace/ports.ts";
import { seedWorkspace } from "../workspace/products.ts";
import { createWorkspacePort } from "../workspace/workspace-port.ts";
import type { DeskAdapters, HostPort, OpenDesk } from "./adapters.ts";
import { createDesk } from "./create-desk.ts";
import { createJobs } from "./jobs.ts";
import { lazyPort } from "./lazy.ts";
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
  /** Replaced in tests. */
  readonly packets?: PacketBuilder;
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

/** An opened workspace: itself, and as the desk sees it. */
export type OpenedStore = { readonly store: Store; readonly port: WorkspacePort };

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
export async function openStore(
  options: StoreOptions,
  wishes: OpenWishes,
): Promise<Result<OpenedStore>> {
  const { now, newId } = options.clockAndIds ?? machineClockAndIds;
  const encrypt = encryptionOf(options, wishes);
  const opened = await openWorkspace({
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
  return opened.ok ? ok({ store: opened.value, port: createWorkspacePort(opened.value) }) : opened;
}

/** Opens only the workspace, for commands that need no desk. */
export async function openWorkspacePort(
  options: Pick<OpenDeskOptions, "workspace" | "mode" | "create" | "owner" | "clockAndIds"> & {
    readonly unlock?: Unlock;
  },
): Promise<Result<WorkspacePort>> {
  const opened = await openStore(options, {
    path: options.workspace,
    mode: options.mode ?? "write",
    create: options.create ?? true,
    takeOver: false,
    unlock: options.unlock,
  });
  return opened.ok ? ok(opened.value.port) : opened;
}

/** The typesetter and the bag writer; what was never used need not be ended. */
function lazyPacketBuilder(
  options: OpenDeskOptions,
  packs: PackRegistry,
  lists: ListRegistry,
): PacketBuilder {
  let made: Promise<PacketBuilder> | undefined;
  const make = async (): Promise<PacketBuilder> =>
    (await import("../packet-builder/packet-builder.ts")).createPacketBuilder({
      ...options,
      packs: async () => {
        const held = await packs.all();
        const sound = held.ok ? held.value.filter(({ refused }) => refused === undefined) : [];
        return sound.map(({ program }) => program);
      },
      // A packet may have been made with lists that others have superseded since.
      lists: () => lists.indexes({ all: true }),
    });
  const names = {
    build: true,
    verify: true,
    file: true,
    page: true,
    find: true,
    office: true,
    keyCard: true,
    warm: true,
  } as const;
  const works = lazyPort<Omit<PacketBuilder, "dispose">>(names, () => {
    made ??= make();
    return made;
  });
  return { ...works, dispose: async () => await (await made)?.dispose() };
}

/** While something changes, a snapshot is taken this often unless the settings say otherwise. */
const SNAPSHOT_HOURS = 1;

/** The desk over an opened workspace, made of the adapters of this machine. */
export async function openDeskOver(
  options: OpenDeskOptions,
  opened: OpenedStore,
  around: Pick<DeskAdapters, "grants" | "reopen">,
): Promise<Result<OpenDesk>> {
  const { store } = opened;
  const workspace = {
    ...opened.port,
    settings: managedSettings(
      opened.port.settings,
      options.host.program?.managed,
      options.host.language,
    ),
  };
  const seeded = await seedWorkspace(workspace);
  const settings = seeded.ok ? await workspace.settings.get() : seeded;
  if (!settings.ok) return settings;
  // Who was at work last need not be who sits here now: the journal names nobody until a key is unlocked.
  workspace.actAs(undefined);
  const { everyHours, dir } = settings.value.backup ?? { everyHours: SNAPSHOT_HOURS };
  workspace.planBackups(dir === undefined ? { everyHours } : { everyHours, dir });
  const acts = lazyPort<ActStore>({ read: true, entrants: true, sign: true }, async () =>
    (await import("../acts/act-store.ts")).createActStore(
      workspace,
      options.clockAndIds ?? machineClockAndIds,
    ),
  );
  const packs = lazyPort<PackRegistry>(
    { all: true, active: true, find: true, setAside: true, import: true },
    async () => {
      const { files, journal } = workspace;
      const { packTrust } = await import("../packs/trusted-keys.ts");
      const trust = () => packTrust({ acts, host: options.host });
      return (await import("../packs/pack-registry.ts")).createPackRegistry({
        files,
        journal,
        trust,
      });
    },
  );
  const lists = lazyPort<ListRegistry>(
    { list: true, indexes: true, snapshots: true, import: true, states: true, remove: true },
    async () => (await import("../lists/list-registry.ts")).createListRegistry(workspace.files),
  );
  return ok(
    createDesk({
      host: options.host,
      version: options.version,
      workspace,
      store,
      acts,
      ...around,
      ...(options.keyStore === undefined ? {} : { keyStore: options.keyStore }),
      ...(options.strength === undefined ? {} : { strength: options.strength }),
      ...(options.keyCost === undefined ? {} : { keyCost: options.keyCost }),
      ...(options.tenantWorker === undefined ? {} : { tenantWorker: options.tenantWorker }),
      packs,
      lists,
      ...(options.tasks === undefined ? {} : { tasks: new TaskHost(options.tasks) }),
      packets: options.packets ?? lazyPacketBuilder(options, packs, lists),
      jobs: createJobs((fault) => options.onFault(fault, "job")),
      clockAndIds: options.clockAndIds ?? machineClockAndIds,
    }),
  );
}
