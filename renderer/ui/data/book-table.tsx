import { type ReactNode, useState } from "react";
import { useI18n } from "#i18n";
import type { Result } from "#shared/kernel";
import { useToasts } from "../feedback/toast.tsx";
import { Button, IconButton } from "../layout/button.tsx";
import { type BookKind, useBooks } from "./books.ts";
import { errorOf, useChange } from "./query.ts";

/** One column of a book's table. */
export type Column<T> = {
  readonly label: string;
  readonly number?: boolean;
  readonly cell: (item: T) => ReactNode;
};

type Props<T> = {
  readonly book: BookKind;
  readonly items: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly idOf: (item: T) => string;
  readonly nameOf: (item: T) => string;
  readonly stale: readonly unknown[];
  readonly remove: (input: { id: string }) => Promise<Result<unknown>>;
  readonly restore?: (input: { id: string }) => Promise<Result<unknown>>;
  readonly extra?: (item: T) => ReactNode;
};

const AT_FIRST = 100;

/** The entries of a book: the first column opens the editor, the last holds what can be done; deleting can be undone. */
export function BookTable<T>(props: Props<T>) {
  const { book, items, columns, idOf, nameOf, stale, extra } = props;
  const { t } = useI18n();
  const books = useBooks();
  const toasts = useToasts();
  const [most, setMost] = useState(AT_FIRST);
  const remove = useChange(props.remove, [stale]);
  const restore = useChange(props.restore ?? props.remove, [stale]);
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const drop = (id: string, name: string) =>
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          toasts.say(
            t("screen.deleted", { name }),
            props.restore === undefined
              ? undefined
              : () => restore.mutate({ id }, { onError: failed }),
          ),
        onError: failed,
      },
    );
  return (
    <div className="stack">
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              {columns.map(({ label, number }) => (
                <th key={label} scope="col" className={number ? "num" : undefined}>
                  {label}
                </th>
              ))}
              <th scope="col">{t("screen.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, most).map((item) => {
              const id = idOf(item);
              const name = nameOf(item);
              return (
                <tr key={id}>
                  {columns.map(({ label, number, cell }, index) => (
                    <td key={label} className={number ? "num" : undefined}>
                      {index === 0 ? (
                        <Button look="link" onClick={() => void books.open(book, { id })}>
                          {cell(item)}
                        </Button>
                      ) : (
                        cell(item)
                      )}
                    </td>
                  ))}
                  <td>
                    <span className="row">
                      {extra?.(item)}
                      <IconButton
                        size="small"
                        icon="trash"
                        label={t("screen.delete.named", { name })}
                        onClick={() => drop(id, name)}
                      />
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {items.length > most ? (
        <Button onClick={() => setMost(most + 300)}>
          {t("screen.more", { count: items.length - most })}
        </Button>
      ) : null}
    </div>
  );
}
