import { z } from "zod";
import { factOwners, subjectKinds } from "#shared/facts";
import { isCivilDate } from "#shared/kernel";

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/);
const day = z.string().refine(isCivilDate, "not a calendar day");
const words = z.strictObject({
  zh: z.string().min(1).max(2_000),
  en: z.string().min(1).max(2_000),
});
const scalar = z.union([z.string().max(400), z.number(), z.boolean()]);

/** Lanes from most to least severe (lanes.md). */
export const lanes = [
  "presumption-of-denial",
  "reported-barred",
  "reported-hold",
  "verify-first",
  "needs-information",
  "case-by-case",
  "no-bar-found",
] as const;
export type Lane = (typeof lanes)[number];

export const tracks = ["cn-import", "us-export"] as const;
export type Track = (typeof tracks)[number];

export const readings = ["narrow", "working", "broad"] as const;
/** How a vague term is read; `working` is shown first. */
export type Reading = (typeof readings)[number];

/** What kind of text a source is; the screen shows it as a badge. */
export const authorities = [
  "statute",
  "regulation",
  "official-statement",
  "filing",
  "law-firm",
  "press",
  "data",
  "computed",
  "unverified",
] as const;
export type Authority = (typeof authorities)[number];

/** A text that rules cite; kept in the pack's sources.json. */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,4}(-[A-Z0-9]{2,4})?$/),
  authority: z.enum(authorities),
  title: words,
  /** What the text says, in the pack author's words. */
  statement: words.optional(),
  /** A short quotation with its language, where one is fixed. */
  quote: z.string().max(600).optional(),
  at: z.string().max(600).optional(),
  address: z.string().max(600).optional(),
  /** Who published the text; a report is named by its paper, not by who handed it on. */
  publisher: z.string().max(200).optional(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  confidence: z.enum(["high", "medium", "low"]),
  checked: day.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

export const parameterStates = [
  "in-force",
  "not-yet",
  "repealed",
  "suspended",
  "not-enforced",
  "silent",
  "unverified",
] as const;
export type ParameterState = (typeof parameterStates)[number];

/** One stretch of a parameter's history. Stretches never overlap; a gap between them is `silent`. */
const periodSchema = z.strictObject({
  from: day.nullable(),
  to: day.nullable(),
  precision: z.enum(["day", "month"]),
  checked: day,
  state: z.enum(parameterStates),
  value: scalar.optional(),
  /** Value of the careful branch while unverified; counts in atWorst only. */
  careful: scalar.optional(),
  note: words.optional(),
  sources: z.array(z.string()).min(1),
});
export type Period = z.infer<typeof periodSchema>;

const parameterSchema = z.strictObject({
  id,
  title: words,
  unit: z.string().max(40).optional(),
  /** What a person must look up while it is unverified. */
  lookup: words.optional(),
  /**
   * Every value that it can have, from the mildest to the strictest; without the list, those of its periods. A look-up states one
   * of them; while nobody knows which, the mildest counts at best and the careful branch, or else the strictest, at worst.
   */
  values: z.array(scalar).min(1).max(50).optional(),
  /** What was reported stands whatever the report's age: only a confirmed look-up ends it. */
  stands: z.boolean().optional(),
  /** Days after which a text in force is to be looked at again; the pack's own interval otherwise. */
  recheckDays: z.number().int().min(1).max(3_650).optional(),
  periods: z.array(periodSchema).min(1).max(200),
});
export type Parameter = z.infer<typeof parameterSchema>;

/** A value in a comparison: a literal, or the value of a parameter on the day asked. */
const operand = z.union([scalar, z.strictObject({ param: id })]);

const comparisons = {
  is: z.boolean().optional(),
  lt: operand.optional(),
  le: operand.optional(),
  gt: operand.optional(),
  ge: operand.optional(),
  eq: operand.optional(),
  in: z.array(z.string().max(400)).min(1).max(500).optional(),
  /** For sets: at least one member is in the list. */
  hasAny: z.array(z.string().max(400)).min(1).max(500).optional(),
  /** For sets: every member is in the list, and there is at least one. */
  onlyFrom: z.array(z.string().max(400)).min(1).max(500).optional(),
};

type Operand = z.infer<typeof operand>;
export type Comparison = {
  is?: boolean | undefined;
  lt?: Operand | undefined;
  le?: Operand | undefined;
  gt?: Operand | undefined;
  ge?: Operand | undefined;
  eq?: Operand | undefined;
  in?: string[] | undefined;
  hasAny?: string[] | undefined;
  onlyFrom?: string[] | undefined;
};

/**
 * A condition. `fact` compares one fact of the current subject; `known` asks whether it is given at all; `some`/`every` walk
 * a relation and put the related subject in place; `param` looks at the law's own state or value; `def` names a definition.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { def: string }
  | ({ fact: string; args?: Record<string, unknown> | undefined } & Comparison)
  | { known: string; args?: Record<string, unknown> | undefined }
  | { some: string; where: Condition }
  | { every: string; where: Condition }
  | ({ param: string; state?: ParameterState[] | undefined } & Comparison);

const args = z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,40}$/), z.unknown()).optional();

const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1).max(200) }),
    z.strictObject({ any: z.array(conditionSchema).min(1).max(200) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ def: id }),
    z.strictObject({ fact: id, args, ...comparisons }),
    z.strictObject({ known: id, args }),
    z.strictObject({ some: id, where: conditionSchema }),
    z.strictObject({ every: id, where: conditionSchema }),
    z.strictObject({
      param: id,
      state: z.array(z.enum(parameterStates)).min(1).optional(),
      ...comparisons,
    }),
  ]),
);

/** A named condition; a vague term gives one per reading, and broad must contain working must contain narrow. */
export const definitionSchema = z.union([
  z.strictObject({
    id,
    title: words,
    subject: z.enum(subjectKinds),
    when: conditionSchema,
    sources: z.array(z.string()).min(1),
  }),
  z.strictObject({
    id,
    title: words,
    subject: z.enum(subjectKinds),
    narrow: conditionSchema,
    working: conditionSchema,
    broad: conditionSchema,
    sources: z.array(z.string()).min(1),
  }),
]);
export type Definition = z.infer<typeof definitionSchema>;

/** What a finding only tells. */
const tellings = ["information", "warning", "red-flag", "disclosure"] as const;
export type Telling = (typeof tellings)[number];

const marks = {
  /** Human review before anything goes out; no lane of its own. */
  stop: z.boolean().optional(),
  /** Named in the letter; no lane. */
  disclose: z.boolean().optional(),
  /** For the firm's own eyes; no lane. */
  flag: z.boolean().optional(),
};

/** What a finding does under one reading. `atWorst` is the lane where the unknowns of law fall badly. */
const outcomeSchema = z.union([
  z.strictObject({ lane: z.enum(lanes), atWorst: z.enum(lanes).optional(), ...marks }),
  z.strictObject({ tells: z.enum(tellings), ...marks }),
  z.strictObject(marks).refine((one) => one.stop || one.disclose || one.flag, "says nothing"),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

const readingSchema = z.union([z.enum(lanes), outcomeSchema]).nullable();

/** What a finding does: it sets a lane, or only tells, or stops. It may differ by reading; `null` means the rule is silent there. */
const effectSchema = z.union([
  ...outcomeSchema.options,
  z.strictObject({
    byReading: z.strictObject({
      narrow: readingSchema,
      working: readingSchema,
      broad: readingSchema,
    }),
  }),
]);

/** Something the lane depends on that the buyer cannot give: "provided that …". */
const ruleConditionSchema = z.strictObject({
  id,
  owner: z.enum(factOwners),
  text: words,
  sources: z.array(z.string()).min(1),
});

/** One rule about one kind of subject, valid on the days from…to, citing what it rests on. */
export const ruleSchema = z.strictObject({
  id,
  title: words,
  /** What the finding says when the rule holds, and what to do or who decides. Never advice how to get round it. */
  text: words,
  decides: words.optional(),
  subject: z.enum(subjectKinds),
  from: day.nullable(),
  to: day.nullable(),
  precision: z.enum(["day", "month"]).optional(),
  /** Press-reported rules carry the day they were last seen confirmed; after it the finding bears a verify note. */
  checked: day.optional(),
  when: conditionSchema,
  effect: effectSchema,
  stop: z.boolean().optional(),
  conditions: z.array(ruleConditionSchema).max(50).optional(),
  /** Kinds of evidence the reader will ask for when it holds. */
  evidence: z.array(z.string().max(60)).max(30).optional(),
  sources: z.array(z.string()).min(1),
});
export type Rule = z.infer<typeof ruleSchema>;

/** One pack: the rules of one track as data. `covers.from` is the first day it speaks of at all. */
export const packSchema = z.strictObject({
  schema: z.literal("h200-desk/pack@1"),
  id,
  track: z.enum(tracks),
  issued: day,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: words,
  covers: z.strictObject({ from: day.nullable() }),
  /** Days after which a text in force is to be looked at again; past them the answer says so, and no lane moves. */
  recheckDays: z.number().int().min(1).max(3_650).optional(),
  parameters: z.array(parameterSchema).max(500),
  definitions: z.array(definitionSchema).max(500),
  rules: z.array(ruleSchema).min(1).max(20_000),
});
export type Pack = z.infer<typeof packSchema>;
