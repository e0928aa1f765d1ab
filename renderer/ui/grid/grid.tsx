import { useI18n } from "#i18n";
import { Combobox } from "../fields/combobox.tsx";
import { DateInput } from "../fields/date-input.tsx";
import { readPath } from "../fields/draft.ts";
import { NumberBox } from "../fields/number-box.tsx";
import { IconButton } from "../layout/button.tsx";
import { PastePreview } from "./paste-preview.tsx";
import type { GridColumn } from "./read-cells.ts";
import { type GridSpec, useGrid } from "./use-grid.ts";

type Props = GridSpec & { readonly label: string };

/**
 * Rows and columns as in a spreadsheet: the empty last row becomes a new one, arrows and Enter go up and down, Ctrl+D fills down,
 * a pasted table is shown before it counts.
 */
export function Grid({ label, ...spec }: Props) {
  const { columns, most } = spec;
  const { t } = useI18n();
  const grid = useGrid(spec);
  const { state, rows, next, table, chosen, setChosen, paste, setPaste } = grid;
  const { change, remove, onKey, onPaste, take } = grid;
  const shown = state.readOnly || rows.length >= most ? rows : [...rows, next];
  return (
    <div className="stack-tight" data-path={spec.unaddressed ? undefined : state.address}>
      <div className="table-wrap">
        <table className="table grid" ref={table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t("grid.choose")}</span>
              </th>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t("grid.remove")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr
                key={row.id}
                data-chosen={chosen.has(row.id) || undefined}
                data-path={
                  index < rows.length && !spec.unaddressed
                    ? `${state.address}.${row.id}`
                    : undefined
                }
              >
                <td>
                  {index < rows.length ? (
                    <input
                      type="checkbox"
                      aria-label={t("grid.choose.row", { number: index + 1 })}
                      checked={chosen.has(row.id)}
                      onChange={(event) => {
                        const set = new Set(chosen);
                        if (event.target.checked) set.add(row.id);
                        else set.delete(row.id);
                        setChosen(set);
                      }}
                    />
                  ) : null}
                </td>
                {columns.map((column, at) => (
                  <td
                    key={column.name}
                    data-cell={`${index}-${at}`}
                    onKeyDown={(event) => onKey(event, index, at)}
                    onPasteCapture={(event) => onPaste(event, index, at)}
                  >
                    <Cell
                      column={column}
                      label={t("grid.cell", { column: column.label, number: index + 1 })}
                      value={textOf(readPath(row, column.name))}
                      disabled={state.readOnly}
                      onChange={(value) => change(index, column.name, value)}
                    />
                  </td>
                ))}
                <td>
                  {index < rows.length ? (
                    <IconButton
                      size="small"
                      icon="trash"
                      label={t("screen.row.remove", { number: index + 1 })}
                      disabled={state.readOnly}
                      onClick={() => remove(new Set([row.id]))}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        {chosen.size === 0 ? (
          <span className="muted small">{t("grid.keys")}</span>
        ) : (
          <>
            <span>{t("grid.chosen", { count: chosen.size })}</span>
            <IconButton
              size="small"
              icon="trash"
              label={t("grid.remove.chosen", { count: chosen.size })}
              onClick={() => remove(chosen)}
            />
          </>
        )}
      </div>
      {paste === undefined ? null : (
        <PastePreview
          columns={columns}
          paste={paste.read}
          into={{
            over: Math.max(0, Math.min(rows.length - paste.row, paste.read.rows.length)),
            fresh: Math.max(0, paste.row + paste.read.rows.length - rows.length),
          }}
          onTake={(given) => take(paste.row, given)}
          onClose={() => setPaste(undefined)}
        />
      )}
    </div>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

type CellProps = {
  readonly column: GridColumn;
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string | undefined) => void;
};

function Cell({ column, label, value, disabled, onChange }: CellProps) {
  const { t } = useI18n();
  switch (column.kind) {
    case "date":
      return (
        <DateInput
          label={label}
          disabled={disabled}
          value={value}
          onChange={(day) => onChange(day === "" ? undefined : day)}
        />
      );
    case "amount":
    case "integer":
    case "percent":
      return (
        <NumberBox
          className="input"
          aria-label={label}
          disabled={disabled}
          value={value}
          onChange={onChange}
        />
      );
    case "choice":
      return (
        <select
          className="input"
          aria-label={label}
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        >
          <option value="">{t("screen.choose")}</option>
          {(column.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case "book":
      return (
        <Combobox
          label={label}
          disabled={disabled}
          options={column.options ?? []}
          shown={column.options?.find((option) => option.value === value)?.label ?? ""}
          onPick={onChange}
        />
      );
    case "text":
      return (
        <input
          className="input"
          aria-label={label}
          disabled={disabled}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        />
      );
  }
}
