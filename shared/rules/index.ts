export { caseFacts, runPackCases } from "./cases/case-facts.ts";
export { type PackCase, packCasesSchema } from "./cases/case-schema.ts";
export { coverageOf } from "./cases/coverage.ts";
export {
  type CaseResult,
  compareCase,
  optionsOfCase,
  runCases,
} from "./cases/run-cases.ts";
export { compile, type PackInput, packHash } from "./compile/compile.ts";
export { diagnose } from "./compile/diagnose.ts";
export { effectOf } from "./compile/effect.ts";
export { evaluate } from "./evaluate/evaluate.ts";
export { type EvaluateOptions, evaluateLane, type LaneOutcome } from "./evaluate/evaluate-lane.ts";
export type {
  Because,
  Citation,
  Finding,
  LaneCondition,
  LawOpen,
  TrackReport,
} from "./evaluate/report-types.ts";
export { classValues, definitionValue } from "./pack/class-values.ts";
export { diffPacks } from "./pack/diff-packs.ts";
export { allowedValue, checkEntry, checkLookups } from "./pack/lookups.ts";
export { type PackError, packErrorCodes } from "./pack/pack-error.ts";
export {
  type Authority,
  authorities,
  type Lane,
  lanes,
  type Pack,
  type Parameter,
  type Period,
  packSchema,
  parameterStates,
  type Reading,
  type Rule,
  readings,
  type Source,
  sourceSchema,
  type Track,
  tracks,
} from "./pack/pack-schema.ts";

export { kindOfParameter, parameterOn, valuesOf } from "./pack/parameter.ts";
export type { Program } from "./pack/program.ts";
export {
  type Classification,
  classificationsOf,
  type FactAsked,
  factsAsked,
} from "./pack/rule-states.ts";
export { type FieldSetting, setFields } from "./questions/set-fields.ts";
export {
  type FactChange,
  overlay,
} from "./questions/what-if.ts";
