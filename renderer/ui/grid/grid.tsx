import { useRef, useState } from "react";
import { useI18n } from "#i18n";
import { useToasts } from "../feedback/toast.tsx";
import { Combobox } from "../fields/combobox.tsx";
import { DateInput } from "../fields/date-input.tsx";
import { readPath, writePath } from "../fields/draft.ts";
import { useField } from "../fields/form.tsx";
import { NumberBox } from "../fields/number-box.tsx";
import { IconButton } from "../layout/button.tsx";
import { PastePreview } from "./paste-preview.tsx";
import { type GridColumn, isTable, type PasteRead, readPaste } from "./read-cells.ts";

type Row = { readonly id: string };

type Props = {
  /** Path of the list in the form's draft. */
  readonly path: string;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly fresh: () => Row;
  readonly most: number;
  /** Whether the list stays when it is empty. */
  readonly keepEmpty?: boolean;
};

const NONE: readonly Row[] = [];

/**
 * Rows and columns as in a spreadsheet: the empty last row becomes a new one, arrows and Enter go up and down, Ctrl+D fills down,
 * a pasted table is shown before it counts.
 */
export function Grid({ path, label, columns, fresh, most, keepEmpty = false }: Props) {
  const { t } = useI18n();
  const toasts = useToasts();
  const state = useField(path);
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [paste, setPaste] = useState<
    { readonly read: PasteRead; readonly row: number } | undefined
  >(undefined);
  const rows = Array.isArray(state.value) ? (state.value as readonly Row[]) : NONE;
  const [next, setNext] = useState(fresh);
  const put = (list: readonly Row[]) =>
    state.set(list.length === 0 && !keepEmpty ? undefined : list);

  const change = (index: number, name: string, value: string | undefined) => {
    const row = rows[index];
    if (row !== undefined) return put(rows.toSpliced(index, 1, writePath(row, name, value)));
    if (value === undefined || rows.length >= most) return;
    put([...rows, writePath(next, name, value)]);
    setNext(fresh());
  };
  const focus = (row: number, column: number) =>
    table.current
      ?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"] :is(input, select)`)
      ?.focus();
  const remove = (gone: ReadonlySet<string>) => {
    const before = rows;
    put(rows.filter(({ id }) => !gone.has(id)));
    setChosen(new Set());
    toasts.say(t("grid.removed", { count: gone.size }), () => put(before));
    focus(0, 0);
  };
  const fillDown = (row: number, name: string) => {
    const targets =
      chosen.size > 0 ? rows.filter(({ id }) => chosen.has(id)) : rows.slice(row, row + 1);
    const from = chosen.size > 0 ? rows[row] : rows[row - 1];
    const value = readPath(from, name);
    if (from === undefined || value === undefined) return;
    const ids = new Set(targets.map(({ id }) => id));
    put(rows.map((one) => (ids.has(one.id) ? writePath(one, name, value) : one)));
  };
  const onKey = (event: React.KeyboardEvent, row: number, column: number) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const open = event.target instanceof HTMLElement && event.target.ariaExpanded === "true";
    const list = event.target instanceof HTMLSelectElement;
    if (event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      fillDown(row, columns[column]?.name ?? "");
    } else if ((event.key === "Enter" || event.key === "ArrowDown") && !open && !list) {
      event.preventDefault();
      focus(row + 1, column);
    } else if (event.key === "ArrowUp" && !open && !list) {
      event.preventDefault();
      focus(row - 1, column);
    }
  };
  const onPaste = (event: React.ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData("text");
    if (state.readOnly || !isTable(text)) return;
    event.preventDefault();
    event.stopPropagation();
    setPaste({ read: readPaste(columns, text, column), row });
  };
  const take = (start: number, given: readonly ReadonlyMap<string, string>[]) => {
    const result = [...rows];
    for (const [offset, cells] of given.entries()) {
      const at = start + offset;
      if (at >= most) break;
      let row: Row = result[at] ?? fresh();
      for (const [name, value] of cells) row = writePath(row, name, value);
      result[at] = row;
    }
    const before = rows;
    put(result);
    toasts.say(t("grid.paste.done", { count: given.length }), () => put(before));
  };
  const shown = state.readOnly || rows.length >= most ? rows : [...rows, next];
  return (
    <div className="stack-tight" data-path={state.address}>
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
                aria-selected={chosen.has(row.id)}
                data-path={index < rows.length ? `${state.address}.${row.id}` : undefined}
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
