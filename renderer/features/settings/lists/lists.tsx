import { useI18n } from "#i18n";
import {
  Badge,
  Button,
  ErrorNotice,
  errorOf,
  FilePick,
  IconButton,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
  useToasts,
  useUndo,
} from "#ui";
import { ListChanges } from "./list-changes.tsx";
import { ListNotes } from "./list-notes.tsx";
import { ListSources } from "./list-sources.tsx";
import { useListImport } from "./use-list-import.ts";

/** Imported sanctions and end-user lists; each dated and hashed. */
export function Lists() {
  const { t } = useI18n();
  const desk = useDesk();
  const { client } = desk;
  const toasts = useToasts();
  const undo = useUndo();
  const { progress, error, take, stop } = useListImport();
  const lists = useAnswer(["lists"], async () => await client.lists.list({}));
  const remove = useChange(client.lists.remove, [["lists"], ["check"], ["screening"]]);
  return (
    <div className="stack">
      {error === undefined ? null : <ErrorNotice error={error} />}
      {lists.error === null ? null : <ErrorNotice error={errorOf(lists.error)} />}
      {lists.isPending ? <Skeleton /> : null}
      {lists.data?.length === 0 ? <p className="muted">{t("settings.lists.none")}</p> : null}
      <ul className="plain-list stack">
        {(lists.data ?? []).map((list) => (
          <li key={list.id} className="entry stack">
            <div className="row">
              <strong>{list.title}</strong>
              <span>{list.date === "unknown" ? t("list.date.unknown") : list.date}</span>
              <span className="muted">{t("settings.lists.entries", { count: list.entries })}</span>
              {list.superseded ? <Badge tone="warn">{t("settings.lists.superseded")}</Badge> : null}
              {list.withoutAliases ? (
                <Badge tone="warn">{t("lists.note.without-aliases.short")}</Badge>
              ) : null}
              <code className="muted small">{list.sha256.slice(0, 16)}</code>
              <span className="grow" />
              <IconButton
                size="small"
                icon="trash"
                label={t("screen.delete.named", { name: list.title })}
                onClick={() =>
                  remove.mutate(
                    { id: list.id },
                    {
                      onSuccess: () =>
                        undo(t("screen.deleted", { name: list.title }), "list.remove"),
                      onError: (fault) => toasts.fail(errorOf(fault)),
                    },
                  )
                }
              />
            </div>
            <ListNotes notes={list.notes} />
            {list.superseded ? null : <ListChanges id={list.id} />}
          </li>
        ))}
      </ul>
      <div className="row">
        <FilePick
          label={t("settings.lists.import")}
          accept=".csv,.json,.xlsx"
          disabled={progress !== undefined}
          onFiles={(files) => void take(files)}
        />
        {progress === undefined ? null : (
          <>
            <progress
              aria-label={t("lists.reading")}
              value={progress.done}
              max={Math.max(1, progress.total)}
            />
            <Button onClick={stop}>{t("lists.stop")}</Button>
          </>
        )}
      </div>
      <ListSources />
    </div>
  );
}
