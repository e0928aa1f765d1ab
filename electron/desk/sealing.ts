import type { Report } from "#shared/check";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash } from "#shared/model";
import { reviewHolds } from "./reviews.ts";

/**
 * What must stand before a packet is frozen (CN-L-06): no required item missing, a second person's review and a legal
 * review of this very dossier, both signed and both saying ready to file. No lane forbids it: a request about a reported
 * bar may be filed, and says so.
 */
export function readyToSeal(dossier: Dossier, report: Report): Result<void> {
  const required = (["cn-filing", "us-exporter"] as const).flatMap((set) =>
    report.completeness[set].missing
      .filter((item) => item.need === "required")
      .map((item) => item.path),
  );
  if (required.length > 0)
    return err(
      appError("seal-incomplete", {
        count: required.length,
        first: [...new Set(required)].slice(0, 5),
      }),
    );
  const sha256 = dossierHash(dossier);
  const reviews = dossier.order.reviews ?? [];
  const drafterKey = dossier.persons.find(
    (person) => person.id === dossier.order.drafter,
  )?.publicKey;
  for (const kind of ["compliance", "legal"] as const) {
    const latest = reviews.findLast((review) => review.kind === kind);
    if (latest === undefined) return err(appError("seal-review-missing", { kind }));
    if (latest.dossierSha256 !== sha256) return err(appError("seal-review-stale", { kind }));
    if (latest.decision !== "ready-to-file" || !reviewHolds(latest))
      return err(appError("seal-review-not-ready", { kind }));
    if (latest.publicKey === drafterKey || latest.person === dossier.order.drafter)
      return err(appError("review-own-draft", { person: latest.person }));
  }
  return ok(undefined);
}
