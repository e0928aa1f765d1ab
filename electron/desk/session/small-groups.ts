import type { DeskHandlers } from "#shared/ipc";
import { ok } from "#shared/kernel";
import { bookHandlers, done, flatList, mapOk, namedList } from "../workspace/books.ts";
import { present } from "../workspace/collections.ts";
import { fileIssueHandlers, wireError } from "../workspace/file-issues.ts";
import type { DeskContext } from "./adapters.ts";

/** What the page must know of the place it runs in. */
export function hostHandlers(context: DeskContext): DeskHandlers["host"] {
  const { host, version, clockAndIds, workspace } = context;
  return {
    info: async () => {
      const info = await workspace.info();
      if (!info.ok) return info;
      const { path, readOnly, readOnlyReason } = info.value;
      return ok({
        kind: host.kind,
        version,
        platform: host.platform,
        today: clockAndIds.today(),
        workspace: path,
        readOnly,
        ...(readOnlyReason === undefined
          ? {}
          : { readOnlyReason: readOnlyReason.code, readOnlyBecause: wireError(readOnlyReason) }),
      });
    },
  };
}

/** Choices of this desk. */
export function settingsHandlers({ workspace }: DeskContext): DeskHandlers["settings"] {
  return {
    get: () => workspace.settings.get(),
    save: async (settings) => {
      const stored = await workspace.settings.get();
      if (!stored.ok) return stored;
      // Whose name the journal bears takes a passphrase, and whose packs are trusted takes a signed act.
      const { currentPerson: _asked, ...rest } = settings;
      const { currentPerson, trustedPackKeys } = stored.value;
      const kept = { ...rest, trustedPackKeys };
      const saved = await workspace.settings.save(
        currentPerson === undefined ? kept : { ...kept, currentPerson },
      );
      if (!saved.ok) return saved;
      if (settings.backup !== undefined) workspace.planBackups(present(settings.backup));
      return done(await workspace.journal.record("settings.change"));
    },
  };
}

/** Data centres and laboratories. */
export function siteHandlers({ workspace }: DeskContext): DeskHandlers["sites"] {
  const { sites } = workspace.books;
  return { ...bookHandlers(sites), list: () => Promise.resolve(ok(namedList(sites))) };
}

/** Filed packets and what became of them; each under the title of its order. */
export function caseHandlers({ workspace }: DeskContext): DeskHandlers["cases"] {
  const { cases, orders } = workspace.books;
  return {
    ...bookHandlers(cases),
    list: () => {
      const titles = new Map(
        orders
          .list()
          .map(({ id, summary }) => [id, { title: summary.title, units: summary.units }]),
      );
      const rows = flatList(cases.list()).map((row) => ({ ...row, ...titles.get(row.order) }));
      return Promise.resolve(ok(rows.toSorted((a, b) => (a.savedAt > b.savedAt ? -1 : 1))));
    },
  };
}

/** The record of what happened. */
export function journalHandlers({
  workspace,
  grants,
  clockAndIds,
}: DeskContext): DeskHandlers["journal"] {
  return {
    show: ({ subject, before, limit }) =>
      workspace.journal.show({
        limit,
        ...(subject === undefined ? {} : { subject }),
        ...(before === undefined ? {} : { before }),
      }),
    verify: async () =>
      mapOk(await workspace.journal.verify(), ({ breaks, ...report }) => ({
        ...report,
        breaks: breaks.map(wireError),
      })),
    export: async () => {
      const lines = await workspace.journal.show({ limit: Number.MAX_SAFE_INTEGER });
      return mapOk(lines, (all) => {
        const text = all
          .toReversed()
          .map((line) => `${JSON.stringify(line)}\n`)
          .join("");
        return grants.offer({
          fileName: `journal-${clockAndIds.today()}.ndjson`,
          mediaType: "application/x-ndjson",
          bytes: () => Promise.resolve(ok(Buffer.from(text, "utf8"))),
        });
      });
    },
  };
}

/** The folder itself: backups, quarantine, news. */
export function workspaceHandlers(context: DeskContext): DeskHandlers["workspace"] {
  const { workspace } = context;
  return {
    ...fileIssueHandlers(context),
    info: async () => {
      const info = await workspace.info();
      if (!info.ok) return info;
      const { readOnlyReason: _reason, ...rest } = info.value;
      return ok(rest);
    },
    backup: () => workspace.backup(),
    backups: () => workspace.backups(),
    restoreBackup: async ({ id, document }) => done(await workspace.restoreBackup(id, document)),
    quarantined: () => workspace.quarantined(),
    changes: ({ since, waitMs }) => workspace.changes(since, waitMs),
  };
}

/** Long work that goes on while the page does something else. */
export function jobHandlers({ jobs }: DeskContext): DeskHandlers["jobs"] {
  return {
    status: ({ job, waitMs }) => jobs.status(job, waitMs),
    cancel: ({ job }) => Promise.resolve(done(jobs.cancel(job))),
  };
}
