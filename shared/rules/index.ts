export { caseFacts, runPackCases } from "./cases/case-facts.ts";
export { type PackCase, packCaseSchema, packCasesSchema } from "./cases/case-schema.ts";
export { type CoverageRun, coverageOf, type RuleCoverage } from "./cases/coverage.ts";
export {
  type CaseProblem,
  type CaseResult,
  compareCase,
  optionsOfCase,
  runCases,
} from "./cases/run-cases.ts";
export { type Compiled, compile, type PackInput, packHash } from "./compile/compile.ts";
export { type Diagnostic, diagnose } from "./compile/diagnose.ts";
export { effectOf } from "./compile/effect.ts";
export { evaluate, SILENT_RULE } from "./evaluate/evaluate.ts";
export { type EvaluateOptions, evaluateLane, type LaneOutcome } from "./evaluate/evaluate-lane.ts";
export type {
  Because,
  Citation,
  FactsReport,
  Finding,
  LaneCondition,
  LawOpen,
  LawReport,
  TrackReport,
} from "./evaluate/report-types.ts";
export { type ClassValue, classValues, definitionValue } from "./pack/class-values.ts";
export {
  type DossierMove,
  diffPacks,
  type FieldChange,
  lanesMoved,
  type PackChange,
  type PackContent,
} from "./pack/diff-packs.ts";
export { allowedText, allowedValue, checkEntry, checkLookups } from "./pack/lookups.ts";
export { type PackError, type PackErrorCode, packErrorCodes } from "./pack/pack-error.ts";
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
} from "./pack/pack-schema.ts";
export { MAX_PACK_TEXT, parsePackText } from "./pack/pack-text.ts";
export type { DayState } from "./pack/parameter.ts";
export { kindOfParameter, parameterOn, valuesOf } from "./pack/parameter.ts";
export type { Program } from "./pack/program.ts";
export { type FactAsked, factsAsked, type Standing, standingsOf } from "./pack/rule-states.ts";
export { type FieldSetting, setFields } from "./questions/set-fields.ts";
export {
  type FactChange,
  type FindingMove,
  movesBetween,
  overlay,
  whatIf,
} from "./questions/what-if.ts";
