import { useI18n } from "#i18n";
import { type CsvField, type CsvMapping, csvFields } from "#shared/ownership";
import { Notice } from "#ui";

type Props = {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: CsvMapping;
  readonly onChange: (mapping: CsvMapping) => void;
};

const TARGETS: readonly CsvField[] = ["target", "targetEn", "targetCode"];
const OWNERS: readonly CsvField[] = ["owner", "ownerEn", "ownerCode"];

/** The same mapping with one column holding another field; a field stands in one column only. */
function moved(mapping: CsvMapping, column: number, field: CsvField | undefined): CsvMapping {
  const kept = Object.entries(mapping).filter(([name, at]) => at !== column && name !== field);
  return { ...Object.fromEntries(kept), ...(field === undefined ? {} : { [field]: column }) };
}

/** Which column holds what: guessed from the headers, put right by a person. */
export function ImportColumns({ headers, sample, mapping, onChange }: Props) {
  const { t } = useI18n();
  const fieldAt = (column: number) => csvFields.find((field) => mapping[field] === column);
  const has = (fields: readonly CsvField[]) => fields.some((field) => mapping[field] !== undefined);
  return (
    <section className="stack-tight" aria-label={t("parties.import.columns")}>
      <h3>{t("parties.import.columns")}</h3>
      <p className="muted small">{t("parties.import.columns.about")}</p>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("parties.import.header")}</th>
              <th scope="col">{t("parties.import.first")}</th>
              <th scope="col">{t("parties.import.holds")}</th>
            </tr>
          </thead>
          <tbody>
            {headers.map((header, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place, headers may repeat
              <tr key={column}>
                <th scope="row">{header || t("parties.import.column", { number: column + 1 })}</th>
                <td className="muted">
                  {sample
                    .map((row) => row[column] ?? "")
                    .filter((text) => text !== "")
                    .slice(0, 3)
                    .join(" · ")}
                </td>
                <td>
                  <select
                    className="input"
                    aria-label={`${header || t("parties.import.column", { number: column + 1 })}: ${t("parties.import.holds")}`}
                    value={fieldAt(column) ?? ""}
                    onChange={(event) => {
                      const field = csvFields.find((name) => name === event.target.value);
                      onChange(moved(mapping, column, field));
                    }}
                  >
                    <option value="">{t("parties.import.leave")}</option>
                    {csvFields.map((field) => (
                      <option key={field} value={field}>
                        {t(`parties.field.${field}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {has(TARGETS) ? null : <Notice tone="warn">{t("parties.import.needs.target")}</Notice>}
      {has(OWNERS) ? null : <Notice>{t("parties.import.needs.owner")}</Notice>}
    </section>
  );
}
