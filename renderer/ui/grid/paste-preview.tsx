import { useState } from "react";
import { useI18n } from "#i18n";
import { Notice } from "../feedback/feedback.tsx";
import { Button } from "../layout/button.tsx";
import { Dialog } from "../layout/dialog.tsx";
import { type GridColumn, type PasteRead, readCell } from "./read-cells.ts";

type Props = {
  readonly columns: readonly GridColumn[];
  readonly paste: PasteRead;
  /** Names of the rows that would be written over, and of how many come anew. */
  readonly into: { readonly over: number; readonly fresh: number };
  readonly onTake: (rows: readonly ReadonlyMap<string, string>[]) => void;
  readonly onClose: () => void;
};

const AT_FIRST = 12;

/** How the columns of a pasted table are read, before any of it counts; each column can be sent elsewhere or left out. */
export function PastePreview({ columns, paste, into, onTake, onClose }: Props) {
  const { t } = useI18n();
  const [mapping, setMapping] = useState(paste.mapping);
  const read = paste.rows.map((row) =>
    mapping.map((to, at) => {
      const column = to === undefined ? undefined : columns[to];
      return column === undefined ? undefined : readCell(column, row[at] ?? "");
    }),
  );
  const unread = read.flat().filter((cell) => cell?.kind === "unread").length;
  const used = mapping.filter((to) => to !== undefined);
  const twice = new Set(used).size < used.length;
  const take = () => {
    onTake(
      read.map(
        (cells) =>
          new Map(
            cells.flatMap((cell, at) => {
              const column = columns[mapping[at] ?? -1];
              return cell?.kind === "value" && column !== undefined
                ? [[column.name, cell.value] as const]
                : [];
            }),
          ),
      ),
    );
    onClose();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.cancel")}</Button>
      <Button look="primary" disabled={twice || used.length === 0} onClick={take}>
        {t("grid.paste.take", { count: paste.rows.length })}
      </Button>
    </>
  );
  return (
    <Dialog title={t("grid.paste.title")} wide onClose={onClose} foot={foot}>
      <div className="stack">
        <p>{t(paste.byHeading ? "grid.paste.heading" : "grid.paste.place")}</p>
        <p className="muted">{t("grid.paste.into", into)}</p>
        {unread === 0 ? null : (
          <Notice tone="warn">{t("grid.paste.unread", { count: unread })}</Notice>
        )}
        {twice ? <Notice tone="warn">{t("grid.paste.twice")}</Notice> : null}
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                {mapping.map((to, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a pasted column has no other name than its place
                  <th key={at} scope="col">
                    <select
                      className="input"
                      aria-label={t("grid.paste.column", { number: at + 1 })}
                      value={to ?? ""}
                      onChange={(event) => {
                        const next = event.target.value;
                        setMapping(
                          mapping.toSpliced(at, 1, next === "" ? undefined : Number(next)),
                        );
                      }}
                    >
                      <option value="">{t("grid.paste.leave")}</option>
                      {columns.map(({ name, label }, index) => (
                        <option key={name} value={index}>
                          {label}
                        </option>
                      ))}
                    </select>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {paste.rows.slice(0, AT_FIRST).map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pasted rows never move
                <tr key={index}>
                  {mapping.map((_, at) => {
                    const cell = read[index]?.[at];
                    return (
                      // biome-ignore lint/suspicious/noArrayIndexKey: as above
                      <td key={at} className={cell?.kind === "unread" ? "cell-unread" : undefined}>
                        {cell?.kind === "value" ? cell.value : (row[at] ?? "")}
                        {cell?.kind === "unread" ? (
                          <div className="small">{t("grid.paste.left")}</div>
                        ) : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {paste.rows.length > AT_FIRST ? (
          <p className="muted">{t("screen.more", { count: paste.rows.length - AT_FIRST })}</p>
        ) : null}
      </div>
    </Dialog>
  );
}
