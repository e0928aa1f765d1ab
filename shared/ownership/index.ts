export { controls, controlsAll, largestHolder } from "./control.ts";
export { buildGraph, type GraphInput } from "./graph.ts";
export { belongsTo, isOwnable, membersOf, triOfCode } from "./holders.ts";
export { interest } from "./interest.ts";
export { type AllInterests, type AllQuery, interestAll } from "./interest-all.ts";
export { ultimateParents } from "./parents.ts";
export { type PictureOptions, pictureOf } from "./picture.ts";
export { missingThatSettle, type Question } from "./settle.ts";
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
