import { catalogue } from "#shared/i18n";
import { hashOf } from "#shared/kernel";
import { PAPERS_EDITION } from "./set-content.ts";

/** Words of the catalogue that stand on papers. */
const onPapers =
  /^(paper|country|answer|lane|reading|track|set|authority|confidence|use|tenant|claim|evidence|agreement|party|code|site|hs|route|licence|product|state|parameter|check|cli|fact|figure|mark|owner|editor\.section|completeness\.why|journal\.verb|reason|list\.name|person\.role)\./;

/**
 * What papers depend on beside their content and the typesetter: how they are put together, and every word that the desk
 * itself says on them. With another fingerprint, papers of the same content are not comparable.
 */
export function papersFingerprint(): string {
  const words = Object.entries(catalogue).filter(([key]) => onPapers.test(key));
  return hashOf({ edition: PAPERS_EDITION, words: Object.fromEntries(words) });
}
