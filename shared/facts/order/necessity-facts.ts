import type { Bilingual, Necessity } from "#shared/model";
import type { Context } from "../context.ts";
import { type Fact, fact, fieldFact, known, open } from "../define.ts";

const necessity = (context: Context): Necessity => context.dossier.order.necessity ?? {};

const isBlank = (text: Bilingual) => `${text.zh ?? ""}${text.en ?? ""}`.trim() === "";

/** A text given in either language; blank text is a known no. */
function written(id: string, key: "statement" | "domesticPurchasePlan"): Fact {
  return fact({ id, subject: "order", type: "bool" }, ({ context, ask, owner }) => {
    const text = necessity(context)[key];
    const isGiven = text?.zh !== undefined || text?.en !== undefined;
    if (text === undefined || !isGiven) return open(owner, [ask(`order.necessity.${key}`)]);
    return known(!isBlank(text));
  });
}

/** Why domestic chips do not suffice, as far as it was written down; what it says is never judged (CN-I-06, AL-11). */
export const necessityFacts: readonly Fact[] = [
  written("order.necessity.stated", "statement"),
  written("order.necessity.domestic-plan", "domesticPurchasePlan"),
  fact(
    { id: "order.necessity.alternatives", subject: "order", type: "number" },
    ({ context, ask, owner }) => {
      const { alternatives } = necessity(context);
      if (alternatives === undefined) return open(owner, [ask("order.necessity.alternatives")]);
      return known(String(alternatives.length));
    },
  ),
  fact(
    { id: "order.necessity.claims", subject: "order", type: "number" },
    ({ context, ask, owner }) => {
      const { claims } = necessity(context);
      if (claims === undefined) return open(owner, [ask("order.necessity.claims")]);
      return known(String(claims.length));
    },
  ),
  fact(
    { id: "order.necessity.claims-without-evidence", subject: "order", type: "number" },
    ({ context, ask, owner }) => {
      const { claims } = necessity(context);
      if (claims === undefined) return open(owner, [ask("order.necessity.claims")]);
      return known(String(claims.filter(({ evidence }) => evidence.length === 0).length));
    },
  ),
  fieldFact({ id: "order.necessity.need-date", subject: "order", type: "date" }, (context) => ({
    value: necessity(context).needDate,
    path: "order.necessity.needDate",
  })),
];
