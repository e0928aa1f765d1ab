export {
  type AssetPlaces,
  COMPILER_FILE,
  describeAssets,
  FONT_FILES,
  type FontAsset,
  loadTypesetterAssets,
  type TypesetterAssets,
} from "./assets.ts";
export { type Found, findWords } from "./find-words.ts";
export { type Neutralised, neutralText } from "./neutral-text.ts";
export { type PagePicture, pagePicture } from "./page-picture.ts";
export type { TypesetWarning } from "./preparation.ts";
export { isFigure } from "./table-widths.ts";
export { createTypesetter, type Typeset, type Typesetter } from "./typesetter.ts";
export {
  type TypesetJob,
  type TypesetReply,
  type TypesetWorkerData,
  type WorkerOptions,
  WorkerTypesetter,
} from "./worker-typesetter.ts";
