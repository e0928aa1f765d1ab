import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  bytesText,
  Confirm,
  ErrorNotice,
  errorOf,
  momentText,
  Notice,
  Skeleton,
  unwrap,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { BackupDocuments } from "./backup-documents.tsx";
import { BackupPlan } from "./backup-plan.tsx";
import { FileIssues } from "./file-issues.tsx";
import { UnusedEvidence } from "./unused-evidence.tsx";

type Backup = { readonly id: string; readonly at: string };

/** Snapshots of the workspace: taken, listed, verified, brought back whole or one document of them. */
export function Backups() {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [restoring, setRestoring] = useState<Backup | undefined>(undefined);
  const [looking, setLooking] = useState<Backup | undefined>(undefined);
  const [report, setReport] = useState<
    { readonly id: string; readonly sound: boolean; readonly text: string } | undefined
  >(undefined);
  const [busy, setBusy] = useState(false);
  const backups = useAnswer(["backups"], async () => await client.workspace.backups({}), {
    fresh: true,
  });
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const readOnly = host.data?.readOnly ?? false;
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
      const { id } = await unwrap(client.workspace.backup({}));
      const { checked } = await unwrap(client.workspace.verifyBackup({ id }));
      invalidate(["backups"]);
      toasts.say(t("settings.backup.made.verified", { checked }));
    });
  const verify = (id: string) =>
    run(async () => {
      const { checked, missing, damaged } = await unwrap(client.workspace.verifyBackup({ id }));
      const sound = missing.length + damaged.length === 0;
      const text = sound
        ? t("settings.backup.sound", { checked })
        : t("settings.backup.broken", { files: [...missing, ...damaged].slice(0, 10) });
      setReport({ id, sound, text });
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
      <BackupPlan readOnly={readOnly} />
      <div className="row">
        <Button
          look="primary"
          icon="download"
          disabled={busy || readOnly}
          onClick={() => void make()}
        >
          {t("settings.backup.make")}
        </Button>
      </div>
      {backups.error === null ? null : <ErrorNotice error={errorOf(backups.error)} />}
      {backups.isPending ? <Skeleton /> : null}
      {backups.data?.length === 0 ? <p className="muted">{t("settings.backup.none")}</p> : null}
      <ul className="plain-list stack" aria-label={t("settings.tab.backup")}>
        {(backups.data ?? []).map((backup) => (
          <li key={backup.id} className="entry stack-tight">
            <div className="row">
              <strong>{momentText(backup.at, lang)}</strong>
              <span className="muted">
                {t("settings.backup.documents", {
                  count: backup.documents,
                  size: bytesText(backup.bytes),
                })}
              </span>
              <span className="grow" />
              <Button
                size="small"
                icon="shield"
                disabled={busy}
                onClick={() => void verify(backup.id)}
              >
                {t("settings.backup.verify")}
              </Button>
              <Button size="small" disabled={busy} onClick={() => setLooking(backup)}>
                {t("settings.backup.one")}
              </Button>
              <Button size="small" disabled={busy || readOnly} onClick={() => setRestoring(backup)}>
                {t("settings.backup.restore")}
              </Button>
            </div>
            {report?.id === backup.id ? (
              <Notice tone={report.sound ? "good" : "bad"} role="status">
                {report.text}
              </Notice>
            ) : null}
          </li>
        ))}
      </ul>
      <FileIssues readOnly={readOnly} />
      <UnusedEvidence readOnly={readOnly} />
      {looking === undefined ? null : (
        <BackupDocuments
          backup={looking}
          readOnly={readOnly}
          onClose={() => setLooking(undefined)}
        />
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
