import { z } from "zod";
import { decodeText, encodings, parseStrictJson } from "#node/input";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type ListNote, listNoteKinds, plainFields } from "#shared/lists";
import type { DeskFiles } from "../workspace/desk-workspace.ts";

const line = z.string().max(400);
const storedName = z.string().max(200);

/** How a plain list is to be read again. */
const plainOptionsSchema = z.strictObject({
  columns: z.partialRecord(z.enum(plainFields), line).optional(),
  encoding: z.enum(encodings).optional(),
  sheet: z.number().int().min(0).max(500).optional(),
});
export type PlainOptions = z.infer<typeof plainOptionsSchema>;

const metaSchema = z.strictObject({
  schema: z.literal("h200-desk/list@1"),
  id: z.string().max(80),
  title: line,
  date: z.string().max(20),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.number().int().nonnegative(),
  file: storedName,
  /** Short ids of the lists inside; files imported long ago do not say. */
  lists: z.array(z.string().max(80)).max(500).optional(),
  /** OFAC's aliases and addresses, stored beside its names. */
  beside: z.array(storedName).max(2).optional(),
  /** Day of the import and layout of the file; not said by files imported long ago. */
  imported: z.string().max(20).optional(),
  format: z.string().max(40).optional(),
  plain: plainOptionsSchema.optional(),
  notes: z
    .array(
      z.strictObject({
        kind: z.enum(listNoteKinds),
        line: z.number().int().nonnegative(),
        what: z.string().max(2_000),
      }),
    )
    .max(400)
    .optional(),
});

/** What is kept beside an imported list. */
export type ListMeta = z.infer<typeof metaSchema>;

/** The note of one imported list. */
export async function readMeta(files: DeskFiles, name: string): Promise<Result<ListMeta>> {
  const bytes = await files.read("lists", name);
  if (!bytes.ok) return bytes;
  const text = decodeText(bytes.value, name, { mark: "refuse" });
  if (!text.ok) return text;
  const json = parseStrictJson(text.value, name);
  if (!json.ok) return json;
  const parsed = metaSchema.safeParse(json.value);
  const own = parsed.success && name === `${parsed.data.sha256.slice(0, 16)}.meta.json`;
  return own ? ok(parsed.data) : err(appError("list-meta-damaged", { file: name }));
}

/** Whether another file is of a later day and covers everything that this one does. */
export function isSuperseded(meta: ListMeta, all: readonly ListMeta[]): boolean {
  const own = meta.lists ?? [];
  if (own.length === 0 || meta.date === "unknown") return false;
  return all.some(
    ({ date, lists = [] }) =>
      date !== "unknown" && date > meta.date && own.every((list) => lists.includes(list)),
  );
}

/**
 * The lists that are screened, newest state only; on an earlier day those that were the newest then. A list of which no
 * state is that old is still looked at, in its oldest state.
 */
export function listsOn(all: readonly ListMeta[], asOf: string | undefined): readonly ListMeta[] {
  const known = (meta: ListMeta) =>
    asOf === undefined || meta.date === "unknown" || meta.date <= asOf;
  const then = all.filter(known);
  const covered = new Set(then.flatMap(({ lists = [] }) => lists));
  const later = all
    .filter((meta) => !known(meta))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .filter(({ lists = [] }) => {
      const fresh = lists.some((list) => !covered.has(list));
      if (fresh) for (const list of lists) covered.add(list);
      return fresh;
    });
  const chosen = [...then, ...later];
  return chosen.filter((meta) => !isSuperseded(meta, then));
}

/** The state of the same lists that a file takes the place of: the newest one that covers what it covers, and is older. */
export function predecessorOf(meta: ListMeta, all: readonly ListMeta[]): ListMeta | undefined {
  const own = meta.lists ?? [];
  return all
    .filter(
      (other) =>
        other.sha256 !== meta.sha256 &&
        own.length > 0 &&
        own.every((list) => other.lists?.includes(list)) &&
        (other.date < meta.date || other.date === "unknown" || meta.date === "unknown") &&
        (other.imported ?? "") <= (meta.imported ?? "9"),
    )
    .toSorted((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))
    .at(-1);
}

const stampOf = ({ date, imported = "" }: ListMeta) =>
  `${date === "unknown" ? "" : date} ${imported}`;

/** Notes as they are kept, cut to what a person reads. */
export const keptNotes = (notes: readonly ListNote[] = []) =>
  notes
    .slice(0, 400)
    .map(({ kind, line: at, what }) => ({ kind, line: at, what: what.slice(0, 200) }));
