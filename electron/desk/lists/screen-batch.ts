import { setImmediate as breathe } from "node:timers/promises";
import { readNameFile } from "#node/lists";
import { xlsxOf } from "#node/office";
import { type Lang, type MessageKey, translate, translateData } from "#shared/i18n";
import { BATCH_SHOWN, type Batch } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { ENGINE, knownFigures } from "#shared/screening";
import type { DeskContext } from "../session/adapters.ts";
import type { TakenFile } from "../session/grants.ts";
import type { JobContext } from "../session/jobs.ts";
import { hitRow, screenNames } from "./hits.ts";
import { searchedLists } from "./open-matches.ts";

/** So many names are looked up before others are let in. */
const AT_ONCE = 50;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Row = ReturnType<typeof hitRow>;
type Ground = {
  readonly names: readonly string[];
  readonly hits: readonly Row[];
  readonly lists: Batch["lists"];
};

function reasonText(lang: Lang, reason: string): string {
  const [code = "", asked = "", found = ""] = reason.split("|");
  return translateData(lang, `screening.explain.${code}`, { asked, found });
}

function sheet(name: string, header: readonly string[], rows: readonly (readonly string[])[]) {
  const columns = header.map(() => ({ width: { fr: 1 } }));
  const table = {
    kind: "table" as const,
    columns,
    header: [[...header]],
    rows: rows.map((row) => [...row]),
  };
  return { name, table };
}

/** Every name with its hits, names without any included, and what was searched with which known recall. */
async function tableOf({ names, hits, lists }: Ground, lang: Lang): Promise<Uint8Array> {
  const word = (key: MessageKey) => translate(lang, key);
  const byName = new Map<string, Row[]>();
  for (const hit of hits) byName.set(hit.query, [...(byName.get(hit.query) ?? []), hit]);
  const rows = names.flatMap((name): string[][] => {
    const own = byName.get(name) ?? [];
    if (own.length === 0) return [[name, word("screening.batch.none"), "", "", "", ""]];
    return own.map((hit) => [
      name,
      word(`screening.strength.${hit.strength}`),
      hit.score.toFixed(2),
      hit.list,
      hit.name,
      hit.explanation.map((reason) => reasonText(lang, reason)).join("; "),
    ]);
  });
  const heads = ["name", "strength", "score", "list", "entry", "reasons"] as const;
  const about = [
    ...lists.map(({ title, date, sha256 }) => [title, date, sha256]),
    [translate(lang, "cli.screen.known", knownFigures()), ENGINE, ""],
  ];
  return await xlsxOf([
    sheet(
      word("screening.batch.sheet"),
      heads.map((head) => word(`screening.batch.${head}`)),
      rows,
    ),
    sheet(
      word("screening.batch.about"),
      [word("screening.batch.list"), word("screening.batch.date"), "SHA-256"],
      about,
    ),
  ]);
}

/** Looks up every name of a file; what was found, and a table of all names to be saved. */
export async function screenBatch(
  { lists, grants, workspace, clockAndIds }: DeskContext,
  file: TakenFile,
  lang: Lang,
  job: JobContext,
): Promise<Result<Batch>> {
  const read = await readNameFile(file.bytes, file.fileName);
  if (!read.ok) return read;
  const indexes = await lists.indexes();
  if (!indexes.ok) return indexes;
  if (indexes.value.length === 0) return err(appError("screening-no-lists"));
  const names = [...new Set(read.value)];
  const hits: Row[] = [];
  for (let at = 0; at < names.length && !job.signal.aborted; at += AT_ONCE) {
    job.progress("list-search", at, names.length);
    await breathe();
    hits.push(...screenNames(indexes.value, names.slice(at, at + AT_ONCE)).map(hitRow));
  }
  const hit = new Set(hits.map(({ query }) => query)).size;
  const recorded = await workspace.journal.record("screening.run", undefined, {
    lists: indexes.value.length,
    names: names.length,
    hits: hits.length,
    file: file.sha256,
  });
  if (!recorded.ok) return recorded;
  const searched = searchedLists(indexes.value);
  const bytes = await tableOf({ names, hits, lists: searched }, lang);
  const table = grants.offer({
    fileName: `${translate(lang, "screening.batch.file")}-${clockAndIds.today()}.xlsx`,
    mediaType: XLSX,
    bytes: () => Promise.resolve(ok(bytes)),
  });
  return ok({
    fileName: file.fileName,
    lists: searched,
    names: names.length,
    hit,
    hits: hits.slice(0, BATCH_SHOWN),
    table,
  });
}
