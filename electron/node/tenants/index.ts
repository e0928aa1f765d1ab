export {
  type ClassifiedBook,
  classifyBook,
  type TenantScreening,
} from "./classify-book.ts";
export { drawSample, sampleBound } from "./draw-sample.ts";
export { tenantLookUp } from "./look-up.ts";
export { type ScreenAnswer, type ScreenTask, screeningPool } from "./screen-pool.ts";
export { screeningHere } from "./screen-tenants.ts";
export { BOOK_SCHEMA, type BookSummary, TenantBook } from "./tenant-book.ts";
