export { completenessOf } from "./completeness/completeness.ts";
export { inspectReferences } from "./completeness/references.ts";
export { unprintable } from "./completeness/unprintable.ts";
export { answerFields } from "./decision/answer-fields.ts";
export {
  briefOf,
  figureName,
  nextText,
  type PackWords,
  questionText,
  valueText,
} from "./decision/brief.ts";
export { decidingFindings } from "./decision/deciding.ts";
export { type Glance, glanceOf } from "./decision/glance.ts";
export { comingDays, type PlanRow, planOf, type Supposed } from "./decision/plan.ts";
export { type PlanValue, planSchema } from "./decision/plan-schema.ts";
export { traceLines } from "./decision/trace-text.ts";
export type { Report } from "./report.ts";
export {
  type Completeness,
  completenessSchema,
  type MissingItem,
  outgoingSets,
  type ReportValue,
  recordedReportSchema,
  reportSchema,
  trackReportSchema,
} from "./report-schema.ts";
export { type CheckInput, lanesOf, outcomesOf, runCheck } from "./run-check.ts";
