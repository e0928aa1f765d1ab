export { type Found, findWords } from "./find-words.ts";
export { pagePicture, pageTexts } from "./page-picture.ts";
export { objectText, type PdfFile, readPdf, reference, writePdf } from "./pdf-file.ts";
export { isDict, isRef, PdfReader, type PdfValue } from "./pdf-syntax.ts";
