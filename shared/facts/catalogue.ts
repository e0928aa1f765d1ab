import type { Fact } from "./define.ts";
import { endUseFacts } from "./end-use-facts.ts";
import { envelopeFacts } from "./envelope-facts.ts";
import { lineFacts } from "./line-facts.ts";
import { listFacts } from "./list-facts.ts";
import { orderFacts } from "./order-facts.ts";
import { otherControlFacts } from "./other-control-facts.ts";
import { ownershipFacts } from "./ownership-facts.ts";
import { partyFacts } from "./party-facts.ts";
import { type Relation, relations } from "./relations.ts";
import { routeFacts } from "./route-facts.ts";
import { siteFacts } from "./site-facts.ts";
import { standingFacts } from "./standing-facts.ts";
import { tenantFacts } from "./tenant-facts.ts";
import type { FactCatalogue } from "./types.ts";

const all: readonly Fact[] = [
  ...orderFacts,
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
