import { factCatalogue } from "#shared/facts";
import type { Program } from "#shared/rules";
import type { SentProgram } from "../check/check-task.ts";
import { pictureView, standingView, viewFacts } from "./ownership-view.ts";

/** What a task process is given to say who stands behind a party. */
export type OwnershipTask = {
  readonly view: "picture" | "standing";
  readonly input: Omit<Parameters<typeof viewFacts>[0], "programs" | "before">;
  readonly programs: readonly SentProgram[];
  readonly subject: string;
  readonly most: number;
};

/** The picture of a party, or how it stands, computed in a task process. */
export function answerOwnership({ view, input, programs, subject, most }: OwnershipTask): unknown {
  const whole = programs.map(
    (sent): Program => ({ ...sent, catalogue: factCatalogue, prepared: new Map() }),
  );
  const facts = viewFacts({ ...input, before: undefined, programs: whole });
  return view === "standing"
    ? standingView(facts, whole, subject)
    : pictureView(facts, whole, { subject, parties: input.parties, most });
}
