export { fontCoverage, unionCoverage } from "./font-coverage.ts";
export { neutralText } from "./neutral-text.ts";
export type { TypesetWarning } from "./preparation.ts";
export { prepare } from "./prepare.ts";
export { qrSvg } from "./qr-svg.ts";
export { fitTable, isFigure } from "./table-widths.ts";
