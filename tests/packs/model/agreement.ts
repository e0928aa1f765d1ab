import type { Reading, Track } from "#shared/rules";
import type { Case } from "./cases/generate.ts";
import { type Answered, askDesk } from "./desk.ts";
import { expected } from "./model.ts";
import type { Expectation, Outcome } from "./situation.ts";

/** What of an answer is compared. */
const aspects = ["lane", "stop", "atBest", "atWorst"] as const;
type Aspect = (typeof aspects)[number] | "refusal";

/** One place in which desk and model say different things. */
export type Difference = {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly track: Track;
  readonly reading: Reading;
  readonly aspect: Aspect;
  readonly expected: string;
  readonly got: string;
};

const tracks: readonly Track[] = ["cn-import", "us-export"];
const readings: readonly Reading[] = ["narrow", "working", "broad"];

function aspectsOf(wanted: Outcome, got: Outcome): readonly (readonly [Aspect, string, string])[] {
  return aspects
    .filter((aspect) => wanted[aspect] !== got[aspect])
    .map((aspect) => [aspect, String(wanted[aspect]), String(got[aspect])]);
}

function between(
  wanted: Expectation,
  got: Answered,
  track: Track,
): readonly (readonly [Aspect, string, string])[] {
  if ("refusal" in got)
    return wanted === "refused" ? [] : [["refusal", "read", `refused ${got.refusal}`]];
  if (wanted === "refused") return [["refusal", "refused", `read, ${got[track].lane}`]];
  return aspectsOf(wanted[track], got[track]);
}

/** Every difference between desk and model about one case, over both tracks and the three readings. */
export function differencesOf(one: Case): readonly Difference[] {
  const ask = askDesk(one.situation);
  return readings.flatMap((reading) => {
    const wanted = expected(one.situation, reading);
    const got = ask(reading);
    return tracks.flatMap((track) =>
      between(wanted, got, track).map(([aspect, want, said]) => ({
        name: one.name,
        kinds: one.kinds,
        track,
        reading,
        aspect,
        expected: want,
        got: said,
      })),
    );
  });
}
