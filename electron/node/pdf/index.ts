export {
  COMPILER_FILE,
  describeAssets,
  FONT_FILES,
  loadTypesetterAssets,
} from "./assets.ts";
export { type Found, findWords } from "./find-words.ts";
export { forkedSetter } from "./forked-setter.ts";
export { neutralText } from "./neutral-text.ts";
export { pagePicture, pageTexts } from "./page-picture.ts";
export { type PdfFile, readPdf, reference } from "./pdf-file.ts";
export { isDict, isRef, PdfReader, type PdfValue } from "./pdf-syntax.ts";
export type { TypesetWarning } from "./preparation.ts";
export { qrSvg } from "./qr-svg.ts";
export type { StartSetter, TypesetJob, TypesetReply } from "./setter-process.ts";
export { fitTable, isFigure } from "./table-widths.ts";
export { createTypesetter, type Typeset, type Typesetter } from "./typesetter.ts";
export { TypesetterPool } from "./typesetter-pool.ts";
