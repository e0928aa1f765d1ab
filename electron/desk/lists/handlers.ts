import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { listSources } from "#shared/lists";
import { ENGINE, knownFigures, type ListIndex } from "#shared/screening";
import { keepAdverse } from "../orders/adverse-checks.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { compareList } from "./compare-list.ts";
import { decideMatch, orderHits, signDecision } from "./decisions.ts";
import { hitRow, screenNames } from "./hits.ts";
import { importLists } from "./import-lists.ts";
import type { ListFile } from "./list-registry.ts";
import { findMatches } from "./open-matches.ts";
import { screenBatch } from "./screen-batch.ts";

/** Imported lists and looking names up in them. */
export function listHandlers(context: DeskContext): DeskHandlers["lists"] {
  const { lists, grants, workspace, jobs, clockAndIds } = context;

  async function hitsOf(
    indexes: readonly ListIndex[],
    order: string | undefined,
    names: readonly string[],
  ): Promise<Result<ReturnType<typeof hitRow>[]>> {
    const named = screenNames(indexes, names).map(hitRow);
    if (order === undefined) return ok(named);
    const own = await orderHits(context, indexes, order);
    return own.ok ? ok([...own.value, ...named]) : own;
  }

  return {
    list: lists.list,
    import: async ({ grant, fileName }) => {
      const file = grants.take(grant);
      if (!file.ok) return file;
      const given = [{ name: fileName, bytes: file.value.bytes }];
      const imported = await importLists(context, given, { today: clockAndIds.today() });
      const only = imported.ok ? imported.value[0] : undefined;
      if (!imported.ok) return imported;
      return only === undefined ? err(appError("list-empty", { file: fileName })) : ok(only);
    },
    importFiles: ({ files, ...about }) => {
      const given: ListFile[] = [];
      for (const { grant, fileName } of files) {
        const file = grants.take(grant);
        if (!file.ok) return Promise.resolve(file);
        given.push({ name: fileName, bytes: file.value.bytes });
      }
      const options = { ...about, today: clockAndIds.today() };
      const job = jobs.start((started) => importLists(context, given, options, started));
      return Promise.resolve(ok({ job }));
    },
    compare: ({ id }) =>
      Promise.resolve(ok({ job: jobs.start((job) => compareList(context, id, job)) })),
    sources: () =>
      Promise.resolve(
        ok(
          listSources.map((source) => ({
            ...source,
            lists: [...source.lists],
            formats: [...source.formats],
          })),
        ),
      ),
    matches: () => Promise.resolve(ok({ job: jobs.start((job) => findMatches(context, job)) })),
    batch: ({ grant, fileName, language }) => {
      const taken = grants.take(grant);
      if (!taken.ok) return Promise.resolve(taken);
      const file = { ...taken.value, fileName };
      const job = jobs.start((started) => screenBatch(context, file, language, started));
      return Promise.resolve(ok({ job }));
    },
    remove: async ({ id }) => done(await lists.remove(id)),
    decide: (input) => decideMatch(context, input),
    sign: (input) => signDecision(context, input),
    accuracy: () => Promise.resolve(ok({ engine: ENGINE, ...knownFigures() })),
    screen: async ({ order, names }) => {
      const indexes = await lists.indexes();
      if (!indexes.ok) return indexes;
      const hits = await hitsOf(indexes.value, order, names ?? []);
      if (!hits.ok) return hits;
      if (order !== undefined) {
        const dossier = hits.value.length > 0 ? await context.dossierOf(order) : undefined;
        const kept =
          dossier?.ok === true ? await keepAdverse(context, dossier.value) : ok(undefined);
        if (!kept.ok) return kept;
        const recorded = await workspace.journal.record(
          "screening.run",
          { collection: "orders", id: order },
          { lists: indexes.value.length, hits: hits.value.length },
        );
        if (!recorded.ok) return recorded;
      }
      return hits;
    },
  };
}
