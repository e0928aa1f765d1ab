import type { StartSetter } from "#node/pdf";
import type { TaskHost } from "#node/tasks";
import type { CheckInput, Glance, Report } from "#shared/check";
import type { Lang } from "#shared/i18n";
import type { DeskHandlers, GroupOf } from "#shared/ipc";
import type { CivilDate, Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Lane, Reading, Track } from "#shared/rules";
import type { KdfStrength, KeyStore, Unlock } from "#store";
import type { ActStore } from "../acts/act-store.ts";
import type { ListRegistry } from "../lists/list-registry.ts";
import type { PacketBuilder } from "../packet-builder/packet-request.ts";
import type { PackRegistry } from "../packs/pack-registry.ts";
import type { KeyCost } from "../reviews/person-keys.ts";
import type { WorkspaceTotals } from "../totals/workspace-totals.ts";
import type { BackupPlan } from "../workspace/backup-plan.ts";
import type { Store } from "../workspace/collections.ts";
import type { ClockAndIds, DeskWorkspace, OfferedFile } from "../workspace/desk-workspace.ts";
import type { createChangeFeed } from "./change-feed.ts";
import type { Grants } from "./grants.ts";
import type { Jobs } from "./jobs.ts";
import type { ProgramPort } from "./program.ts";

/** What differs between Electron, the loopback host and the command line. */
export type HostPort = {
  readonly kind: "electron" | "loopback" | "cli";
  readonly platform: string;
  /** The language that a person asked for when starting the desk. */
  readonly language?: Lang;
  /** Asks where to and writes. A host without it answers `saved: false` and serves the grant itself. */
  readonly saveFile?: (
    file: OfferedFile,
  ) => Promise<
    Result<{ readonly saved: boolean; readonly name?: string; readonly place?: string }>
  >;
  /** Shows a file that was saved in this session in the system's file manager; `place` is what saving answered. */
  readonly showFile?: (place: string) => Result<void>;
  /** What the host knows of the program itself. */
  readonly program?: ProgramPort;
  /** Asks for a folder in a window of the system; nothing when the person gave up. */
  readonly chooseFolder?: () => Promise<string | undefined>;
};

/** What each handler is given, whatever it answers; only composition roots construct these. */
export type DeskAdapters = {
  readonly host: HostPort;
  readonly version: string;
  readonly workspace: DeskWorkspace;
  /** The opened workspace itself: versions, bin, keys, bundles, backups, the bytes of evidence. */
  readonly store: Store;
  readonly changeFeed: ReturnType<typeof createChangeFeed>;
  readonly backupPlan: BackupPlan;
  /** The key store of this system, where the host has one. */
  readonly keyStore?: KeyStore;
  /** Closes this workspace and goes on with another one. */
  readonly reopen: (path: string, unlock: Unlock) => Promise<Result<void>>;
  /** Told when settings were saved: when the desk locks may be another time now. */
  readonly settingsSaved: () => Promise<void>;
  /** Replaced in tests, where guessing need not cost much. */
  readonly strength?: KdfStrength;
  /** The same for the keys of persons. */
  readonly keyCost?: KeyCost;
  readonly tenantWorker?: string;
  /** Where fonts and the typesetter are found, and what sets a paper in a process of its own. */
  readonly packaging: {
    readonly root: string;
    readonly version: string;
    readonly setter?: StartSetter;
  };
  /** Where work that may grow without end is done; without it, in this process. */
  readonly tasks?: TaskHost;
  readonly grants: Grants;
  readonly jobs: Jobs;
  readonly clockAndIds: ClockAndIds;
};

/** Handlers that need an open workspace; `start` and `program` are answered by the session in front of them. */
export type OpenHandlers = Omit<DeskHandlers, "start" | "program">;

/** A desk over an open workspace. */
export type OpenDesk = {
  readonly group: <G extends keyof OpenHandlers>(name: G) => Promise<OpenHandlers[G]>;
  readonly dispose: () => Promise<void>;
};

/** A desk in operation. */
export type Desk = {
  readonly group: GroupOf;
  readonly grants: Grants;
  readonly dispose: () => Promise<void>;
};

/** For which day and under which reading to ask; the local day and the working reading unless said. */
export type CheckOptions = {
  readonly asOf?: CivilDate;
  readonly reading?: Reading;
};

/** What handlers are given that check, look up, screen or build: its code is loaded when the first of them is called. */
export type DeskContext = DeskAdapters & {
  readonly packs: PackRegistry;
  /** What persons signed: reviews, seals, confirmations, changes of keys, roles and drafters. */
  readonly acts: ActStore;
  readonly lists: ListRegistry;
  readonly packets: () => Promise<PacketBuilder>;
  /** What each group orders over all orders of the workspace. */
  readonly totals: WorkspaceTotals;
  readonly dossierOf: (order: string) => Promise<Result<Dossier>>;
  readonly reportOf: (dossier: Dossier, options: CheckOptions) => Promise<Result<Report>>;
  /** What a check of this dossier takes: packs and lists in use, and the look-ups that a second person confirmed. */
  readonly checkInputOf: (dossier: Dossier, options: CheckOptions) => Promise<Result<CheckInput>>;
  /** The lanes under given packs, for comparing laws. */
  readonly lanesOn: (input: CheckInput) => Promise<Result<Readonly<Record<Track, Lane>>>>;
  /** Both tracks in a few lines, for what stands beside a draft. */
  readonly glanceOf: (dossier: Dossier) => Promise<Result<Readonly<Record<Track, Glance>>>>;
  /** The lanes alone, many times quicker. */
  readonly lanesFor: (
    dossier: Dossier,
    options: CheckOptions,
  ) => Promise<Result<Readonly<Record<Track, Lane>>>>;
};
