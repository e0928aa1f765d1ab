import type { EditionContent } from "#node/editions";
import { type Difference, type Place, readPacketFile } from "#node/packets";
import { pageTexts } from "#node/pdf-reading";
import type { Consistency } from "#shared/packet";
import { digest, type Typesetting } from "../packet-builder/typesetting.ts";
import { type Held, paperPaths } from "./packet-problems.ts";

/** Longest that papers of a stranger's packet are set again. */
const MOST_MILLISECONDS = 120_000;

/** Largest documents that are set again; those of an order with five thousand lines are a quarter of it. */
const MOST_CHARACTERS = 6_000_000;

/** How far papers are those of the content, and what speaks against it. */
export type PapersAgain = {
  readonly consistent: Consistency;
  readonly problems: readonly Difference[];
};

const INFO = "bag-info.txt";

/** The words of a paper without spaces and line ends; nothing where it is no PDF of our kind. */
function textOf(pdf: Uint8Array): string | undefined {
  try {
    const texts = pageTexts(pdf).map((page) => page.map(({ text }) => text).join(""));
    return texts.join("\f").replace(/[^\S\f]/gu, "");
  } catch {
    return undefined;
  }
}

async function sameText(place: Place, path: string, made: Uint8Array): Promise<boolean> {
  const given = await readPacketFile(place, path);
  const text = given.ok ? textOf(given.value) : undefined;
  return text !== undefined && text === textOf(made);
}

/** Whether the packet names a typesetter that this program is or knows, with a program that carried it. */
async function makerOf(
  typesetting: Typesetting,
  content: EditionContent,
  found: Held["found"],
): Promise<"own" | "older" | "unknown"> {
  const typesetter = found.info.get("Typesetter") ?? "";
  const madeWith = found.info.get("Made-With") ?? "";
  if (!/^h200-desk \d{1,4}\.\d{1,4}\.\d{1,4}$/.test(madeWith)) return "unknown";
  if (content.typesetters.includes(typesetter)) {
    const carried = content.programs.length === 0 || content.programs.includes(madeWith);
    return carried ? "older" : "unknown";
  }
  return content.templates === "templates" && typesetter === (await typesetting.engine())
    ? "own"
    : "unknown";
}

/** Papers that cannot be made again: whether each says that it belongs to this content, by the fingerprint that it prints. */
async function namedOnPapers(place: Place, held: Held): Promise<readonly Difference[]> {
  const short = held.fingerprint.slice(0, 16);
  const about = `data/${held.content.set}.json`;
  const problems: Difference[] = [];
  for (const path of paperPaths(held)) {
    const given = await readPacketFile(place, path);
    const pages = (given.ok ? textOf(given.value) : undefined)?.split("\f") ?? [""];
    if (!pages.every((page) => page.includes(short)))
      problems.push({ kind: "changed", path, reason: "paper-text-differs", about });
  }
  return problems;
}

/**
 * Sets the papers of a packet again from its content and compares them byte for byte. Where a known older typesetter made them and
 * bytes differ, their words are compared instead. What cannot be set again counts as different.
 */
export async function papersAgain(
  typesetting: Typesetting,
  place: Place,
  held: Held,
): Promise<PapersAgain> {
  const { found, content, documents } = held;
  const own = `data/${content.set}.json`;
  const maker = await makerOf(typesetting, content, found);
  const unknown: readonly Difference[] =
    maker === "unknown" ? [{ kind: "changed", path: INFO, reason: "maker-unknown" }] : [];
  if (documents === undefined) {
    const problems = [...unknown, ...(await namedOnPapers(place, held))];
    return { consistent: problems.length === 0 ? "text-only" : "differs", problems };
  }
  const stuck = (about: string): PapersAgain => ({
    consistent: "differs",
    problems: [...unknown, { kind: "malformed", path: own, reason: "not-set-again", about }],
  });
  if (documents.reduce((sum, item) => sum + JSON.stringify(item).length, 0) > MOST_CHARACTERS)
    return stuck("too large");
  const made = await typesetting.documents(documents, {
    signal: AbortSignal.timeout(MOST_MILLISECONDS),
    templates: content.templates,
  });
  if (!made.ok) return stuck(made.error.code);
  const problems: Difference[] = [...unknown];
  let consistent: Consistency = maker === "unknown" ? "differs" : "same";
  for (const { path, content: pdf } of made.value.files) {
    const at = `data/${path}`;
    // A paper that is not there was told; nothing is compared with it.
    if (!(pdf instanceof Uint8Array) || !found.digests.has(at)) continue;
    if (found.digests.get(at) === digest(pdf)) continue;
    if (maker === "older" && (await sameText(place, at, pdf))) {
      if (consistent === "same") consistent = "text-only";
      continue;
    }
    consistent = "differs";
    const reason = maker === "older" ? "paper-text-differs" : "paper-differs";
    problems.push({ kind: "changed", path: at, reason, about: own });
  }
  return { consistent, problems };
}
