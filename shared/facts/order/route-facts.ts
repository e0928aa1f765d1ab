import type { Route } from "#shared/model";
import type { Context } from "../context.ts";
import { type Fact, fact, fieldFact, known, open } from "../define.ts";

const route = (context: Context): Route => context.dossier.order.route ?? {};

/** The ids of everyone named as end user: on the route, on a line or on an end use. */
export function endUserIds(context: Context): readonly string[] {
  const { order } = context.dossier;
  const named = [
    ...(order.route?.endUsers ?? []),
    ...order.lines.map((line) => line.endUser),
    ...(order.endUses ?? []).map((use) => use.endUser),
  ];
  return [...new Set(named.filter((id) => id !== undefined))];
}

/** What the way from seller to rack is, as drawn in the order (US-R-07, FM-08). */
export const routeFacts: readonly Fact[] = [
  fieldFact({ id: "route.kind", subject: "route", type: "text" }, (context) => ({
    value: route(context).kind,
    path: "order.route.kind",
  })),
  fieldFact({ id: "route.export-country", subject: "route", type: "text" }, (context) => ({
    value: route(context).countryOfExport,
    path: "order.route.countryOfExport",
  })),
  fieldFact(
    { id: "route.testing-place", subject: "route", type: "text", owner: "laboratory" },
    (context) => ({
      value: route(context).testingPlace,
      path: "order.route.testingPlace",
    }),
  ),
  fact({ id: "route.transit", subject: "route", type: "set" }, ({ context, ask, owner }) => {
    const { transit } = route(context);
    return transit === undefined ? open(owner, [ask("order.route.transit")]) : known(transit);
  }),
  fact(
    { id: "route.consuming-unit-is-end-user", subject: "route", type: "bool" },
    ({ context, ask, owner }) => {
      const unit = route(context).consumingUnit;
      const users = endUserIds(context);
      if (unit === undefined) return open(owner, [ask("order.route.consumingUnit")]);
      if (users.length === 0) return open(owner, [ask("order.route.endUsers")]);
      return known(users.includes(unit));
    },
  ),
];
