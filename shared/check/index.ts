export type { Report } from "./report.ts";
export {
  type Completeness,
  completenessSchema,
  type MissingItem,
  outgoingSets,
  reportSchema,
  trackReportSchema,
} from "./report-schema.ts";
