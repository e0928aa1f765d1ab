export { type EditorSection, editorSections } from "./completeness/collector.ts";
export { type CompletenessOfSets, completenessOf } from "./completeness/completeness.ts";
export { inspectReferences } from "./completeness/references.ts";
export { unprintable } from "./completeness/unprintable.ts";
export { type Brief, briefOf, questionText, valueText } from "./decision/brief.ts";
export { decidingFindings, weakestKind } from "./decision/deciding.ts";
export { type Glance, type GlanceCause, glanceOf } from "./decision/glance.ts";
export { comingDays, type PlanRow, planOf, type Supposed } from "./decision/plan.ts";
export { type TraceLine, traceLines } from "./decision/trace-text.ts";
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
