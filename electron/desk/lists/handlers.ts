import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { listSources } from "#shared/lists";
import {
  entryFingerprint,
  type ListIndex,
  type PartyHit,
  type ScreenHit,
  screen,
  screenDossier,
} from "#shared/screening";
import { keepAdverse } from "../orders/adverse-checks.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { compareList } from "./compare-list.ts";
import { importLists } from "./import-lists.ts";
import type { ListFile } from "./list-registry.ts";

/** A hit as the contract and `screen --json` write it. */
export function hitRow(hit: ScreenHit | PartyHit) {
  const { entry } = hit;
  return {
    ...("party" in hit ? { party: hit.party } : {}),
    query: hit.query,
    list: hit.list,
    listSha256: hit.listSha256,
    entry: entry.id,
    name: entry.name,
    program: entry.programs.join("; "),
    kind: entry.kind,
    matched: hit.matched,
    score: hit.score,
    strength: hit.strength,
    ...(hit.found === undefined ? {} : { found: hit.found }),
    ...(hit.alignment === undefined ? {} : { pieces: hit.alignment.pieces }),
    explanation: hit.explanation,
    status: "status" in hit ? hit.status : ("possible" as const),
    ...(entry.licencePolicy === undefined ? {} : { licencePolicy: entry.licencePolicy }),
    aliases: entry.aliases,
    countries: entry.countries,
    entryHash: "entryHash" in hit ? hit.entryHash : entryFingerprint(entry),
    ...("partyHash" in hit ? { partyHash: hit.partyHash, reopened: hit.reopened } : {}),
    ...("decision" in hit && hit.decision !== undefined ? { decision: hit.decision } : {}),
  };
}

/** Every hit of some names against some lists. A text that is a registration number is looked up as one, too. */
export function screenNames(
  indexes: readonly ListIndex[],
  names: readonly string[],
): readonly ScreenHit[] {
  return names.flatMap((name) => {
    const codes = /\d/.test(name) && /^[A-Za-z0-9 .\-/]{6,40}$/.test(name) ? [name] : [];
    return indexes.flatMap((index) => screen(index, { names: [name], codes }));
  });
}

type Deciding = Parameters<DeskHandlers["lists"]["decide"]>[0];

/**
 * Records what a person decided of one possible match. The fingerprints of both sides are taken here, from the party and the entry
 * as they stand, so that the decision holds for exactly these and reopens when either changes.
 */
async function decideMatch(
  context: DeskContext,
  input: Deciding,
): Promise<Result<Record<string, never>>> {
  const { lists, workspace, clockAndIds } = context;
  const indexes = await lists.indexes();
  if (!indexes.ok) return indexes;
  const dossier = await context.dossierOf(input.order);
  if (!dossier.ok) return dossier;
  const hit = screenDossier(indexes.value, dossier.value).find(
    (one) => one.party === input.party && one.list === input.list && one.entry.id === input.entry,
  );
  if (hit === undefined) return err(appError("screening-gone", { entry: input.entry }));
  const stored = await workspace.books.orders.get(input.order);
  if (!stored.ok) return stored;
  const person = workspace.actor();
  const decision = {
    id: clockAndIds.newId("scr"),
    party: hit.party,
    list: hit.list,
    entry: hit.entry.id,
    entryHash: hit.entryHash,
    partyHash: hit.partyHash,
    decision: input.decision,
    reason: input.reason,
    date: clockAndIds.today(),
    ...(person === "" ? {} : { person }),
  };
  const { value, revision } = stored.value;
  const screening = [...(value.screening ?? []), decision];
  const saved = await workspace.books.orders.save({ ...value, screening }, revision);
  if (!saved.ok) return saved;
  return done(
    await workspace.journal.record(
      "screening.decide",
      { collection: "orders", id: input.order },
      { party: hit.party, entry: hit.entry.id, decision: input.decision },
    ),
  );
}

/** Imported lists and looking names up in them. */
export function listHandlers(context: DeskContext): DeskHandlers["lists"] {
  const { lists, grants, workspace, jobs, clockAndIds } = context;

  async function hitsOf(
    indexes: readonly ListIndex[],
    order: string | undefined,
    names: readonly string[],
  ): Promise<Result<readonly (ScreenHit | PartyHit)[]>> {
    const named = screenNames(indexes, names);
    if (order === undefined) return ok(named);
    const dossier = await context.dossierOf(order);
    return dossier.ok ? ok([...screenDossier(indexes, dossier.value), ...named]) : dossier;
  }

  return {
    list: () => lists.list(),
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
    remove: async ({ id }) => done(await lists.remove(id)),
    decide: (input) => decideMatch(context, input),
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
      return ok(hits.value.map(hitRow));
    },
  };
}
