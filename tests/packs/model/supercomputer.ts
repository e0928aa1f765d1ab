import { asked, type Spread } from "./algebra.ts";
import { goodsOf } from "./goods.ts";
import type { Answer, Site, Situation } from "./situation.ts";

const LINE_FP64 = 100;
const LINE_FP32 = 200;

type Load = {
  readonly fp64: readonly [number, number];
  readonly fp32: number;
  readonly unknown: boolean;
};

/** Petaflops of all chips of a site at the published rates: double precision low and high, single precision. */
function loadOf(situation: Situation, site: string): Load {
  let low = 0;
  let high = 0;
  let fp32 = 0;
  let unknown = false;
  for (const line of situation.lines) {
    if (line.site !== site) continue;
    const goods = goodsOf(line);
    if (goods?.fp64 === undefined || goods.fp32 === undefined) {
      unknown = true;
      continue;
    }
    const chips = line.quantity * goods.chips;
    low += (chips * goods.fp64[0]) / 1000;
    high += (chips * goods.fp64[1]) / 1000;
    fp32 += (chips * goods.fp32) / 1000;
  }
  return { fp64: [low, high], fp32, unknown };
}

/** Which part of a site's chips stands within one envelope; undefined where nobody says, or the figures contradict it. */
function insideOne(situation: Situation, site: Site): number | undefined {
  if (site.oneEnvelope === "yes") return 1;
  if (site.oneEnvelope === "open" || site.envelopeChips === undefined) return undefined;
  const chips = situation.lines
    .filter((line) => line.site === site.id)
    .reduce((sum, line) => sum + line.quantity * (goodsOf(line)?.chips ?? 0), 0);
  return Math.min(1, site.envelopeChips / chips);
}

/** Whether the chips of a site make a supercomputer in one envelope. */
function supercomputerAt(situation: Situation, site: Site): Answer {
  const { fp64, fp32, unknown } = loadOf(situation, site.id);
  const stated64 = site.statedFp64;
  const stated32 = site.statedFp32;
  if ((stated64 ?? 0) >= LINE_FP64 || (stated32 ?? 0) >= LINE_FP32) return "yes";
  // Without published rates the stated figure is all there is.
  if (unknown) return stated64 === undefined || stated32 === undefined ? "open" : "no";
  if (fp64[1] < LINE_FP64 && fp32 < LINE_FP32) return "no";
  const part = insideOne(situation, site);
  if (part === undefined) return "open";
  if (fp64[0] * part >= LINE_FP64 || fp32 * part >= LINE_FP32) return "yes";
  return fp64[1] * part >= LINE_FP64 ? "open" : "no";
}

/** The rule over all sites: presumption of denial with a stop; for controlled goods also an unknown of the buyer. */
export function supercomputerRules(situation: Situation, isControlled: boolean): readonly Spread[] {
  return situation.sites.map((site) => {
    const answer = supercomputerAt(situation, site);
    const counted = answer === "open" && !isControlled ? "no" : answer;
    return asked(counted, "presumption-of-denial", true);
  });
}
