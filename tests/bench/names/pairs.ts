import { readFileSync } from "node:fs";
import type { ListEntry } from "#shared/lists";
import { buildListIndex, screen } from "#shared/screening";
import { csvTable } from "./csv.ts";

/** Two names, and whether they are names of one. */
export type Pair = {
  readonly schema: string;
  readonly one: string;
  readonly other: string;
  readonly same: boolean;
  readonly category: string;
};

const kinds: Readonly<Record<string, ListEntry["kind"]>> = {
  Person: "person",
  Vessel: "vessel",
  LegalEntity: "not-said",
};

/** Pairs of a CSV file with the columns `name1`, `name2`, `is_match` and perhaps `schema` and `category`. */
export function readPairs(file: string | URL): readonly Pair[] {
  return csvTable(readFileSync(file, "utf8"))
    .filter((row) => row.get("name1") !== "" && row.get("name2") !== "")
    .map((row) => ({
      schema: row.get("schema") ?? "Company",
      one: row.get("name1") ?? "",
      other: row.get("name2") ?? "",
      same: row.get("is_match")?.trim().toLowerCase() === "true",
      category: row.get("category") ?? "",
    }));
}

function indexOf(name: string, kind: ListEntry["kind"]) {
  const entry: ListEntry = {
    id: "pair:1",
    list: "pair",
    kind,
    name,
    aliases: [],
    countries: [],
    codes: [],
    programs: [],
  };
  return buildListIndex({
    id: "pair",
    title: "pair",
    date: "unknown",
    sha256: "0".repeat(64),
    format: "pair",
    lists: ["pair"],
    entries: [entry],
  });
}

/** The score with which the one name finds the other on a list that holds it alone; 0 where it does not. */
function pairScore({ schema, one, other }: Pair): number {
  const hits = screen(indexOf(other, kinds[schema] ?? "entity"), { names: [one], codes: [] });
  return hits[0]?.score ?? 0;
}

export type Accuracy = {
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wrong: readonly { readonly pair: Pair; readonly score: number }[];
};

/** Precision, recall and F1 of the hits on pairs, and the pairs on the wrong side. */
export function accuracyOf(pairs: readonly Pair[]): Accuracy {
  let hit = 0;
  let right = 0;
  const wrong: { pair: Pair; score: number }[] = [];
  for (const pair of pairs) {
    const score = pairScore(pair);
    if (score > 0) hit += 1;
    if (score > 0 && pair.same) right += 1;
    if (score > 0 !== pair.same) wrong.push({ pair, score });
  }
  const same = pairs.filter((pair) => pair.same).length;
  const precision = hit === 0 ? 1 : right / hit;
  const recall = same === 0 ? 1 : right / same;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { n: pairs.length, precision, recall, f1, wrong };
}
