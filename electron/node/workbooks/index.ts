export {
  type OpenWorkbook,
  readXlsx,
  type SheetTable,
  type WorkbookLimits,
  withWorkbook,
} from "./read-workbook.ts";
export { largeWorkbookLimits } from "./zip-parts.ts";
