import type { Entry, Firm, Holding, Listing, RemoteUser, Site } from "../situation.ts";

/*
 * Where lanes.md speaks of something that the dossier's schema had no field for: the one place that says how it is written.
 * `schema-gaps.md` lists each with the names chosen here.
 */

type Part = Readonly<Record<string, unknown>>;

/** A signed act of a second person; the bytes are those of a sample and verify nothing. */
function signedAct(date: string): Part {
  return {
    person: "psn_second",
    date,
    publicKey: "0".repeat(64),
    signature: "0".repeat(128),
  };
}

/** Look-up: what applies instead, and the confirmation of a second person. */
export function lookupPart(entry: Entry): Part {
  return {
    ...(entry.instead === undefined ? {} : { instead: entry.instead }),
    ...(entry.confirmed === true ? { confirmation: signedAct(entry.from) } : {}),
  };
}

/** Decision about a possible match: signed by whoever made it, or merely typed. */
export function decisionPart(listing: Listing): Part {
  return listing.signed ? { person: "psn_second" } : {};
}

/** A party in Hong Kong or Singapore: whether it holds or stores the goods. */
export function holdsGoodsPart(firm: Firm): Part {
  if (!["HK", "SG"].includes(firm.country) || firm.holdsGoods === "open") return {};
  return { holdsGoods: { value: firm.holdsGoods } };
}

/** A dispersed free float: no holder above so many per cent. */
export function floatPart(firm: Firm): Part {
  if (firm.dispersed === undefined) return {};
  const { noHolderAbove } = firm.dispersed;
  return { dispersed: noHolderAbove === null ? {} : { noHolderAbove: String(noHolderAbove) } };
}

/** A remote user: a party of the dossier, or a class of tenant. */
export function remoteUserPart(user: RemoteUser): Part {
  return {
    ...(user.firm === undefined ? {} : { party: `pty_${user.firm}` }),
    ...(user.class === undefined ? {} : { class: user.class }),
  };
}

/** A site: whether all its chips stand within one envelope of 41,600 cubic feet. Written only where the arithmetic asks. */
export function envelopePart(site: Site, asks: boolean): Part {
  if (!asks || site.oneEnvelope === "open") return {};
  return { oneEnvelope: { value: site.oneEnvelope } };
}

/** Concert: members of one group name each other by the agreement's kind alone; there is nothing to add as yet. */
export function concertPart(_holding: Holding): Part {
  return {};
}
