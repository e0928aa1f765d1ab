import { completenessOf } from "#shared/check";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, parseDossier } from "#shared/model";
import { type Lane, setFields, tracks } from "#shared/rules";
import type { CheckOptions, DeskContext } from "./adapters.ts";

type WhatIf = Parameters<DeskHandlers["check"]["whatIf"]>[0];

/** The dossier with some fields set to other values; refused when the result is no dossier. */
export function changedDossier(dossier: Dossier, changes: WhatIf["set"]): Result<Dossier> {
  const changed = setFields(dossier, changes);
  if (!changed.ok) return changed;
  const parsed = parseDossier(changed.value);
  return parsed.ok
    ? parsed
    : err(appError("what-if-shape", { ...parsed.error.params, code: parsed.error.code }));
}

type Moved = { readonly track: (typeof tracks)[number]; readonly from: Lane; readonly to: Lane };

function withDefined(options: {
  asOf?: string | undefined;
  reading?: CheckOptions["reading"] | undefined;
}): CheckOptions {
  return {
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.reading === undefined ? {} : { reading: options.reading }),
  };
}

/** Asking the packs: once, with other values, on another day, for every draft at once. */
export function checkHandlers(context: DeskContext): DeskHandlers["check"] {
  const { workspace } = context;

  async function movesOf(
    order: string,
    asOf: string | undefined,
    compareTo: string | undefined,
  ): Promise<Result<readonly Moved[]>> {
    const dossier = await context.dossierOf(order);
    if (!dossier.ok) return dossier;
    const now = await context.lanesFor(dossier.value, withDefined({ asOf }));
    if (!now.ok) return now;
    const then = await context.lanesFor(dossier.value, withDefined({ asOf: compareTo ?? asOf }));
    if (!then.ok) return then;
    return ok(
      tracks.flatMap((track) => {
        const from = then.value[track];
        const to = now.value[track];
        return from === to ? [] : [{ track, from, to }];
      }),
    );
  }

  return {
    run: async ({ order, asOf, reading }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const report = await context.reportOf(dossier.value, withDefined({ asOf, reading }));
      if (!report.ok) return report;
      const recorded = await workspace.journal.record(
        "check.run",
        { collection: "orders", id: order },
        {
          asOf: report.value.asOf,
          "cn-import": report.value.tracks["cn-import"].lane,
          "us-export": report.value.tracks["us-export"].lane,
        },
      );
      return recorded.ok ? report : recorded;
    },
    completeness: async ({ order }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      return ok(completenessOf(dossier.value, { asOf: context.ambient.today() }));
    },
    whatIf: async ({ order, asOf, reading, set }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const changed = changedDossier(dossier.value, set);
      if (!changed.ok) return changed;
      const options = withDefined({ asOf, reading });
      const before = await context.reportOf(dossier.value, options);
      if (!before.ok) return before;
      const after = await context.reportOf(changed.value, options);
      if (!after.ok) return after;
      return ok({ before: before.value.tracks, after: after.value.tracks });
    },
    affected: async ({ asOf, compareTo }) => {
      const found: { order: string; title: string; moves: readonly Moved[] }[] = [];
      for (const { id, summary } of workspace.books.orders.list()) {
        const moves = await movesOf(id, asOf, compareTo);
        if (!moves.ok) return moves;
        if (moves.value.length > 0)
          found.push({ order: id, title: summary.title, moves: moves.value });
      }
      return ok(found);
    },
  };
}
