import { daysBetween } from "#shared/kernel";
import type { Answer, ExporterFacts } from "#shared/model";
import type { Context, Field } from "../context.ts";
import { answerFact, type Fact, fact, known, open } from "../define.ts";

type Laboratory = NonNullable<ExporterFacts["laboratory"]>;
type LabAnswer = Exclude<keyof Laboratory, "party" | "testedOn" | "exportedOn">;

const laboratory = (context: Context): Laboratory =>
  context.dossier.order.exporterFacts?.laboratory ?? {};

function stated(id: string, key: LabAnswer): Fact {
  return answerFact(
    { id: `order.laboratory.${id}`, subject: "order", owner: "laboratory" },
    (context): Field<Answer> => ({
      value: laboratory(context)[key],
      path: `order.exporterFacts.laboratory.${key}`,
    }),
  );
}

/** What only the testing laboratory can state (US-R-16, US-R-17). */
export const laboratoryFacts: readonly Fact[] = [
  stated("headquartered-in-us", "headquarteredInUs"),
  stated("controlled-from-d5", "controlledFromD5"),
  stated("independent", "independent"),
  // Who leaves the question open but names a place elsewhere has answered it; a place in the country alone answers nothing.
  answerFact(
    { id: "order.laboratory.tests-in-us", subject: "order", owner: "laboratory" },
    (context) => {
      const answer = laboratory(context).testsInUs;
      const place = context.dossier.order.route?.testingPlace;
      const isOpen = answer === undefined || answer.value === "unknown";
      return {
        value: isOpen && place !== undefined && place !== "US" ? { value: "no" as const } : answer,
        path: "order.exporterFacts.laboratory.testsInUs",
      };
    },
  ),
  stated("sample-of-every-shipment", "sampleOfEveryShipment"),
  stated("qualification-revoked", "qualificationRevoked"),
  fact(
    {
      id: "order.laboratory.days-before-export",
      subject: "order",
      type: "number",
      owner: "laboratory",
    },
    ({ context, ask, owner }) => {
      const { testedOn, exportedOn } = laboratory(context);
      if (testedOn === undefined)
        return open(owner, [ask("order.exporterFacts.laboratory.testedOn")]);
      if (exportedOn === undefined)
        return open(owner, [ask("order.exporterFacts.laboratory.exportedOn")]);
      return known(String(daysBetween(testedOn, exportedOn)));
    },
  ),
];
