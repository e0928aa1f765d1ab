import type { Dossier } from "#shared/model";

/** An invented order that shows what a draft looks like; every firm, person and figure in it is made up. */
export const sampleDossier: Dossier = {
  schema: "h200-desk/dossier@1",
  order: { id: "ord_sample", title: "示例", lines: [] },
  parties: [],
  links: [],
  sites: [],
  products: [],
  evidence: [],
  persons: [],
};
