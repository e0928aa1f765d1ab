import type { FactCatalogue } from "#shared/facts";
import type { PackCase } from "../cases/case-schema.ts";
import type { BoundProgram } from "../compile/bind.ts";
import type { Definition, Pack, Parameter, Source } from "./pack-schema.ts";

/** A pack that was looked through and found whole: every name resolves, every type fits, every statement is cited. */
export type Program = {
  readonly pack: Pack;
  /** SHA-256 of the canonical JSON of the pack and its sources: the identity that reports name. */
  readonly sha256: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly cases: readonly PackCase[];
  readonly catalogue: FactCatalogue;
  /** Remembers what was prepared for a day and reading; no answer depends on it. */
  readonly prepared: Map<string, BoundProgram>;
};
