import { type Report, runCheck } from "#shared/check";
import { canonicalJson } from "#shared/kernel";
import { projectDossier } from "#shared/packet";
import type { Program } from "#shared/rules";
import type { ListIndex } from "#shared/screening";
import { alternativesNamedBy } from "./cn/published-alternatives.ts";
import { applicantAndUsers, classRowsOf } from "./parts/class-statement.ts";
import {
  type ChineseContent,
  type ExporterContent,
  type RecordContent,
  type SetContent,
  setContentOf,
} from "./set-content.ts";

/** What a content can be made again with: every pack and list that is at hand, and the version of the program. */
export type Ground = {
  readonly madeWith: string;
  readonly packs: readonly Program[];
  readonly lists: readonly ListIndex[];
};

/**
 * What came of making a content again from its own dossier: the parts that came out otherwise, and what was not at hand, by
 * name, so that the rest could not be made again.
 */
export type Again = { readonly differs: readonly string[]; readonly missing: readonly string[] };

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other);

/** Members of two contents that are not the same. */
function differing(one: SetContent, other: SetContent): readonly string[] {
  const [a, b] = [one, other].map((content) => new Map(Object.entries(content)));
  const keys = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
  return [...keys].filter((key) => !same(a?.get(key) ?? null, b?.get(key) ?? null)).toSorted();
}

/** A reader's dossier holds nothing that the projection for this reader would have taken out. */
function projected({ set, dossier }: ChineseContent | ExporterContent): readonly string[] {
  return same(projectDossier(dossier, set), dossier) ? [] : ["dossier"];
}

function chineseAgain(content: ChineseContent, { packs }: Ground): Again {
  const { dossier, classPack, asOf } = content;
  const differs = [...projected(content)];
  if (!same(alternativesNamedBy(dossier), content.alternatives)) differs.push("alternatives");
  const program = packs.find(({ sha256 }) => sha256 === classPack?.sha256);
  if (classPack !== undefined && program === undefined)
    return { differs, missing: [`${classPack.id} ${classPack.version}`] };
  if (!same(classRowsOf(dossier, program === undefined ? [] : [program], asOf), content.classes))
    differs.push("classes");
  const { pack } = program ?? {};
  if (pack !== undefined && !same([pack.id, pack.version], [classPack?.id, classPack?.version]))
    differs.push("classPack");
  // Every desk has a pack of the China track. Where a filing names none, nothing shows what was left out of it.
  const isOpen = classPack === undefined && applicantAndUsers(dossier).length > 0;
  return { differs, missing: isOpen ? ["cn-import"] : [] };
}

/** Names of what a report was made with and is not here. */
function missingFor(content: RecordContent, ground: Ground): readonly string[] {
  const packs = new Set(ground.packs.map(({ sha256 }) => sha256));
  const lists = new Set(ground.lists.map(({ sha256 }) => sha256));
  const { report, madeWith } = content;
  return [
    ...(madeWith === ground.madeWith ? [] : [madeWith]),
    ...report.packs.filter(({ sha256 }) => !packs.has(sha256)).map((p) => `${p.id} ${p.version}`),
    ...report.lists.filter(({ sha256 }) => !lists.has(sha256)).map((l) => `${l.id} ${l.date}`),
  ];
}

function checkedAgain({ dossier, report }: RecordContent, ground: Ground): Report | undefined {
  // What signed acts stood behind is part of what the record was made from; who signed is for the journal to show.
  const lookups = report.lookups ?? [];
  const confirmed = lookups.filter((one) => "isConfirmed" in one && one.isConfirmed);
  const counted = "countedDecisions" in report ? report.countedDecisions : undefined;
  const acts = {
    confirmed: new Set(confirmed.map(({ id }) => id)),
    ...(counted === undefined ? {} : { counted: new Set(counted) }),
  };
  const checked = runCheck({
    dossier,
    packs: report.packs.flatMap(({ sha256 }) => ground.packs.filter((p) => p.sha256 === sha256)),
    lists: report.lists.flatMap(({ sha256 }) => ground.lists.filter((l) => l.sha256 === sha256)),
    asOf: report.asOf,
    reading: report.reading,
    ...acts,
  });
  return checked.ok ? checked.value : undefined;
}

function recordAgain(content: RecordContent, ground: Ground): Again {
  const missing = missingFor(content, ground);
  if (missing.length > 0) return { differs: [], missing };
  const report = checkedAgain(content, ground);
  if (report === undefined) return { differs: ["report"], missing };
  const again = setContentOf({
    ...content,
    report,
    packs: ground.packs.filter(({ sha256 }) => report.packs.some((p) => p.sha256 === sha256)),
    lists: report.lists.flatMap(({ sha256 }) => ground.lists.filter((l) => l.sha256 === sha256)),
  });
  return { differs: differing(again, content), missing };
}

/**
 * Makes the derived parts of a content again from its own dossier, with the packs and lists that it names: check, screening,
 * classes, figures, cited words, commitment, and for what goes out the projection. What only the sender could derive (the
 * commitment of an outgoing set, a self-check taken from the record) stands as stated.
 */
export function contentAgain(content: SetContent, ground: Ground): Again {
  switch (content.set) {
    case "cn-filing":
      return chineseAgain(content, ground);
    case "us-exporter":
      return { differs: projected(content), missing: [] };
    case "internal-record":
      return recordAgain(content, ground);
  }
}
