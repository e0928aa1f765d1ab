export type { BodsFault } from "./exchange/bods-check.ts";
export { type BodsPublication, exportBods } from "./exchange/bods-export.ts";
export {
  type BodsImport,
  type BodsNote,
  fromStatements,
  importBods,
} from "./exchange/bods-import.ts";
export { type BodsStatement, bodsError, readBods } from "./exchange/bods-read.ts";
export { bodsFaults } from "./exchange/bods-schema.ts";
export { type CsvField, type CsvMapping, csvFields, guessMapping } from "./exchange/csv-columns.ts";
export {
  type CsvImport,
  type CsvOptions,
  type CsvProblem,
  importTable,
  type KnownParty,
} from "./exchange/csv-import.ts";
export { buildGraph } from "./graph/graph.ts";
export type { GraphInput } from "./graph/graph-rows.ts";
export { belongsTo, isOwnable, membersOf, triOfCode } from "./graph/holders.ts";
export { largestRing } from "./graph/largest-ring.ts";
export type {
  Control,
  ControlQuery,
  ControlTie,
  Graph,
  Headquarters,
  HolderSet,
  Holders,
  Holding,
  Interest,
  InterestQuery,
  Largest,
  LargestQuery,
  LinkProblem,
  Measure,
  Missing,
  ParentQuery,
  PartyKind,
  Path,
  Picture,
  PictureEdge,
  PictureNode,
  Row,
  Settling,
  Step,
  UltimateParent,
  UltimateParents,
} from "./graph/types.ts";
export {
  boxSize,
  type LayoutInput,
  type LayoutSize,
  layersOf,
  layOut,
  type Place,
  spaced,
} from "./picture/layout.ts";
export { type PictureOptions, pictureOf } from "./picture/picture.ts";
export {
  type Curve,
  curvesOf,
  type DrawnBox,
  type DrawnLine,
  linesOf,
  pictureSvg,
} from "./picture/picture-svg.ts";
export { shortPercent } from "./picture/short-percent.ts";
export { controlAnswer, controls, controlsAll, largestHolder } from "./solve/control.ts";
export { interest, interestSize } from "./solve/interest.ts";
export { type AllInterests, type AllQuery, interestAll } from "./solve/interest-all.ts";
export { ultimateParents } from "./solve/parents.ts";
export { missingThatResolve, type Question } from "./solve/resolve-gaps.ts";
