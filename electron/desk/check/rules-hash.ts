import type { Report } from "#shared/check";
import { canonicalJson, sha256Hex } from "#shared/kernel";

/** One hash for the packs and lists that a report was made with: when it moves, what was reviewed no longer holds. */
export function rulesHash({ packs, lists }: Pick<Report, "packs" | "lists">): string {
  const byHash = (a: { sha256: string }, b: { sha256: string }) => (a.sha256 < b.sha256 ? -1 : 1);
  return sha256Hex(canonicalJson({ packs: packs.toSorted(byHash), lists: lists.toSorted(byHash) }));
}
