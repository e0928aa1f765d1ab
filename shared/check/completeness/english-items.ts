import type { Dossier } from "#shared/model";
import { projectDossier } from "#shared/packet";
import type { Collector } from "./collector.ts";
import { sectionOfPath } from "./section-of-path.ts";

const CHINESE = /\p{Script=Han}/u;

/** Values that the English papers do not print: other names, file names, units, the house's own name of the draft. */
const unprinted =
  /(\.aliases\.|\.fileName$|\.unit$|^order\.(title|reference)$|\.issuer$|\.usAvailableSource$|\.notes$)/;

/** Partners of a Chinese value: the same thing in English, in the same object. */
const partners: Readonly<Record<string, string>> = { zh: "en", name: "nameEn", title: "titleEn" };

type Found = { readonly path: string; readonly text: string };

function chineseIn(value: unknown, path: string): readonly Found[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => {
      const id = (item as { id?: unknown } | null)?.id;
      return chineseIn(item, `${path}.${typeof id === "string" ? id : index}`);
    });
  if (typeof value !== "object" || value === null) return [];
  const held = value as Readonly<Record<string, unknown>>;
  return Object.entries(held).flatMap(([key, inner]) => {
    const here = path === "" ? key : `${path}.${key}`;
    if (typeof inner !== "string") return chineseIn(inner, here);
    const partner = partners[key];
    const told = partner !== undefined && typeof held[partner] === "string";
    if (told || unprinted.test(here) || !CHINESE.test(inner)) return [];
    return [{ path: partner === undefined ? here : `${path}.${partner}`, text: inner }];
  });
}

/**
 * Every value of the English set that has no English: it is asked for before the set is made, never translated silently. People
 * whose names stay here are not asked about.
 */
export function englishItems(items: Collector, dossier: Dossier): void {
  for (const { path, text } of chineseIn(projectDossier(dossier, "us-exporter"), ""))
    items
      .in(sectionOfPath(path))
      .add("required", path, "english-wanted", { text: text.slice(0, 40) });
}
