import { createFactSource, type FactSource } from "#shared/facts";
import { appError, type CivilDate, err, isWithin, ok, type Result } from "#shared/kernel";
import { type Dossier, hashOfTexts } from "#shared/model";
import {
  checkLookups,
  evaluate,
  evaluateLane,
  type Lane,
  type LaneOutcome,
  type Program,
  type Reading,
  readings,
  type Track,
  type TrackReport,
  tracks,
} from "#shared/rules";
import { type ListIndex, screenDossier, screenedLists, toListHits } from "#shared/screening";
import { completenessOf } from "./completeness/completeness.ts";
import { textsOf } from "./completeness/whole-text.ts";
import type { Report } from "./report.ts";

/** Everything a check looks at. Nothing else has any part in the answer: no clock, no chance, no network. */
export type CheckInput = {
  readonly dossier: Dossier;
  /** One program per track. */
  readonly packs: readonly Program[];
  readonly lists: readonly ListIndex[];
  readonly asOf: CivilDate;
  readonly reading: Reading;
  /**
   * Ids of the dossier's look-ups that a second person confirmed by a signed act which the caller verified. What a file says of its
   * own confirmations counts for nothing.
   */
  readonly confirmed?: ReadonlySet<string> | undefined;
  /**
   * Ids of the dossier's list decisions that count by signed acts which the caller verified. Absent where there are no acts: then the
   * person that a decision names is all there is.
   */
  readonly counted?: ReadonlySet<string> | undefined;
};

type Programs = Readonly<Record<Track, Program>>;

/** One program per track, once every look-up of the dossier is found to be one that they allow. */
export function programsOf({ packs, dossier }: CheckInput): Result<Programs> {
  const found: Partial<Record<Track, Program>> = {};
  for (const track of tracks) {
    const own = packs.filter((one) => one.pack.track === track);
    const [program] = own;
    if (program === undefined) return err(appError("pack-none", { track }));
    if (own.length > 1)
      return err(appError("pack-two", { track, packs: own.map((one) => one.pack.version) }));
    found[track] = program;
  }
  const entered = checkLookups(packs, dossier.order.lookups ?? []);
  return entered.ok ? ok(found as Programs) : entered;
}

/** Screening first: facts report its hits, so it must have happened before any rule asks. */
export function gatherFacts({ dossier, lists, asOf, counted }: CheckInput): FactSource {
  const hits = toListHits(screenDossier(lists, dossier, counted));
  return createFactSource({ dossier, hits, asOf, screened: screenedLists(lists) });
}

type Outcomes = Readonly<Record<Track, LaneOutcome>>;

/** The lane of each track with the best and the worst that it may become: small and quick enough for every keystroke. */
export function outcomesOf(input: CheckInput): Result<Outcomes> {
  const programs = programsOf(input);
  if (!programs.ok) return programs;
  const facts = gatherFacts(input);
  const { asOf, reading, dossier, confirmed } = input;
  const options = { asOf, reading, lookups: dossier.order.lookups, confirmed };
  const outcome = (track: Track) => evaluateLane(programs.value[track], facts, options);
  return ok({ "cn-import": outcome("cn-import"), "us-export": outcome("us-export") });
}

/** The lane of each track and nothing else: for asking the same of a thousand drafts. */
export function lanesOf(input: CheckInput): Result<Readonly<Record<Track, Lane>>> {
  const outcomes = outcomesOf(input);
  if (!outcomes.ok) return outcomes;
  const { "cn-import": cn, "us-export": us } = outcomes.value;
  return ok({ "cn-import": cn.lane, "us-export": us.lane });
}

/** What persons entered about the law, each with the name of who did; nothing at all where nobody did. */
function lookedUp({ dossier, asOf, confirmed }: CheckInput): Pick<Report, "lookups"> {
  const entries = dossier.order.lookups ?? [];
  if (entries.length === 0) return {};
  return {
    lookups: entries.map((entry) => {
      const name = dossier.persons.find(({ id }) => id === entry.person)?.name;
      const applies = isWithin(asOf, entry.from, entry.to);
      const isConfirmed = confirmed?.has(entry.id) === true;
      return { ...entry, ...(name === undefined ? {} : { name }), applies, isConfirmed };
    }),
  };
}

/** Which decisions about list matches counted by signed acts; nothing at all where none were made or no acts are kept. */
function decided({ dossier, counted }: CheckInput): Pick<Report, "countedDecisions"> {
  const { screening = [] } = dossier.order;
  if (counted === undefined || screening.length === 0) return {};
  const ids = screening.flatMap(({ id }) => (counted.has(id) ? [id] : []));
  return { countedDecisions: ids.toSorted() };
}

/** The set of papers that goes with a track. */
const setOf = { "cn-import": "cn-filing", "us-export": "us-exporter" } as const;

/**
 * The report of one check: screening, facts, rules of both tracks, all three readings side by side, and what either reader
 * would miss. The same input gives the same bytes.
 */
export function runCheck(input: CheckInput): Result<Report> {
  const { dossier, lists, asOf, reading, confirmed } = input;
  const programs = programsOf(input);
  if (!programs.ok) return programs;
  const facts = gatherFacts(input);
  const lookups = dossier.order.lookups;
  const completeness = completenessOf(dossier, { asOf });
  const full = (track: Track): TrackReport => {
    const { missing } = completeness[setOf[track]];
    const papers = missing.filter(({ need }) => need !== "optional").map(({ path }) => path);
    const options = { asOf, reading, lookups, confirmed, papers };
    return evaluate(programs.value[track], facts, options);
  };
  const reports = { "cn-import": full("cn-import"), "us-export": full("us-export") };
  const laneUnder = (track: Track, other: Reading): Lane =>
    other === reading
      ? reports[track].lane
      : evaluateLane(programs.value[track], facts, { asOf, reading: other, lookups, confirmed })
          .lane;
  const sideBySide = Object.fromEntries(
    readings.map((other) => [
      other,
      { "cn-import": laneUnder("cn-import", other), "us-export": laneUnder("us-export", other) },
    ]),
  ) as Report["readings"];
  return ok({
    schema: "h200-desk/report@2",
    asOf,
    reading,
    dossier: { id: dossier.order.id, sha256: hashOfTexts(textsOf(dossier)) },
    packs: tracks.map((track) => {
      const { pack, sha256 } = programs.value[track];
      return { id: pack.id, version: pack.version, sha256 };
    }),
    lists: lists
      .map(({ id, date, sha256 }) => ({ id, date, sha256 }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ...lookedUp(input),
    ...decided(input),
    tracks: reports,
    readings: sideBySide,
    completeness,
  });
}
