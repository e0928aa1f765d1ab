import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { useI18n } from "#i18n";
import { useToasts } from "../feedback/toast.tsx";
import { readPath, writePath } from "../fields/draft.ts";
import { useField } from "../fields/form.tsx";
import { type GridColumn, isTable, type PasteRead, readPaste } from "./read-cells.ts";

/** A row of a grid: it has an id, and whatever its columns name. */
export type GridRow = { readonly id: string };

/** What a grid is made of. */
export type GridSpec = {
  /** Path of the list in the form's draft. */
  readonly path: string;
  readonly columns: readonly GridColumn[];
  readonly fresh: () => GridRow;
  readonly most: number;
  /** The list stays when its last row goes: its schema wants one in any case. */
  readonly keepEmpty?: boolean;
  /** The same list is drawn elsewhere on the page, and messages lead there. */
  readonly unaddressed?: boolean;
};

const NONE: readonly GridRow[] = [];

/** The rows of a grid and everything that can be done to them; each act that takes something away offers to take it back. */
export function useGrid({ path, columns, fresh, most, keepEmpty = false }: GridSpec) {
  const { t } = useI18n();
  const toasts = useToasts();
  const state = useField(path);
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [paste, setPaste] = useState<
    { readonly read: PasteRead; readonly row: number } | undefined
  >(undefined);
  const rows = Array.isArray(state.value) ? (state.value as readonly GridRow[]) : NONE;
  const [next, setNext] = useState(fresh);
  const put = (list: readonly GridRow[]) =>
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
    // The row that moves up is drawn first.
    requestAnimationFrame(() => focus(0, 0));
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
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
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
  const onPaste = (event: ClipboardEvent, row: number, column: number) => {
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
      let row: GridRow = result[at] ?? fresh();
      for (const [name, value] of cells) row = writePath(row, name, value);
      result[at] = row;
    }
    const before = rows;
    put(result);
    toasts.say(t("grid.paste.done", { count: given.length }), () => put(before));
  };
  return {
    state,
    rows,
    next,
    table,
    chosen,
    setChosen,
    paste,
    setPaste,
    change,
    remove,
    onKey,
    onPaste,
    take,
  };
}
