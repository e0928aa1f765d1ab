import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Empty,
  ErrorNotice,
  errorOf,
  FilePick,
  IconButton,
  Notice,
  Skeleton,
  unwrap,
  useAnswer,
  useChange,
  useDesk,
  useInvalidate,
  useToasts,
  useUndo,
} from "#ui";
import { JobProgress } from "../job-progress.tsx";
import { useJob } from "../use-job.ts";
import { TenantBook } from "./tenant-book.tsx";

/** A provider's customers, classified row by row; each book with its totals, rows and a sample for review. */
export function TenantBooks() {
  const { t } = useI18n();
  const { client, upload } = useDesk();
  const toasts = useToasts();
  const undo = useUndo();
  const invalidate = useInvalidate();
  const job = useJob();
  const [shown, setShown] = useState<string | undefined>(undefined);
  const books = useAnswer(["tenants"], async () => await client.tenants.list({}));
  const remove = useChange(client.tenants.remove, [["tenants"]]);
  const take = async (file: File) => {
    await job.run(async () => {
      const { grant } = await unwrap(upload(file, file.name));
      return await client.tenants.import({ grant, fileName: file.name });
    });
    invalidate(["tenants"]);
  };
  return (
    <div className="stack">
      <p className="muted">{t("tenants.about")}</p>
      <div className="row">
        <FilePick
          label={t("tenants.import")}
          accept=".csv,.xlsx"
          disabled={job.progress !== undefined}
          onFiles={([file]) => (file === undefined ? undefined : void take(file))}
        />
      </div>
      <JobProgress progress={job.progress} label={t("tenants.reading")} onStop={job.stop} />
      {job.error === undefined ? null : <ErrorNotice error={job.error} />}
      {books.error === null ? null : (
        <ErrorNotice error={errorOf(books.error)} onRetry={() => void books.refetch()} />
      )}
      {books.isPending ? <Skeleton lines={3} /> : null}
      {books.data === undefined || books.data.damaged.length === 0 ? null : (
        <Notice tone="warn">{t("tenants.damaged", { names: [...books.data.damaged] })}</Notice>
      )}
      {books.data?.books.length === 0 ? (
        <Empty title={t("tenants.none")} text={t("tenants.none.text")} />
      ) : null}
      <ul className="plain-list stack">
        {(books.data?.books ?? []).map((book) => (
          <li key={book.id} className="entry stack">
            <div className="row">
              <strong className="grow">{book.title}</strong>
              <span className="muted">{book.imported}</span>
              <Button
                size="small"
                onClick={() => setShown(shown === book.id ? undefined : book.id)}
              >
                {t(shown === book.id ? "tenants.hide" : "tenants.show")}
              </Button>
              <IconButton
                size="small"
                icon="trash"
                label={t("screen.delete.named", { name: book.title })}
                onClick={() =>
                  remove.mutate(
                    { id: book.id },
                    {
                      onSuccess: () =>
                        undo(t("screen.deleted", { name: book.title }), "tenants.remove"),
                      onError: (fault) => toasts.fail(errorOf(fault)),
                    },
                  )
                }
              />
            </div>
            <p className="muted small">
              {t("tenants.book", {
                rows: book.rows,
                repeated: book.repeated,
                resembling: book.resembling,
                lists: book.lists.length,
              })}
            </p>
            {shown === book.id ? <TenantBook book={book} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
