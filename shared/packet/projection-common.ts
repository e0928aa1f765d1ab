import type { Allow } from "./allow.ts";

/** An answer with its note: what a person said, and on which papers of this set. */
export const answer: Allow = { value: true, note: true, asOf: true, evidence: "evidence-ids" };

export const names: Allow = { zh: true, en: true, aliases: true };

export const address: Allow = {
  kind: true,
  zh: true,
  en: true,
  country: true,
  division: true,
  postalCode: true,
};

/** Who signs: name and office only; private numbers and mail addresses of people are not needed by a reader. */
export const signatory: Allow = { name: true, nameEn: true, title: true, titleEn: true };

export const figure: Allow = {
  value: true,
  source: true,
  confidence: true,
  evidence: "evidence-ids",
};

export const evidence: Allow = {
  id: true,
  sha256: true,
  bytes: true,
  mediaType: true,
  fileName: true,
  title: true,
  kind: true,
  side: true,
  issuer: true,
  issuedOn: true,
  expiresOn: true,
  language: true,
  translationOf: true,
  letterhead: true,
  sealed: true,
  missingReason: true,
};

export const endUse: Allow = {
  id: true,
  kind: true,
  commercial: answer,
  description: true,
  endUser: true,
  site: true,
  capacityShare: true,
};

export const delivery: Allow = { id: true, date: true, quantity: true, site: true };

export const product: Allow = {
  id: true,
  vendor: true,
  model: true,
  partNumber: true,
  form: true,
  icsPerUnit: true,
  computer: answer,
  denseRates: [
    {
      format: true,
      bits: true,
      tops: true,
      source: true,
      confidence: true,
      evidence: "evidence-ids",
    },
  ],
  dieAreaMm2: figure,
  dramBandwidthGBs: figure,
  memoryGB: figure,
  memoryType: true,
  interconnectGBs: figure,
  powerW: figure,
};

export const routeParties: Allow = {
  seller: true,
  manufacturer: true,
  exporterOfRecord: true,
  countryOfExport: true,
  kind: true,
  distributor: true,
  intermediaries: true,
  forwarder: true,
  importerOfRecord: true,
  consignee: true,
  consumingUnit: true,
  endUsers: true,
  transit: true,
};
