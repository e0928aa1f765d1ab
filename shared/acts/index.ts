export {
  type Act,
  type ActKind,
  type ActOf,
  type ActSigner,
  type ActStatement,
  actHash,
  actSchema,
  NO_ACT,
  personSubject,
  statementSchema,
  statementText,
} from "./act.ts";
export { confirmedSubjects } from "./confirmed-subjects.ts";
export {
  confirmationRefusal,
  confirmedLookups,
  type LookupConfirmation,
} from "./lookup-confirmation.ts";
export {
  type EarlierReviews,
  type OrderReview,
  type ReviewState,
  reviewsOf,
} from "./order-reviews.ts";
export {
  type ActFile,
  type ActsState,
  actsOf,
  readActs,
  type VerifiedAct,
  type VerifySignature,
} from "./read-acts.ts";
export { needsCountersign, refusalOf } from "./refusal.ts";
export { Register, type Standing, sameRoles } from "./register.ts";
export {
  drafterOfRecord,
  type SealGround,
  type SealItem,
  type SealReadiness,
  sealReadiness,
} from "./seal-readiness.ts";
