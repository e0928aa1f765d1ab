import { z } from "zod";
import { decodeText, parseStrictJson } from "#node/input";
import { canonicalJson, ok, type Result, sha256Hex } from "#shared/kernel";
import { type Person, personSchema } from "#shared/model";
import type { Books, DeskFiles } from "../workspace/desk-workspace.ts";

const FOLDER = "packets";
const noteSchema = z.strictObject({
  schema: z.literal("h200-desk/named-persons@1"),
  order: z.string().max(80),
  persons: z.array(personSchema).max(1_000),
});

const nameOf = (order: string) => `named-${sha256Hex(order).slice(0, 24)}.json`;

/**
 * Keeps the persons that an imported dossier names as words of that dossier: its content stays the same to the byte, and nobody
 * is added to this desk's persons, whose keys and roles come from acts alone.
 */
export async function keepNamedPersons(
  files: DeskFiles,
  order: string,
  persons: readonly Person[],
): Promise<Result<void>> {
  if (persons.length === 0) return ok(undefined);
  const note = { schema: "h200-desk/named-persons@1", order, persons };
  return await files.write(FOLDER, nameOf(order), Buffer.from(`${canonicalJson(note)}\n`, "utf8"));
}

async function namedPersons(files: DeskFiles, order: string): Promise<readonly Person[]> {
  const names = await files.list(FOLDER);
  const name = nameOf(order);
  if (!names.ok || !names.value.includes(name)) return [];
  const bytes = await files.read(FOLDER, name);
  const text = bytes.ok ? decodeText(bytes.value, name, { mark: "refuse" }) : bytes;
  const json = text.ok ? parseStrictJson(text.value, name) : text;
  if (!json.ok) files.report(FOLDER, name, json.error);
  const note = json.ok ? noteSchema.safeParse(json.value) : undefined;
  return note?.success && note.data.order === order ? note.data.persons : [];
}

/** The books, with the persons that the order's own file named where this desk has none of that id. */
export async function withNamedPersons(
  books: Books,
  files: DeskFiles,
  order: string,
): Promise<Books> {
  const named = new Map((await namedPersons(files, order)).map((person) => [person.id, person]));
  if (named.size === 0) return books;
  const { persons } = books;
  return {
    ...books,
    persons: {
      ...persons,
      has: (id) => persons.has(id) || named.has(id),
      get: async (id) => {
        const value = persons.has(id) ? undefined : named.get(id);
        return value === undefined
          ? await persons.get(id)
          : ok({ id, revision: 0, savedAt: "", value });
      },
    },
  };
}
