import type { Review } from "#shared/model";
import { type ActsState, actsOf } from "./read-acts.ts";

/** What became of a review: it stands, it was withdrawn by an act, or it was made before acts were signed. */
type ReviewState = "standing" | "withdrawn" | "before-acts";

/** A review of an order, whichever way it is kept. */
export type OrderReview = {
  readonly review: Review;
  readonly state: ReviewState;
  /** The act that it is; absent for a review from before signed acts. */
  readonly act?: { readonly id: string; readonly sha256: string };
  /** The hash of what completeness said; absent for a review from before signed acts. */
  readonly completenessSha256?: string;
};

/** Reviews from before signed acts, and whether they are to be believed. */
export type EarlierReviews = {
  /** Those whose signature fits their content. */
  readonly signed: readonly Review[];
  /** They are exactly those that the journal tells of: none was taken away, none put in. */
  readonly whole: boolean;
};

/** The reviews of an order, oldest first: those from before signed acts, then the acts. */
export function reviewsOf(
  state: Pick<ActsState, "acts">,
  order: string,
  earlier: EarlierReviews,
): readonly OrderReview[] {
  const withdrawn = new Set(
    actsOf(state, "review-withdrawal").map(({ statement }) => statement.subject.sha256),
  );
  const acts = actsOf(state, "review").filter(({ statement }) => statement.subject.id === order);
  return [
    ...earlier.signed.map((review) => ({ review, state: "before-acts" as const })),
    ...acts.map(({ statement, signatures, sha256 }): OrderReview => {
      const { id, payload, subject, day, signers } = statement;
      const { review, rulesSha256, completenessSha256, decision, comment, comments } = payload;
      return {
        state: withdrawn.has(sha256) ? "withdrawn" : "standing",
        act: { id, sha256 },
        completenessSha256,
        review: {
          id: `rvw_${id.slice("act_".length)}`,
          kind: review,
          person: signers[0]?.person ?? "",
          decision,
          date: day,
          ...(comment === undefined ? {} : { comment }),
          ...(comments === undefined ? {} : { comments }),
          dossierSha256: subject.sha256,
          rulesSha256,
          publicKey: signers[0]?.publicKey ?? "",
          signature: signatures[0] ?? "",
        },
      };
    }),
  ];
}
