export {
  type BookOptions,
  type ClassifiedBook,
  classifyBook,
  type TenantScreening,
} from "./classify-book.ts";
export { drawSample, type TenantSample } from "./draw-sample.ts";
export { type BookSummary, bookSummarySchema, TenantBook } from "./tenant-book.ts";
