import { z } from "zod";
import { type CollectionSpecs, type OpenOptions, openWorkspace, type Workspace } from "#store";

/** A document that says which edit it is, so that a lost one is seen. */
export const noteSpecs = {
  notes: {
    schema: z.strictObject({ edit: z.number(), padding: z.string().max(1_000_000) }),
    version: 1,
    migrations: [],
    summaryVersion: 1,
    summary: ({ edit }: { edit: number }) => ({ edit }),
  },
} satisfies CollectionSpecs;

export type Notes = Workspace<typeof noteSpecs>;

/** Content of a given size that still differs from edit to edit. */
export const padded = (edit: number, bytes = 2000) => ({
  edit,
  padding: String(edit).padEnd(bytes, "原文 "),
});

/** Opens the notes or gives the refusal. */
export function openNotes(dir: string, options: Partial<OpenOptions<typeof noteSpecs>> = {}) {
  let count = 0;
  return openWorkspace({
    dir,
    collections: noteSpecs,
    now: () => new Date().toISOString(),
    newId: (prefix) => {
      count += 1;
      return `${prefix}_${process.pid}-${count}`;
    },
    mode: "write",
    owner: "crash harness",
    ...options,
  });
}
