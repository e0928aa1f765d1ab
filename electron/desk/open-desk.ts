import { randomBytes } from "node:crypto";
import { openWorkspace } from "#node/store";
import { type CivilDate, ok, type Result } from "#shared/kernel";
import type { Desk, HostPort } from "./adapters.ts";
import { collections } from "./collections.ts";
import { createDesk } from "./create-desk.ts";
import { createGrants } from "./grants.ts";
import { createJobs } from "./jobs.ts";
import { createListShelf } from "./list-shelf.ts";
import { managedSettings } from "./managed-settings.ts";
import { builtInPrograms, createPackShelf } from "./pack-shelf.ts";
import { createPacketWorks } from "./packet-maker.ts";
import type { PacketWorks } from "./packet-works.ts";
import type { Ambient, WorkspacePort } from "./ports.ts";
import { seedWorkspace } from "./products.ts";
import { createWorkspacePort } from "./workspace-port.ts";

/** What a host must say to have a desk. */
export type OpenDeskOptions = {
  /** The workspace folder; made when it is not there. */
  readonly workspace: string;
  /** The folder above dist, where fonts and the typesetter are found. */
  readonly root: string;
  /** The worker's bundle; without it documents are typeset in this thread. */
  readonly worker?: string;
  readonly host: HostPort;
  readonly version: string;
  /** `write` takes the workspace's lock; `read` looks only and leaves nothing behind. */
  readonly mode?: "write" | "read";
  readonly create?: boolean;
  /** Who opens it, shown to a second opener. */
  readonly owner?: string;
  /** Replaced in tests. */
  readonly packets?: PacketWorks;
  readonly onFault: (fault: unknown, where: string) => void;
  readonly ambient?: Ambient;
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
export const machineAmbient: Ambient = {
  now: () => new Date().toISOString(),
  today: localDay,
  newId: (prefix) => `${prefix}_${randomBytes(10).toString("hex")}`,
};

/** While something changes, a snapshot is taken this often without being asked. */
const SNAPSHOT_EVERY_MS = 60 * 60_000;

/** Opens only the workspace, for commands that need no desk. */
export async function openWorkspacePort(
  options: Pick<OpenDeskOptions, "workspace" | "mode" | "create" | "owner" | "ambient">,
): Promise<Result<WorkspacePort>> {
  const { now, newId } = options.ambient ?? machineAmbient;
  const store = await openWorkspace({
    dir: options.workspace,
    collections,
    now,
    newId,
    mode: options.mode ?? "write",
    backup: { everyMs: SNAPSHOT_EVERY_MS },
    ...(options.create === undefined ? {} : { create: options.create }),
    ...(options.owner === undefined ? {} : { owner: options.owner }),
  });
  return store.ok ? ok(createWorkspacePort(store.value)) : store;
}

/** A desk over a workspace folder, made of the adapters of this machine. Dispose of it before the process ends. */
export async function openDesk(options: OpenDeskOptions): Promise<Result<Desk>> {
  const opened = await openWorkspacePort(options);
  if (!opened.ok) return opened;
  const { managed } = options.host.program ?? {};
  const workspace = {
    ...opened.value,
    settings: managedSettings(opened.value.settings, managed),
  };
  const seeded = await seedWorkspace(workspace);
  const settings = seeded.ok ? await workspace.settings.get() : seeded;
  if (!settings.ok) {
    await workspace.close();
    return settings;
  }
  workspace.actAs(settings.value.currentPerson);
  return ok(
    createDesk({
      host: options.host,
      version: options.version,
      workspace,
      packs: createPackShelf(workspace.files),
      lists: createListShelf(workspace.files),
      packets:
        options.packets ??
        createPacketWorks({
          ...options,
          packs: () => {
            const own = builtInPrograms();
            return own.ok ? own.value.map((held) => held.program) : [];
          },
        }),
      grants: createGrants(),
      jobs: createJobs((fault) => options.onFault(fault, "job")),
      ambient: options.ambient ?? machineAmbient,
    }),
  );
}
