import { z } from "zod";
import { appError, canonicalJson, err, isCivilDate, ok, type Result } from "#shared/kernel";
import { setNames } from "#shared/papers";
import type { EditionContent } from "./edition-content.ts";
import { evidencePaths } from "./evidence-paths.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is read of a content of the first format: what its packet can still be held against. */
const firstSchema = z.looseObject({
  schema: z.literal("h200-desk/packet@1"),
  set: z.enum(setNames),
  asOf: z.string().refine(isCivilDate),
  draft: z.boolean(),
  internalRecord: z.looseObject({ commitment: sha256 }),
  dossier: z.looseObject({
    evidence: z.array(
      z.looseObject({
        fileName: z.string().max(400),
        sha256,
        missingReason: z.string().optional(),
      }),
    ),
  }),
});

/** The typesetter that made the packets of this format which are still about, and its program. */
const TYPESETTERS = ["b774e93fcc73dc8e1568cab0e23be7077c78d8cb769f4e13cec1ffd78c369df9"];
const PROGRAMS = ["h200-desk 0.0.0", "h200-desk 0.1.0"];

/**
 * A content of the first format. Its papers needed the packs of the day and cannot be made again from it; each prints the
 * fingerprint of its content. It names nobody who sealed it, and not which evidence was enclosed.
 */
export function firstEdition(value: unknown): Result<EditionContent> {
  const read = firstSchema.safeParse(value);
  if (!read.success)
    return err(
      appError("packet-content", { at: read.error.issues[0]?.path.map(String).join(".") ?? "" }),
    );
  const { schema, set, asOf, draft, internalRecord, dossier } = read.data;
  const items = dossier.evidence.filter(({ missingReason }) => missingReason === undefined);
  const paths = evidencePaths(items);
  return ok({
    schema,
    edition: 1,
    set,
    asOf,
    draft,
    sealer: undefined,
    commitment: internalRecord.commitment,
    madeWith: undefined,
    evidence: items.map((item, index) => ({ path: paths[index] ?? "", sha256: item.sha256 })),
    saysEnclosed: false,
    text: () => `${canonicalJson(value)}\n`,
    documents: undefined,
    again: () => ({
      differs: [],
      missing: set === "internal-record" ? [schema] : [],
    }),
    templates: "",
    typesetters: TYPESETTERS,
    programs: PROGRAMS,
  });
}
