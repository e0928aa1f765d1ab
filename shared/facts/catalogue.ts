import type { Fact } from "./define.ts";
import { endUseFacts } from "./order/end-use-facts.ts";
import { envelopeFacts } from "./order/envelope-facts.ts";
import { licenceFacts } from "./order/licence-facts.ts";
import { lineFacts } from "./order/line-facts.ts";
import { orderFacts } from "./order/order-facts.ts";
import { routeFacts } from "./order/route-facts.ts";
import { siteFacts } from "./order/site-facts.ts";
import { tenantFacts } from "./order/tenant-facts.ts";
import { listFacts } from "./parties/list-facts.ts";
import { otherControlFacts } from "./parties/other-control-facts.ts";
import { ownershipFacts } from "./parties/ownership-facts.ts";
import { partyFacts } from "./parties/party-facts.ts";
import { standingFacts } from "./parties/standing-facts.ts";
import { type Relation, relations } from "./relations.ts";
import type { FactCatalogue } from "./types.ts";

const all: readonly Fact[] = [
  ...orderFacts,
  ...licenceFacts,
  ...lineFacts,
  ...partyFacts,
  ...ownershipFacts,
  ...otherControlFacts,
  ...standingFacts,
  ...listFacts,
  ...routeFacts,
  ...siteFacts,
  ...envelopeFacts,
  ...tenantFacts,
  ...endUseFacts,
];

/** Every fact by id, with its reader. */
export const factsById: ReadonlyMap<string, Fact> = new Map(all.map((fact) => [fact.id, fact]));

/** Every relation by id, with its reader. */
export const relationsById: ReadonlyMap<string, Relation> = new Map(
  relations.map((relation) => [relation.id, relation]),
);

/** All facts and relations that a pack may name; what a pack's compiler checks against. */
export const factCatalogue: FactCatalogue = { facts: factsById, relations: relationsById };
