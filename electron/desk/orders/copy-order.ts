import type { Order } from "#shared/model";

type Line = Order["lines"][number];

/** A line without what was declared of its goods and what belongs to single units. */
function plainLine({ serialNumbers: _serial, cryptoDevice: _crypto, ...line }: Line): Line {
  return line;
}

/** Customs data without the answers that the declarant gives under its own name. */
function plainCustoms(customs: NonNullable<Order["customs"]>): NonNullable<Order["customs"]> {
  const {
    specialRelationship: _related,
    priceInfluenced: _influenced,
    royalties: _royalties,
    formulaPricing: _formula,
    provisionalPrice: _provisional,
    selfAssessed: _assessed,
    ...rest
  } = customs;
  return rest;
}

/**
 * A new draft after an older one: goods, parties, terms and words are taken over. What somebody declared for the older one is not:
 * declarations, uses and whom they serve, list decisions, the exporter's certificates and reviews are asked anew.
 */
export function copyOf(order: Order, id: string, title: string, today: string): Order {
  const {
    reviews: _reviews,
    reference: _reference,
    supersedes: _supersedes,
    declarations: _declarations,
    endUses: _uses,
    tenantMix: _tenants,
    remoteUsers: _remote,
    screening: _screening,
    exporterFacts: _certificates,
    customs,
    ...rest
  } = order;
  return {
    ...rest,
    ...(customs === undefined ? {} : { customs: plainCustoms(customs) }),
    id,
    title,
    createdOn: today,
    lines: order.lines.map(plainLine),
  };
}
