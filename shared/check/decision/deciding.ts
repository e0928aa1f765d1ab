import {
  type Authority,
  type Citation,
  type Finding,
  lanes,
  type TrackReport,
} from "#shared/rules";

/** From the weakest kind of text to the strongest; a finding stands on no more than its weakest one. */
const byStrength: readonly Authority[] = [
  "unverified",
  "press",
  "data",
  "law-firm",
  "computed",
  "filing",
  "official-statement",
  "regulation",
  "statute",
];

/** The weakest kind that some sources have; undefined where there are none. */
export function weakestKind(sources: readonly Citation[]): Authority | undefined {
  return byStrength.find((kind) => sources.some(({ authority }) => authority === kind));
}

function place(effect: Finding["effect"]): number {
  const found = (lanes as readonly string[]).indexOf(effect);
  return found < 0 ? lanes.length : found;
}

const severityOf = ({ effect, atWorst }: Finding): number => place(atWorst ?? effect);

/**
 * The findings that decide a track's lane, the most severe first: those that hold with it; where the law leaves it open, those that
 * it leaves open above it; where facts are missing, those that are unknown for want of them.
 */
export function decidingFindings({ lane, atBest, findings }: TrackReport): readonly Finding[] {
  const reaching = findings.filter(
    ({ value, effect }) => value !== "fails" && place(effect) < lanes.length,
  );
  const sorted = reaching.toSorted((a, b) => severityOf(a) - severityOf(b));
  const own = sorted.filter(({ effect }) => effect === lane);
  const holding = own.filter(({ value }) => value === "holds");
  if (holding.length > 0) return holding;
  if (lane === atBest && own.length > 0) return own;
  const open = sorted.filter(({ value }) => value === "unknown");
  if (lane === "needs-information") {
    const asked = open.filter(({ ask }) => ask.length > 0);
    return asked.length > 0 ? asked : open;
  }
  const worse = open.filter(
    (finding) => severityOf(finding) <= place(lane) && finding.ask.length === 0,
  );
  return worse.length > 0 ? worse : open;
}
