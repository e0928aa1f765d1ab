import type { Report } from "#shared/check";
import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import { type Dossier, dossierHash, type Person, type Review } from "#shared/model";
import { rulesHash } from "../check/rules-hash.ts";
import { reviewHolds } from "./handlers.ts";

/** What a review must fit. */
type Ground = {
  readonly dossier: Dossier;
  readonly sha256: string;
  readonly rules: string;
  readonly personOf: (id: string) => Person | undefined;
};

function required(report: Report): AppError | undefined {
  const missing = (["cn-filing", "us-exporter"] as const).flatMap((set) =>
    report.completeness[set].missing
      .filter((item) => item.need === "required")
      .map((item) => item.path),
  );
  const first = [...new Set(missing)].slice(0, 5);
  return missing.length === 0
    ? undefined
    : appError("seal-incomplete", { count: missing.length, first });
}

/** Drafter and reviewer are told apart by their keys, not by what they are called. */
function sameHand(review: Review, { dossier, personOf }: Ground): boolean {
  const drafter = dossier.order.drafter ?? "";
  const key = personOf(drafter)?.publicKey;
  return review.person === drafter || (key !== undefined && review.publicKey === key);
}

function reviewFault(kind: Review["kind"], ground: Ground): AppError | undefined {
  const latest = (ground.dossier.order.reviews ?? []).findLast((review) => review.kind === kind);
  if (latest === undefined) return appError(`seal-${kind}-missing`);
  if (latest.dossierSha256 !== ground.sha256) return appError(`seal-${kind}-stale`);
  if (latest.rulesSha256 !== ground.rules) return appError(`seal-${kind}-rules`);
  if (latest.decision !== "ready-to-file") return appError(`seal-${kind}-changes`);
  const person = ground.personOf(latest.person);
  const foreign = person?.publicKey !== undefined && person.publicKey !== latest.publicKey;
  if (!reviewHolds(latest) || foreign) return appError(`seal-${kind}-signature`);
  if (sameHand(latest, ground))
    return appError("review-own-draft", { person: person?.name ?? latest.person });
  return undefined;
}

/**
 * What must stand before a packet is frozen (CN-L-06): no required item missing, a known drafter, and a compliance and a
 * legal review by other hands, both signed, both of this very dossier under these very packs and lists, both saying ready
 * to file. No lane forbids it: a request about a reported bar may be filed, and says so.
 */
export function readyToSeal(
  dossier: Dossier,
  report: Report,
  personOf: Ground["personOf"],
): Result<void> {
  const missing = required(report);
  if (missing !== undefined) return err(missing);
  if (dossier.order.drafter === undefined) return err(appError("seal-no-drafter"));
  const ground = { dossier, sha256: dossierHash(dossier), rules: rulesHash(report), personOf };
  for (const kind of ["compliance", "legal"] as const) {
    const fault = reviewFault(kind, ground);
    if (fault !== undefined) return err(fault);
  }
  return ok(undefined);
}
