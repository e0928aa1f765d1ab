export {
  type Act,
  type ActStatement,
  actHash,
  actSchema,
  NO_ACT,
  personSubject,
  statementText,
} from "./act.ts";
export { confirmedSubjects } from "./confirmed-subjects.ts";
export {
  confirmationRefusal,
  confirmedLookups,
  type Entrants,
  type LookupConfirmation,
} from "./lookup-confirmation.ts";
export {
  type EarlierReviews,
  reviewsOf,
} from "./order-reviews.ts";
export {
  type ActFile,
  type ActsState,
  actsOf,
  readActs,
  type VerifiedAct,
} from "./read-acts.ts";
export { refusalOf } from "./refusal.ts";
export { Register, sameRoles } from "./register.ts";
export {
  type SealReadiness,
  sealReadiness,
} from "./seal-readiness.ts";
export { countedDecisions, signersOf } from "./signed-decisions.ts";
