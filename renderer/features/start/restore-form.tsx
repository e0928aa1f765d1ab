import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Button,
  bytesText,
  ErrorNotice,
  errorOf,
  Field,
  momentText,
  Notice,
  PathBox,
  unwrap,
  useDesk,
} from "#ui";
import type { Look } from "./start-state.ts";

type Props = {
  readonly look: Look;
  readonly backupDir: string;
  /** Called once the restored workspace is open. */
  readonly onRestored: () => void;
  /** Opens the workspace itself where single documents are brought back; absent where it cannot be opened. */
  readonly onOneDocument: (() => void) | undefined;
};

/** The way back when a workspace no longer opens: a snapshot becomes a whole workspace in a new folder. */
export function RestoreForm({ look, backupDir, onRestored, onOneDocument }: Props) {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const [id, setId] = useState(look.backups[0]?.id ?? "");
  const [target, setTarget] = useState(`${look.path}-restored`);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const [done, setDone] = useState<string | undefined>(undefined);
  const restore = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { path } = await unwrap(client.start.restore({ backupDir, id, target: target.trim() }));
      setDone(path);
      const seen = await unwrap(client.start.look({ path }));
      // An encrypted one is opened with its passphrase, where it now stands among the recent ones.
      if (!seen.encrypted) {
        const wish = { path, mode: "write", create: false, takeOver: false } as const;
        await unwrap(client.start.open(wish));
        onRestored();
      }
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  return (
    <details className="details" open={look.kind !== "workspace"}>
      <summary>{t("start.restore", { count: look.backups.length })}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && id !== "" && target.trim() !== "") void restore();
        }}
      >
        <p className="muted">{t("start.restore.text")}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {done === undefined ? null : (
          <Notice tone="good" role="status">
            {t("start.restore.done", { path: done })}
          </Notice>
        )}
        <div className="form-grid">
          <Field label={t("start.restore.which")}>
            {(ids) => (
              <select
                id={ids.id}
                className="input"
                value={id}
                onChange={(event) => setId(event.target.value)}
              >
                {look.backups.map((backup) => (
                  <option key={backup.id} value={backup.id}>
                    {`${momentText(backup.at, lang)} · ${t("settings.backup.documents", {
                      count: backup.documents,
                      size: bytesText(backup.bytes),
                    })}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <PathBox
            label={t("start.restore.into")}
            hint={t("start.restore.into.hint")}
            value={target}
            onChange={setTarget}
          />
        </div>
        <div className="row">
          <Button submit disabled={busy || target.trim() === ""}>
            {t("start.restore.do")}
          </Button>
          {onOneDocument === undefined ? null : (
            <Button disabled={busy} onClick={onOneDocument}>
              {t("start.restore.one")}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
