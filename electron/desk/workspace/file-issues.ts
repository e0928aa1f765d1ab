import type { DeskHandlers } from "#shared/ipc";
import { type AppError, appError, err, ok } from "#shared/kernel";
import type { Issue } from "#store";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookOf, collectionOf, nameOfSummary } from "./book-names.ts";
import { done, mapOk } from "./books.ts";
import { bookCollections } from "./collections.ts";

/** What leaves a document standing still until a person accepts what is shown of it. */
const ACCEPTABLE = new Set([
  "store.document-damaged",
  "store.document-missing",
  "store.document-rolled-back",
  "store.changed-outside",
  "store.not-in-journal",
]);

function keyOf({ error, collection = "", id = "" }: Issue): string {
  return `${error.code}|${collection}|${id}`.slice(0, 400);
}

/** Parameters as they may travel: lists that can be changed by nobody become plain lists. */
export function wireError(error: AppError) {
  return {
    code: error.code,
    params: Object.fromEntries(
      Object.entries(error.params).map(([name, value]) => [
        name,
        typeof value === "object" ? [...value] : value,
      ]),
    ),
  };
}

type Names = Pick<
  DeskHandlers["workspace"],
  "backupPlan" | "verifyBackup" | "backupDocuments" | "fileIssues" | "accept" | "dismiss" | "retry"
>;

/** What a person should know of the files: damage, changes from outside, edits in memory only, how snapshots stand. */
export function fileIssueHandlers(context: DeskAdapters): Names {
  const { store, workspace, backupPlan } = context;
  const nameOf = (collection: string, id: string): string => {
    const name = bookCollections.find((known) => known === collection);
    const row =
      name === undefined
        ? undefined
        : store
            .collection(name)
            .list()
            .find((one) => one.id === id);
    return nameOfSummary(id, row?.summary);
  };
  return {
    backupPlan: async () => {
      const settings = await workspace.settings.get();
      const everyHours = settings.ok ? (settings.value.backup?.everyHours ?? 1) : 1;
      const dir = settings.ok ? settings.value.backup?.dir : undefined;
      const problem = backupPlan.problem();
      return ok({
        dir: store.backups.dir,
        outside: dir !== undefined,
        everyHours,
        ...(problem === undefined ? {} : { problem: wireError(problem) }),
      });
    },
    verifyBackup: async ({ id }) => {
      // What the disk spoilt is written anew where the workspace still has it; what is left is told.
      const { backups } = store;
      const report = await (store.mode === "write" ? backups.mend(id) : backups.verify(id));
      if (!report.ok) return report;
      const { checked, missing, damaged } = report.value;
      if (store.mode === "write")
        await store.record({
          by: workspace.actor(),
          verb: "backup.verify",
          subject: { collection: "backups", id },
          detail: { checked, missing: missing.length, damaged: damaged.length },
        });
      return ok({ checked, missing: [...missing], damaged: [...damaged] });
    },
    backupDocuments: async ({ id }) =>
      mapOk(await store.backupDocuments(id), (documents) =>
        documents.flatMap(({ collection, id: document, revision, savedAt, state, summary }) => {
          const book = bookOf(collection);
          if (book === undefined) return [];
          const name = nameOfSummary(document, summary);
          return [{ book, id: document, name, revision, savedAt, state }];
        }),
      ),
    fileIssues: async ({ look }) => {
      if (look && store.mode === "write") await store.scanChanges();
      return ok({
        issues: store.issues().map((issue) => {
          const { collection = "", id } = issue;
          const book = bookOf(collection);
          return {
            key: keyOf(issue),
            error: wireError(issue.error),
            ...(book === undefined ? {} : { book }),
            ...(id === undefined ? {} : { id, name: nameOf(collection, id) }),
            acceptable:
              book !== undefined && store.mode === "write" && ACCEPTABLE.has(issue.error.code),
          };
        }),
        unsaved: store.unsaved().flatMap(({ collection, id, error }) => {
          const book = bookOf(collection);
          return book === undefined
            ? []
            : [{ book, id, name: nameOf(collection, id), error: wireError(error) }];
        }),
      });
    },
    accept: async ({ book, id }) =>
      done(await store.collection(collectionOf(book)).adopt(id, { by: workspace.actor() })),
    dismiss: ({ key }) => {
      const issue = store.issues().find((one) => keyOf(one) === key);
      if (issue === undefined) return Promise.resolve(err(appError("not-found", { id: key })));
      store.dismiss(issue);
      return Promise.resolve(ok({}));
    },
    retry: async () => ok({ left: (await store.retryUnsaved()).length }),
  };
}
