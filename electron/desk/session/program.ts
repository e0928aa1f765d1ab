import type { Managed, NamedKey, UpdateFinding } from "#node/host";
import type { DeskHandlers, ManagedView } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import type { Grants } from "./grants.ts";

/** What a host knows of the program that it runs. */
export type ProgramPort = {
  /** The engines underneath with their versions. */
  readonly runtime: string;
  /** The licences of all libraries with their words; empty where the libraries lie beside the program. */
  readonly licenceBook: () => Promise<string>;
  /** Versions, counts and the end of the log: nothing of the workspace. */
  readonly diagnostics: () => Promise<string>;
  readonly managed?: Managed;
  /** Absent where the program is not installed but run from its sources. */
  readonly updates?: {
    readonly folders: () => readonly string[];
    readonly keys: readonly NamedKey[];
    readonly look: () => Promise<readonly UpdateFinding[]>;
    /** Lets the person choose an update file; undefined when they chose none. */
    readonly pick: () => Promise<UpdateFinding | undefined>;
  };
};

/** One line per library: its chapter's first two lines in the licence book, as packaging writes it. */
export function librariesOf(book: string): readonly { name: string; licence: string }[] {
  const chapter = /^(\S+ \d[^\n]*)\nLicence: ([^\n]+)$/gm;
  return [...book.matchAll(chapter)].map(([, name = "", licence = ""]) => ({ name, licence }));
}

function viewOf(managed: Managed): ManagedView {
  return {
    workspace: managed.workspace !== undefined,
    trustedPackKeys: (managed.trustedPackKeys ?? []).map(({ name }) => name),
    onlyTheseKeys: managed.onlyTheseKeys ?? false,
    encryptionRequired: managed.encryptionRequired ?? false,
    updates: managed.updates !== undefined,
    ...(managed.language === undefined ? {} : { language: managed.language }),
    ...(managed.autoLockMinutes === undefined ? {} : { autoLockMinutes: managed.autoLockMinutes }),
  };
}

/** The program about itself; answers also while no workspace is open. */
export function programHandlers({
  host,
  version,
  grants,
}: {
  readonly host: { readonly program?: ProgramPort };
  readonly version: string;
  readonly grants: Grants;
}): DeskHandlers["program"] {
  const { program } = host;
  const textFile = (fileName: string, text: string) =>
    grants.offer({
      fileName,
      mediaType: "text/plain",
      bytes: () => Promise.resolve(ok(Buffer.from(text, "utf8"))),
    });
  return {
    about: async () =>
      ok({
        version,
        runtime: program?.runtime ?? "",
        libraries: [...librariesOf((await program?.licenceBook()) ?? "")],
        ...(program?.managed === undefined ? {} : { managed: viewOf(program.managed) }),
      }),
    licences: async () => {
      const book = (await program?.licenceBook()) ?? "";
      return book === "" ? err(appError("no-licence-book")) : ok(textFile("licences.txt", book));
    },
    diagnostics: async () => {
      const text = (await program?.diagnostics()) ?? "";
      return ok({ text, ...textFile("h200-desk-diagnostics.txt", text) });
    },
    updates: async () =>
      ok({
        folders: [...(program?.updates?.folders() ?? [])],
        signers: (program?.updates?.keys ?? []).map(({ name }) => name),
        picks: program?.updates !== undefined,
        found: [...((await program?.updates?.look()) ?? [])],
      }),
    pickUpdate: async () => {
      const found = await program?.updates?.pick();
      return ok(found === undefined ? {} : { found });
    },
  };
}
