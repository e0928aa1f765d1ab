export { docxDraft } from "./docx.ts";
export { formTable } from "./form-table.ts";
export { officeFile, type Part } from "./office-file.ts";
export {
  type PortalField,
  portalSheet,
} from "./portal-sheet.ts";
export { type Sheet, xlsxOf } from "./xlsx.ts";
