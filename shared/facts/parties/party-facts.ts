import type { Answer, Party } from "#shared/model";
import type { Context, Field } from "../context.ts";
import {
  answerFact,
  type Fact,
  fact,
  factWith,
  fieldFact,
  known,
  mentionsAny,
  open,
  textsSchema,
} from "../define.ts";
import { uses, wordsSchema } from "../order/words.ts";
import { usccFacts } from "./uscc-facts.ts";

type AnswerKey =
  | "military"
  | "militaryEndUser"
  | "sensitiveGovernment"
  | "administrativeFunctions"
  | "infrastructureService"
  | "kycProcedures"
  | "holdsGoods";

function text(id: string, key: "kind" | "country" | "headquarters"): Fact {
  return fieldFact({ id, subject: "party", type: "text" }, (context, party) => ({
    value: context.parties.get(party)?.[key],
    path: `parties.${party}.${key}`,
  }));
}

function answer(id: string, key: AnswerKey): Fact {
  return answerFact(
    { id, subject: "party" },
    (context, party): Field<Answer> => ({
      value: context.parties.get(party)?.[key],
      path: `parties.${party}.${key}`,
    }),
  );
}

function infrastructure(id: string, key: "notice" | "business" | "serves"): Fact {
  return answerFact(
    { id, subject: "party" },
    (context, party): Field<Answer> => ({
      value: context.parties.get(party)?.criticalInfrastructure?.[key],
      path: `parties.${party}.criticalInfrastructure.${key}`,
    }),
  );
}

/** Whether a designation notice lies on file: answered yes, or a paper of that kind attached (DF-C-03). */
function hasNotice(context: Context, party: Party): boolean {
  const { criticalInfrastructure, evidence = [] } = party;
  if (criticalInfrastructure?.notice?.value === "yes") return true;
  return context.dossier.evidence.some(
    ({ id, kind }) => kind === "cii-notice" && evidence.includes(id),
  );
}

const functionFact = fact(
  { id: "party.public-function-stated", subject: "party", type: "bool" },
  ({ context, id, ask, owner }) => {
    const party = context.parties.get(id);
    const administrative = party?.administrativeFunctions?.value;
    if (party?.publicFunction !== undefined) return known(party.publicFunction.trim() !== "");
    if (administrative === "yes" || administrative === "no") return known(true);
    return open(owner, [ask(`parties.${id}.publicFunction`)]);
  },
);

/** A category on a certificate that was entered; a firm without state capital has no such paper, so silence is no gap (DF-S-07, DF-S-08). */
const stateCapitalFact = factWith(
  { id: "party.state-capital-in", subject: "party", type: "bool" },
  textsSchema("categories"),
  ({ context, id, args, ask, owner }) => {
    const party = context.parties.get(id);
    if (party === undefined) return open(owner, [ask(`parties.${id}`)]);
    return known(party.stateCapital !== undefined && args.categories.includes(party.stateCapital));
  },
);

/** What is known of a party itself: code, seat, business and its own answers (DF-C-06, DF-S-07, DF-U-05, DF-U-08). */
export const partyFacts: readonly Fact[] = [
  ...usccFacts,
  text("party.kind", "kind"),
  text("party.country", "country"),
  text("party.headquarters", "headquarters"),
  stateCapitalFact,
  answer("party.military", "military"),
  answer("party.military-end-user", "militaryEndUser"),
  answer("party.sensitive-government", "sensitiveGovernment"),
  answer("party.administrative-functions", "administrativeFunctions"),
  answer("party.infrastructure-service", "infrastructureService"),
  answer("party.kyc-procedures", "kycProcedures"),
  answer("party.holds-goods", "holdsGoods"),
  functionFact,
  infrastructure("party.critical-infrastructure.notice", "notice"),
  infrastructure("party.critical-infrastructure.business", "business"),
  infrastructure("party.critical-infrastructure.serves", "serves"),
  fact(
    { id: "party.critical-infrastructure.notice-on-file", subject: "party", type: "bool" },
    ({ context, id, ask, owner }) => {
      const party = context.parties.get(id);
      return party === undefined
        ? open(owner, [ask(`parties.${id}`)])
        : known(hasNotice(context, party));
    },
  ),
  factWith(
    { id: "party.name-mentions", subject: "party", type: "bool" },
    textsSchema("words"),
    ({ context, id, args, ask, owner }) => {
      const names = context.parties.get(id)?.names;
      if (names === undefined) return open(owner, [ask(`parties.${id}`)]);
      const { zh, en, aliases = [] } = names;
      return known(mentionsAny([zh, en, ...aliases], args.words));
    },
  ),
  // The name of a place within a name is no telling word; a pack says what marks a place.
  fact(
    { id: "party.sector-given", subject: "party", type: "bool" },
    ({ context, id, ask, owner }) => {
      const party = context.parties.get(id);
      if (party === undefined) return open(owner, [ask(`parties.${id}`)]);
      return known((party.sectors?.length ?? 0) > 0 || party.kind === "person");
    },
  ),
  factWith(
    { id: "party.name-uses", subject: "party", type: "bool" },
    wordsSchema,
    ({ context, id, args, ask, owner }) => {
      const names = context.parties.get(id)?.names;
      if (names === undefined) return open(owner, [ask(`parties.${id}`)]);
      return known(uses([names.zh, names.en, ...(names.aliases ?? [])], args));
    },
  ),
  factWith(
    { id: "party.sector-in", subject: "party", type: "bool" },
    textsSchema("prefixes"),
    ({ context, id, args, ask, owner }) => {
      const party = context.parties.get(id);
      if (party?.sectors === undefined || party.sectors.length === 0) {
        if (party?.kind === "person") return known(false);
        return open(owner, [ask(`parties.${id}.sectors`)]);
      }
      return known(
        party.sectors.some((code) => args.prefixes.some((prefix) => code.startsWith(prefix))),
      );
    },
  ),
];
