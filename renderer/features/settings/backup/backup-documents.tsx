import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Badge,
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  momentText,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
  useToasts,
} from "#ui";

type Props = {
  readonly backup: { readonly id: string; readonly at: string };
  readonly readOnly: boolean;
  readonly onClose: () => void;
};

const AT_MOST = 300;

/** What one snapshot holds, so that a single document can be brought back from it. */
export function BackupDocuments({ backup, readOnly, onClose }: Props) {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [search, setSearch] = useState("");
  const documents = useAnswer(
    ["backups", backup.id],
    async () => await client.workspace.backupDocuments({ id: backup.id }),
    { fresh: true },
  );
  const restore = useChange(client.workspace.restoreBackup, [[]]);
  const wanted = search.trim().toLowerCase();
  const found = (documents.data ?? []).filter(({ name, id }) =>
    `${name} ${id}`.toLowerCase().includes(wanted),
  );
  const bringBack = (id: string, name: string) =>
    restore.mutate(
      { id: backup.id, document: id },
      {
        onSuccess: () => toasts.say(t("settings.backup.one.done", { name })),
        onError: (fault) => toasts.fail(errorOf(fault)),
      },
    );
  return (
    <Dialog
      wide
      title={t("settings.backup.one.title", { at: momentText(backup.at, lang) })}
      onClose={onClose}
    >
      <div className="stack">
        <input
          className="input"
          type="search"
          aria-label={t("screen.search")}
          placeholder={t("screen.search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {documents.error === null ? null : <ErrorNotice error={errorOf(documents.error)} />}
        {documents.isPending ? <Skeleton /> : null}
        {documents.data !== undefined && found.length === 0 ? (
          <p className="muted">{t("screen.nothing.found", { text: search })}</p>
        ) : null}
        <ul className="plain-list stack-tight">
          {found.slice(0, AT_MOST).map(({ book, id, name, savedAt, state }) => (
            <li key={`${book}/${id}`} className="row">
              <span className="muted">{td(`screen.kind.${book}`)}</span>
              <strong>{name}</strong>
              <span className="muted small">{momentText(savedAt, lang)}</span>
              <Badge tone={state === "same" ? "plain" : "warn"}>
                {t(`settings.backup.state.${state}`)}
              </Badge>
              <span className="grow" />
              <Button
                size="small"
                disabled={readOnly || state === "same" || restore.isPending}
                onClick={() => bringBack(id, name)}
              >
                {t("settings.backup.one.restore")}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
