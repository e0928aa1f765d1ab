import { readdirSync } from "node:fs";
import { type Report, runCheck } from "#shared/check";
import type { Result } from "#shared/kernel";
import type { ListSnapshot } from "#shared/lists";
import { parseDossier } from "#shared/model";
import type { Program, Reading, Track } from "#shared/rules";
import { buildListIndex } from "#shared/screening";
import { programOf, readPack } from "../support/pack-files.ts";
import { dossierOf, entryOf } from "./cases/dossier.ts";
import type { Expectation, Outcome, Situation } from "./situation.ts";

const tracks: readonly Track[] = ["cn-import", "us-export"];

function newestPack(track: Track): Program {
  const folder = new URL(`../../../shared/packs/${track}/`, import.meta.url);
  const issued = readdirSync(folder).sort().at(-1);
  return programOf({ ...readPack(`${track}/${issued}/`), cases: [] });
}

const packs = tracks.map(newestPack);
const lists = ["entity-list", "meu", "mieu", "sdn", "dpl", "uvl", "1260h", "cmic"];

/** An invented snapshot of all lists that names those whom the situation says are named. */
function snapshotOf({ firms }: Situation): ListSnapshot {
  return {
    id: "invented",
    title: "Invented lists",
    date: "2026-07-31",
    sha256: "0".repeat(64),
    format: "invented",
    lists,
    entries: firms.flatMap((firm) => firm.listings.map((listing) => entryOf(firm, listing))),
  };
}

/** What the desk says, or why it reads nothing. */
export type Answered = { readonly refusal: string } | Exclude<Expectation, "refused">;

/** The desk's own report of a situation, by its library. */
export function reportOf(
  situation: Situation,
  written: unknown = dossierOf(situation),
): (reading: Reading) => Result<Report> {
  const dossier = parseDossier(written);
  const index = [buildListIndex(snapshotOf(situation))];
  const { asOf } = situation;
  const entries = dossier.ok ? (dossier.value.order.lookups ?? []) : [];
  // The situation's own word that a second person signed stands for the act that a desk would have verified.
  const confirmed = new Set(entries.flatMap((one) => (one.confirmed ? [one.id] : [])));
  return (reading) =>
    dossier.ok
      ? runCheck({ dossier: dossier.value, packs, lists: index, asOf, reading, confirmed })
      : dossier;
}

/** What the desk says of both tracks under each reading, or why it reads nothing. */
export function askDesk(situation: Situation): (reading: Reading) => Answered {
  const ask = reportOf(situation);
  return (reading) => {
    const report = ask(reading);
    if (!report.ok) return { refusal: JSON.stringify(report.error) };
    const outcome = (track: Track): Outcome => {
      const { lane, atBest, atWorst, findings } = report.value.tracks[track];
      // The review before anything goes out stops every order alike, and says nothing of this one.
      const stop = findings.some(
        (one) => one.stop === true && one.value === "holds" && !one.rule.endsWith(".legal-review"),
      );
      return { lane, atBest, atWorst, stop };
    };
    return { "cn-import": outcome("cn-import"), "us-export": outcome("us-export") };
  };
}
