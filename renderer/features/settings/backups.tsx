import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  bytesText,
  Confirm,
  ErrorNotice,
  errorOf,
  momentText,
  Skeleton,
  unwrap,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

/** Snapshots of the workspace, and damaged files that were set aside. */
export function Backups() {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [restoring, setRestoring] = useState<{ id: string; at: string } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const backups = useAnswer(["backups"], async () => await client.workspace.backups({}));
  const aside = useAnswer(["quarantined"], async () => await client.workspace.quarantined({}));
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
    setBusy(false);
  };
  const make = () =>
    run(async () => {
      await unwrap(client.workspace.backup({}));
      invalidate(["backups"]);
      toasts.say(t("settings.backup.made"));
    });
  const restore = (id: string) =>
    run(async () => {
      setRestoring(undefined);
      await unwrap(client.workspace.restoreBackup({ id }));
      invalidate([]);
      toasts.say(t("settings.backup.restored"));
    });
  return (
    <div className="stack">
      <div className="row">
        <Button icon="download" disabled={busy} onClick={() => void make()}>
          {t("settings.backup.make")}
        </Button>
      </div>
      {backups.error === null ? null : <ErrorNotice error={errorOf(backups.error)} />}
      {backups.isPending ? <Skeleton /> : null}
      {backups.data?.length === 0 ? <p className="muted">{t("settings.backup.none")}</p> : null}
      <ul className="plain-list stack">
        {(backups.data ?? []).map((backup) => (
          <li key={backup.id} className="entry row">
            <strong>{momentText(backup.at, lang)}</strong>
            <span className="muted">
              {t("settings.backup.documents", {
                count: backup.documents,
                size: bytesText(backup.bytes),
              })}
            </span>
            <span className="grow" />
            <Button size="small" disabled={busy} onClick={() => setRestoring(backup)}>
              {t("settings.backup.restore")}
            </Button>
          </li>
        ))}
      </ul>
      {(aside.data ?? []).length === 0 ? null : (
        <>
          <h3>{t("settings.quarantine")}</h3>
          <ul>
            {(aside.data ?? []).map((file) => (
              <li key={file.movedTo}>
                <code>{`${file.path} → ${file.movedTo}`}</code>
                <div className="muted">{file.reason}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      {restoring === undefined ? null : (
        <Confirm
          title={t("settings.backup.restore")}
          text={t("settings.backup.restore.text", { at: momentText(restoring.at, lang) })}
          action={t("settings.backup.restore")}
          danger
          onConfirm={() => void restore(restoring.id)}
          onClose={() => setRestoring(undefined)}
        />
      )}
    </div>
  );
}
