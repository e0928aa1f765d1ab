import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Badge,
  ErrorNotice,
  errorOf,
  FilePick,
  IconButton,
  Skeleton,
  unwrap,
  useAnswer,
  useChange,
  useDesk,
  useInvalidate,
  useToasts,
  useUndo,
} from "#ui";

/** Imported sanctions and end-user lists; each dated and hashed. */
export function Lists() {
  const { t } = useI18n();
  const desk = useDesk();
  const { client } = desk;
  const toasts = useToasts();
  const undo = useUndo();
  const invalidate = useInvalidate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const lists = useAnswer(["lists"], async () => await client.lists.list({}));
  const remove = useChange(client.lists.remove, [["lists"], ["check"], ["screening"]]);
  const take = async (file: File) => {
    setBusy(true);
    setError(undefined);
    try {
      const { grant } = await unwrap(desk.upload(file, file.name));
      const list = await unwrap(client.lists.import({ fileName: file.name, grant }));
      invalidate(["lists"], ["check"], ["screening"]);
      toasts.say(t("settings.lists.imported", { name: list.title }));
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  return (
    <div className="stack">
      {error === undefined ? null : <ErrorNotice error={error} />}
      {lists.error === null ? null : <ErrorNotice error={errorOf(lists.error)} />}
      {lists.isPending ? <Skeleton /> : null}
      {lists.data?.length === 0 ? <p className="muted">{t("settings.lists.none")}</p> : null}
      <ul className="plain-list stack">
        {(lists.data ?? []).map((list) => (
          <li key={list.id} className="entry row">
            <strong>{list.title}</strong>
            <span>{list.date === "unknown" ? t("list.date.unknown") : list.date}</span>
            <span className="muted">{t("settings.lists.entries", { count: list.entries })}</span>
            {list.superseded ? <Badge tone="warn">{t("settings.lists.superseded")}</Badge> : null}
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
                    onSuccess: () => undo(t("screen.deleted", { name: list.title }), "list.remove"),
                    onError: (fault) => toasts.fail(errorOf(fault)),
                  },
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className="row">
        <FilePick
          label={t("settings.lists.import")}
          disabled={busy}
          onFile={(file) => void take(file)}
        />
      </div>
    </div>
  );
}
