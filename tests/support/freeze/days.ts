/** First and last days of the periods of the import side, by the table of its lanes. */
const importDays = [
  "2025-12-09",
  "2026-01-07",
  "2026-01-08",
  "2026-01-12",
  "2026-01-13",
  "2026-01-22",
  "2026-01-23",
  "2026-01-27",
  "2026-01-28",
  "2026-05-31",
  "2026-06-01",
  "2026-08-18",
  "2026-08-19",
  "2026-10-09",
  "2026-10-10",
] as const;

/** First and last days of the periods of the export side: items, the January rule, the affiliates rule. */
const exportDays = [
  "2023-11-16",
  "2023-11-17",
  "2025-09-28",
  "2025-09-29",
  "2025-11-09",
  "2025-11-10",
  "2026-01-14",
  "2026-01-15",
  "2026-11-09",
  "2026-11-10",
] as const;

/** The day on which the packs were issued. */
export const ISSUE_DAY = "2026-11-23";

/** A day on which both sides let a complete dossier through for a decision. */
export const OPEN_DAY = "2026-08-20";

/** Every day on which a lane may change, and the packs' own. */
export const allDays: readonly string[] = [...importDays, ...exportDays, ISSUE_DAY].toSorted();

/** One day of each period. */
export const someDays: readonly string[] = [
  "2023-11-16",
  "2025-10-15",
  "2025-12-09",
  "2026-01-08",
  "2026-01-14",
  "2026-01-23",
  "2026-06-01",
  OPEN_DAY,
  "2026-10-10",
  ISSUE_DAY,
];
