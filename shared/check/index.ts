export { type EditorSection, editorSections } from "./collector.ts";
export { type CompletenessOfSets, completenessOf } from "./completeness.ts";
export { type Brief, briefOf, questionText, valueText } from "./decision/brief.ts";
export { decidingFindings, weakestKind } from "./decision/deciding.ts";
export { comingDays, type PlanRow, planOf, type Supposed } from "./decision/plan.ts";
export { type TraceLine, traceLines } from "./decision/trace-text.ts";
export { inspectReferences } from "./references.ts";
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
export { unprintable } from "./unprintable.ts";
