import type { Goods } from "../goods.ts";
import type { Entry, Firm, Listing, RemoteUser, Site, Situation } from "../situation.ts";

/*
 * Where lanes.md speaks of something that the dossier's schema had no field for: the one place that says how it is written.
 * `schema-gaps.md` lists each with the names chosen here.
 */

type Part = Readonly<Record<string, unknown>>;

/** A second person's act; whether it was verified is told beside the dossier, never by it. */
const confirmationOn = (date: string) => ({
  person: "psn_second",
  date,
  publicKey: "0".repeat(64),
  signature: "0".repeat(128),
});

/** Look-up: what applies instead, and the confirmation of a second person. */
export function lookupPart(entry: Entry): Part {
  return {
    ...(entry.instead === undefined ? {} : { instead: entry.instead }),
    ...(entry.confirmed === true ? { confirmed: confirmationOn(entry.from) } : {}),
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

/** A dispersed free float of a firm: how much, and that no holder of it is above so many per cent. */
export function floatPart({ freeFloat }: Firm): Part {
  if (freeFloat === undefined) return {};
  const { share, noHolderAbove } = freeFloat;
  return {
    freeFloat: {
      share: { kind: "exact", percent: String(share) },
      ...(noHolderAbove === null ? {} : { noHolderAbove: String(noHolderAbove) }),
    },
  };
}

/** A remote user: a party of the dossier, or a class of tenant. */
export function remoteUserPart(user: RemoteUser): Part {
  return {
    ...(user.firm === undefined ? {} : { party: `pty_${user.firm}` }),
    ...(user.class === undefined ? {} : { class: user.class }),
  };
}

/** A site: whether its chips stand within one envelope of 41,600 cubic feet, how many at most, and who lets the place. */
export function sitePart(site: Site, asks: boolean): Part {
  return {
    ...(site.lessor === undefined ? {} : { lessor: `pty_${site.lessor}` }),
    ...(asks && site.oneEnvelope !== "open" ? { oneEnvelope: { value: site.oneEnvelope } } : {}),
    ...(site.envelopeChips === undefined ? {} : { envelopeChips: String(site.envelopeChips) }),
  };
}

/** The route: who acts for the importer, and who lets the goods. */
export function routePart({ agent, goodsLessor }: Situation): Part {
  return {
    ...(agent === undefined ? {} : { agent: `pty_${agent}` }),
    ...(goodsLessor === undefined ? {} : { lessor: `pty_${goodsLessor}` }),
  };
}

/** The published rates of a chip, where the dossier carries them; without them the desk knows the model by its name. */
export function ratesPart({ fp64, fp32 }: Goods): Part {
  if (fp64 === undefined || fp32 === undefined) return {};
  const figure = (value: number) => ({ value: String(value) });
  return {
    fp64VectorTflops: figure(fp64[0]),
    fp64TensorTflops: figure(fp64[1]),
    fp32Tflops: figure(fp32),
  };
}
