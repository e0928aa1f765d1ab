export {
  readXlsx,
  withWorkbook,
} from "./read-workbook.ts";
export { largeWorkbookLimits } from "./zip-parts.ts";
