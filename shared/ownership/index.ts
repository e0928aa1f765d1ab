export type { BodsFault } from "./bods-check.ts";
export { type BodsPublication, exportBods } from "./bods-export.ts";
export { type BodsImport, type BodsNote, fromStatements, importBods } from "./bods-import.ts";
export { type BodsStatement, bodsError, readBods } from "./bods-read.ts";
export { bodsFaults } from "./bods-schema.ts";
export { controlAnswer, controls, controlsAll, largestHolder } from "./control.ts";
export { type CsvField, type CsvMapping, csvFields, guessMapping } from "./csv-columns.ts";
export {
  type CsvImport,
  type CsvOptions,
  type CsvProblem,
  importCsv,
  importTable,
  type KnownParty,
} from "./csv-import.ts";
export { buildGraph } from "./graph.ts";
export type { GraphInput } from "./graph-rows.ts";
export { belongsTo, isOwnable, membersOf, triOfCode } from "./holders.ts";
export { interest, interestSize } from "./interest.ts";
export { type AllInterests, type AllQuery, interestAll } from "./interest-all.ts";
export {
  boxSize,
  type LayoutInput,
  type LayoutSize,
  layOut,
  type Place,
  spaced,
} from "./layout.ts";
export { ultimateParents } from "./parents.ts";
export { type PictureOptions, pictureOf } from "./picture.ts";
export {
  type Curve,
  curvesOf,
  type DrawnBox,
  type DrawnLine,
  linesOf,
  pictureSvg,
} from "./picture-svg.ts";
export { missingThatSettle, type Question } from "./settle.ts";
export { shortPercent } from "./short-percent.ts";
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
} from "./types.ts";
