export { caseFacts, runPackCases } from "./case-facts.ts";
export { type PackCase, packCaseSchema, packCasesSchema } from "./case-schema.ts";
export { type ClassValue, classValues } from "./class-values.ts";
export { type Compiled, compile, type PackInput, packHash } from "./compile.ts";
export { type CoverageRun, coverageOf, type RuleCoverage } from "./coverage.ts";
export { type Diagnostic, diagnose } from "./diagnose.ts";
export {
  type DossierMove,
  diffPacks,
  type FieldChange,
  lanesMoved,
  type PackChange,
  type PackContent,
} from "./diff-packs.ts";
export { evaluate, SILENT_RULE } from "./evaluate.ts";
export { type EvaluateOptions, evaluateLane, type LaneOutcome } from "./evaluate-lane.ts";
export { type PackError, type PackErrorCode, packErrorCodes } from "./pack-error.ts";
export {
  type Authority,
  authorities,
  type Condition,
  conditionSchema,
  type Definition,
  definitionSchema,
  type Effect,
  type Lane,
  lanes,
  type Pack,
  type Parameter,
  type ParameterState,
  type Period,
  packSchema,
  parameterSchema,
  parameterStates,
  type Reading,
  type Rule,
  readings,
  ruleSchema,
  type Source,
  sourceSchema,
  type Track,
  tracks,
} from "./pack-schema.ts";
export { MAX_PACK_TEXT, parsePackText } from "./pack-text.ts";
export type { DayState } from "./parameter.ts";
export { fittingValue, kindOfParameter, parameterOn } from "./parameter.ts";
export type { Program } from "./program.ts";
export type { Because, Citation, Finding, LaneCondition, TrackReport } from "./report-types.ts";
export {
  type CaseProblem,
  type CaseResult,
  compareCase,
  optionsOfCase,
  runCases,
} from "./run-cases.ts";
export { type FieldSetting, setFields } from "./set-fields.ts";
export { type FactAsked, factsAsked, type Standing, standingsOf } from "./standings.ts";
export {
  type FactChange,
  type FindingMove,
  movesBetween,
  overlay,
  whatIf,
} from "./what-if.ts";
