import type { Dossier, Evidence } from "#shared/model";
import { evidenceFor, type OutgoingSet, textsCarried } from "#shared/packet";
import type { Collector } from "./collector.ts";
import { sectionOfPath } from "./section-of-path.ts";
import { textsOf } from "./whole-text.ts";

/** Names of domestic accelerators whose use a US-facing paper should not describe without counsel (US-G-06). */
const domesticChip = /\bascend\b|\batlas ?\d|昇腾|华为|寒武纪|国产(?:加速|芯片|卡|算力)/i;

/** Chinese counter-measures: what the firm thinks of them is for its lawyers, not for the exporter (CN-L-02, CN-L-03). */
const counterSanctions =
  /反外国制裁|反制裁|阻断办法|不当域外|不可靠实体|counter[- ]?sanctions?|anti-foreign sanctions|blocking (?:rules|statute)|unreliable entit/i;

/** Matters of the US licence that a Chinese filing does not need; naming them there is for the firm to decide. */
const usMatters =
  /实体清单|未核实清单|军事最终用户清单|entity list|unverified list|\bSDN\b|1260H|presumption of denial|推定拒绝/i;

/** Fields that are no one's words: codes, ids, dates, hashes, and figures' sources from the product book. */
const wordless = /\.(id|sha256|uscc|mediaType|source|kind|side|value|asOf|date)$/;

const SHORTEST_TITLE = 6;

function namesOf(item: Evidence): readonly string[] {
  return [item.title.zh, item.title.en, item.fileName].filter(
    (name) => name !== undefined && name.length >= SHORTEST_TITLE,
  ) as string[];
}

/** Any of them: most texts hold none, and one look tells so. */
const anyMatter = new RegExp(
  [domesticChip, counterSanctions, usMatters].map(({ source }) => source).join("|"),
  "i",
);
const speaks = new WeakMap<Dossier, boolean>();

function speaksOfAny(dossier: Dossier): boolean {
  let known = speaks.get(dossier);
  if (known === undefined) {
    known = anyMatter.test(textsOf(dossier).rest);
    speaks.set(dossier, known);
  }
  return known;
}

/**
 * Whether anything of the kind may stand in a set at all. Most dossiers speak of nothing of it: one look at everything, even at
 * what the set does not carry, is cheaper than a look at each field.
 */
function mayCross(dossier: Dossier, set: OutgoingSet, titles: readonly string[]): boolean {
  const { rest } = textsOf(dossier);
  const evidence = JSON.stringify(evidenceFor(dossier, set));
  const patterns = set === "us-exporter" ? [domesticChip, counterSanctions] : [usMatters];
  const written = titles.map((title) => JSON.stringify(title.normalize("NFC")).slice(1, -1));
  const holds = (text: string) => patterns.some((one) => one.test(text));
  return (
    (speaksOfAny(dossier) && holds(rest)) ||
    holds(evidence) ||
    written.some((title) => rest.includes(title) || evidence.includes(title))
  );
}

/**
 * Warns where the words of one set speak of the other reader's matters: domestic chips and counter-measures in what goes to
 * the exporter, matters of the US licence in the filing, and papers that only the other set carries. It warns and no more:
 * the comparison with domestic products belongs into the filing, and what is true may have to be said.
 */
export function crossedMatters(items: Collector, dossier: Dossier, set: OutgoingSet): void {
  const others = dossier.evidence.filter((item) => item.side !== set && item.side !== "both");
  const titles = others.flatMap(namesOf);
  const warn = (path: string, why: string, params?: Readonly<Record<string, string>>) =>
    items.in(sectionOfPath(path)).add("conditional", path, why, params);
  if (!mayCross(dossier, set, titles)) return;
  for (const { path, text } of textsCarried(dossier, set)) {
    if (wordless.test(path)) continue;
    const named = titles.find((title) => text.includes(title));
    if (named !== undefined) warn(path, "one-side-paper", { paper: named });
    if (set === "us-exporter") {
      if (domesticChip.test(text)) warn(path, "domestic-chip-text");
      const measures = counterSanctions.exec(text)?.[0];
      if (measures !== undefined) warn(path, "counter-sanctions-text", { words: measures });
    } else {
      const matters = usMatters.exec(text)?.[0];
      if (matters !== undefined) warn(path, "us-matters-text", { words: matters });
    }
  }
}
