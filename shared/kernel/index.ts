export { canonicalJson } from "./canonical-json.ts";
export {
  addDays,
  addMonths,
  type CivilDate,
  dayNumber,
  daysBetween,
  isCivilDate,
  isWithin,
  lastOfMonth,
} from "./civil-date.ts";
export {
  compareDecimal,
  DECIMAL_SHAPE,
  type Decimal,
  divide,
  multiply,
  subtract,
  sum,
  toFixed,
} from "./decimal.ts";
export { hashOf, sha256Hex } from "./hash.ts";
export { type AppError, appError, err, ok, type Result } from "./result.ts";
export { shapeProblem } from "./shape-problem.ts";
export { type Tri, triAll, triAny, triNot } from "./tri.ts";
export { visibleJson, visibleText } from "./visible-text.ts";
