export type { BodsFault } from "./exchange/bods-check.ts";
export { exportBods } from "./exchange/bods-export.ts";
export { importBods } from "./exchange/bods-import.ts";
export type { BodsNote } from "./exchange/bods-note.ts";
export { bodsError, readBods } from "./exchange/bods-read.ts";
export { bodsFaults } from "./exchange/bods-schema.ts";
export { type CsvField, type CsvMapping, csvFields, guessMapping } from "./exchange/csv-columns.ts";
export {
  type CsvOptions,
  type CsvProblem,
  importTable,
  type KnownParty,
} from "./exchange/csv-import.ts";
export { buildGraph } from "./graph/graph.ts";

export { belongsTo, membersOf, triOfCode } from "./graph/holders.ts";
export { largestRing } from "./graph/largest-ring.ts";
export type {
  Graph,
  HolderSet,
  Holders,
  Interest,
  Largest,
  LinkProblem,
  Missing,
  Path,
  Picture,
  PictureEdge,
  PictureNode,
  UltimateParents,
} from "./graph/types.ts";
export {
  boxSize,
  type LayoutInput,
  layersOf,
  layOut,
  spaced,
} from "./picture/layout.ts";
export { pictureOf } from "./picture/picture.ts";
export {
  type Curve,
  curvesOf,
  type DrawnBox,
  linesOf,
  pictureSvg,
} from "./picture/picture-svg.ts";
export { shortPercent } from "./picture/short-percent.ts";
export { controlAnswer, controls, controlsAll, largestHolder } from "./solve/control.ts";
export { interest, interestSize } from "./solve/interest.ts";
export { interestAll } from "./solve/interest-all.ts";
export { ultimateParents } from "./solve/parents.ts";
export { missingThatResolve } from "./solve/resolve-gaps.ts";
