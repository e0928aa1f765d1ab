import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok } from "#shared/kernel";
import { type Evidence, evidenceKinds, evidenceSides } from "#shared/model";
import { sniff } from "#store";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookHandlers } from "../workspace/books.ts";
import { evidenceFileHandlers } from "./evidence-files.ts";

const isKind = (text: string): text is Evidence["kind"] =>
  (evidenceKinds as readonly string[]).includes(text);
const isSide = (text: string): text is Evidence["side"] =>
  (evidenceSides as readonly string[]).includes(text);

const PROGRAMS = new Set(["application/vnd.microsoft.portable-executable", "application/x-elf"]);

/** Papers: the reference in the book, the bytes in the evidence store under their hash. */
export function evidenceHandlers(context: DeskAdapters): DeskHandlers["evidence"] {
  const { workspace, store, grants, clockAndIds } = context;
  const { evidence } = workspace.books;

  const add: DeskHandlers["evidence"]["add"] = async ({ grant, kind, side, title }) => {
    if (!isKind(kind)) return err(appError("evidence-kind", { kind: kind.slice(0, 60) }));
    if (!isSide(side)) return err(appError("evidence-side", { side: side.slice(0, 60) }));
    const file = grants.take(grant);
    if (!file.ok) return file;
    const { fileName, bytes } = file.value;
    if (bytes.length === 0) return err(appError("evidence-empty", { file: fileName }));
    // A program is no document, whatever it is called; what is sent out must be safe to open.
    if (PROGRAMS.has(sniff(bytes.subarray(0, 512), false).mediaType))
      return err(appError("evidence-program", { file: fileName }));
    const kept = await store.evidence.put(bytes, { by: workspace.actor(), fileName });
    if (!kept.ok) return kept;
    const value: Evidence = {
      id: clockAndIds.newId("evd"),
      sha256: kept.value.sha256,
      bytes: kept.value.bytes,
      mediaType: kept.value.mediaType,
      fileName,
      title: { zh: title ?? fileName },
      kind,
      side,
    };
    const saved = await evidence.save(value, 0);
    if (!saved.ok) return saved;
    const { nameMismatch, known } = kept.value;
    const said = nameMismatch === undefined ? {} : { nameSays: nameMismatch.named };
    return ok({ ...saved.value, value, known, ...said });
  };

  return {
    ...evidenceFileHandlers(context),
    list: () =>
      Promise.resolve(
        ok(
          evidence.list().map(({ id, revision, savedAt, summary }) => ({
            id,
            revision,
            savedAt,
            value: summary,
          })),
        ),
      ),
    add,
    save: bookHandlers(evidence).save,
    remove: bookHandlers(evidence).remove,
    restore: bookHandlers(evidence).restore,
    offer: async ({ id }) => {
      const stored = await evidence.get(id);
      if (!stored.ok) return stored;
      const { sha256, fileName, mediaType } = stored.value.value;
      if (!(await store.evidence.has(sha256)))
        return err(appError("evidence-bytes-missing", { file: fileName, sha256 }));
      return ok(grants.offer({ fileName, mediaType, bytes: () => store.evidence.read(sha256) }));
    },
  };
}
