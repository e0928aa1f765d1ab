import { answerFields } from "#shared/check";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, parseDossier } from "#shared/model";
import { type Program, setFields } from "#shared/rules";
import { isAdverse, keepAdverse } from "../orders/adverse-checks.ts";
import type { CheckOptions, DeskContext } from "../session/adapters.ts";
import { glanceHandlers } from "./glance.ts";
import { completenessFor } from "./hosted-completeness.ts";
import { laneMoves } from "./lane-moves.ts";
import { lookUp } from "./look-up.ts";
import { planFor } from "./plan-order.ts";

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

function withDefined(options: {
  asOf?: string | undefined;
  reading?: CheckOptions["reading"] | undefined;
}): CheckOptions {
  return {
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
    ...(options.reading === undefined ? {} : { reading: options.reading }),
  };
}

type Versions = Parameters<DeskHandlers["check"]["affected"]>[0]["packs"];

/** The packs of both sides: those in use, with one of them in two versions where versions are compared. */
async function lawsOf(
  { packs }: DeskContext,
  versions: Versions,
): Promise<Result<{ readonly from: readonly Program[]; readonly to: readonly Program[] }>> {
  const active = await packs.active();
  if (!active.ok) return active;
  if (versions === undefined) return ok({ from: active.value, to: active.value });
  const { id, from, to } = versions;
  const before = await packs.find(id, from);
  if (!before.ok) return before;
  const after = await packs.find(id, to);
  if (!after.ok) return after;
  const others = active.value.filter(({ pack }) => pack.track !== before.value.program.pack.track);
  return ok({
    from: [...others, before.value.program],
    to: [...others, after.value.program],
  });
}

/** Asking the packs: once, with other values, on another day, for every draft at once. */
export function checkHandlers(context: DeskContext): DeskHandlers["check"] {
  const { workspace } = context;

  return {
    run: async ({ order, asOf, reading }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const report = await context.reportOf(dossier.value, withDefined({ asOf, reading }));
      if (!report.ok) return report;
      const kept = isAdverse(report.value.tracks)
        ? await keepAdverse(context, dossier.value)
        : ok(undefined);
      if (!kept.ok) return kept;
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
      return await completenessFor(context.tasks, dossier.value, context.clockAndIds.today());
    },
    ...glanceHandlers(context),
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
    plan: (input) => planFor(context, input),
    fields: async ({ order, facts }) => {
      const dossier = await context.dossierOf(order);
      if (!dossier.ok) return dossier;
      const fields = answerFields(dossier.value, facts, context.clockAndIds.today());
      return ok(
        facts.flatMap(({ fact, subject: { id: subject } }) => {
          const path = fields.get(`${fact}@${subject}`);
          return path === undefined ? [] : [{ fact, subject, path }];
        }),
      );
    },
    lookUp: (input) => lookUp(context, input),
    affected: async ({ asOf, compareTo, packs }) => {
      const today = asOf ?? context.clockAndIds.today();
      const laws = await lawsOf(context, packs);
      if (!laws.ok) return laws;
      return await laneMoves(
        context,
        { packs: laws.value.from, asOf: compareTo ?? today },
        { packs: laws.value.to, asOf: today },
      );
    },
  };
}
