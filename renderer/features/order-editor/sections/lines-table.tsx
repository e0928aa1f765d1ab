import { useI18n } from "#i18n";
import { Grid, newId, useBooks, useRows } from "#ui";

/** Beyond this the table is cut into the list of lines above it: every cell is a field that the browser draws. */
const MOST_DRAWN = 60;

/** The lines as rows and columns, for typing and pasting many at once; everything else of a line stands in its own form. */
export function LinesTable() {
  const { t } = useI18n();
  const books = useBooks();
  const count = useRows("lines").length;
  if (count > MOST_DRAWN) return null;
  const products = books.entries("product").map(({ id, label }) => ({ value: id, label }));
  return (
    <details className="details">
      <summary>{t("editor.lines.table")}</summary>
      <Grid
        path="lines"
        label={t("editor.section.lines")}
        most={5_000}
        keepEmpty
        unaddressed
        fresh={() => ({ id: newId("lin") })}
        columns={[
          { name: "product", label: t("field.line.product"), kind: "book", options: products },
          { name: "quantity", label: t("field.line.quantity"), kind: "integer" },
          { name: "unit", label: t("field.line.unit"), kind: "text" },
          { name: "unitPrice", label: t("field.line.unitPrice"), kind: "amount" },
          { name: "hs.code", label: t("field.line.hs.code"), kind: "text" },
          { name: "purpose", label: t("field.line.purpose"), kind: "text" },
        ]}
      />
    </details>
  );
}
