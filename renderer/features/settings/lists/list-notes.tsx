import { useI18n } from "#i18n";

type Note = { readonly kind: string; readonly line: number; readonly what: string };

/** Rows of a list that were taken and deserve a look: folded away, counted in the summary. */
export function ListNotes({ notes }: { readonly notes: readonly Note[] }) {
  const { t, td } = useI18n();
  if (notes.length === 0) return null;
  return (
    <details>
      <summary className="muted small">{t("lists.notes", { count: notes.length })}</summary>
      <ul className="small">
        {notes.map(({ kind, line, what }) => (
          <li key={`${kind} ${line} ${what}`}>{td(`lists.note.${kind}`, { line, what })}</li>
        ))}
      </ul>
    </details>
  );
}
