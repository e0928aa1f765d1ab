import { attempt } from "#node/files";
import { appError, ok, type Result } from "#shared/kernel";
import { mapOk } from "./books.ts";
import type { Store } from "./collections.ts";
import { type DeskJournal, type JournalLine, type ToldLine, toldVerbs } from "./desk-workspace.ts";

async function journalLines(store: Store): Promise<Result<readonly JournalLine[]>> {
  return await attempt(store.dir, async () => {
    const lines: JournalLine[] = [];
    for await (const { seq, hash, entry } of store.journal.records()) {
      if (entry === undefined) continue;
      const { at, by, verb, subject, detail } = entry;
      const note =
        detail === undefined
          ? ""
          : Object.entries(detail)
              .map(([k, v]) => `${k}=${v}`)
              .join(" ");
      lines.push({
        seq,
        at,
        who: by,
        verb,
        subject: subject === undefined ? "" : `${subject.collection}/${subject.id}`,
        oldHash: entry.old ?? null,
        newHash: entry.new ?? null,
        hash,
        ...(note === "" ? {} : { note }),
      });
    }
    return lines;
  });
}

const isTold = (verb: string) => (toldVerbs as readonly string[]).includes(verb);

async function toldLines(store: Store): Promise<Result<ToldLine[]>> {
  return await attempt(store.dir, async () => {
    const lines: ToldLine[] = [];
    for await (const { entry } of store.journal.records()) {
      if (entry === undefined || !isTold(entry.verb)) continue;
      const { verb, at, subject, detail = {} } = entry;
      lines.push({ verb, at, subject, detail });
    }
    return lines;
  });
}

/** The journal as the desk reads and writes it; `by` says who acts. */
export function createJournal(store: Store, by: () => string): DeskJournal {
  let kept: ToldLine[] | undefined;
  return {
    told: async (verb) => {
      // Only the one writer adds such lines, and only through `record`; a reader looks each time.
      const all = kept === undefined ? await toldLines(store) : ok(kept);
      if (!all.ok) return all;
      if (store.mode === "write") kept = all.value;
      return ok(all.value.filter((line) => line.verb === verb));
    },
    record: async (verb, subject, detail) => {
      // What a reader of somebody else's workspace looks at leaves no trace there.
      if (store.mode === "read") return ok(undefined);
      const draft = {
        by: by(),
        verb,
        ...(subject === undefined ? {} : { subject: { ...subject } }),
        ...(detail === undefined ? {} : { detail: { ...detail } }),
      };
      const recorded = await store.record(draft);
      if (recorded.ok && isTold(verb)) kept?.push({ verb, at: "", subject, detail: detail ?? {} });
      return mapOk(recorded, () => undefined);
    },
    show: async ({ subject, before, limit }) =>
      mapOk(await journalLines(store), (lines) =>
        lines
          .filter((line) => subject === undefined || line.subject.includes(subject))
          .filter((line) => before === undefined || line.seq < before)
          .slice(-limit)
          .toReversed(),
      ),
    verify: async () => {
      const report = await attempt(store.dir, () => store.journal.verify());
      return mapOk(report, ({ lines, breaks }) => {
        const first = breaks[0];
        const found = breaks.map(({ error, file, line }) =>
          appError(error.code, { ...error.params, file, line }),
        );
        return {
          breaks: found,
          intact: breaks.length === 0,
          entries: lines,
          ...(first === undefined
            ? {}
            : { problem: `${first.error.code} (${first.file}:${first.line})` }),
        };
      });
    },
  };
}
