export { docxDraft } from "./docx.ts";
export {
  type PortalField,
  type PortalSheet,
  type PortalUpload,
  portalSheet,
} from "./portal-sheet.ts";
export { type Sheet, xlsxOf } from "./xlsx.ts";
export { readXlsx, type SheetTable } from "./xlsx-read.ts";
