import { useState } from "react";
import { useI18n } from "#i18n";
import { Button, ErrorNotice, errorOf, Field, useAnswer, useChange, useDesk, useToasts } from "#ui";

const HOURS = [0, 1, 4, 12, 24, 168] as const;

/** How often snapshots are taken by themselves, and where they lie. */
export function BackupPlan({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  const plan = useAnswer(["backup-plan"], async () => await client.workspace.backupPlan({}), {
    fresh: true,
  });
  const save = useChange(client.settings.save, [["settings"], ["backup-plan"], ["backups"]]);
  const [dir, setDir] = useState<string | undefined>(undefined);
  if (settings.data === undefined || plan.data === undefined) return null;
  const { everyHours, outside, problem } = plan.data;
  const kept = outside ? plan.data.dir : "";
  const shown = dir ?? kept;
  const put = (hours: number, folder: string) => {
    const backup = folder === "" ? { everyHours: hours } : { everyHours: hours, dir: folder };
    save.mutate(
      { ...settings.data, backup },
      {
        onSuccess: () => toasts.say(t("screen.saved")),
        onError: (fault) => toasts.fail(errorOf(fault)),
      },
    );
  };
  const options = [...new Set([...HOURS, everyHours])].toSorted((a, b) => a - b);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        put(everyHours, shown.trim());
      }}
    >
      {problem === undefined ? null : <ErrorNotice error={problem} />}
      <div className="form-grid">
        <Field label={t("settings.backup.every")} hint={t("settings.backup.every.hint")}>
          {(ids) => (
            <select
              id={ids.id}
              className="input"
              aria-describedby={ids.describedBy}
              disabled={readOnly || save.isPending}
              value={everyHours}
              onChange={(event) => put(Number(event.target.value), kept)}
            >
              {options.map((hours) => (
                <option key={hours} value={hours}>
                  {hours === 0
                    ? t("settings.backup.every.never")
                    : t("settings.backup.every.hours", { hours })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={t("settings.backup.dir")}
          hint={t("settings.backup.dir.hint", { dir: plan.data.dir })}
        >
          {(ids) => (
            <input
              id={ids.id}
              className="input"
              aria-describedby={ids.describedBy}
              disabled={readOnly}
              maxLength={1000}
              spellCheck={false}
              value={shown}
              onChange={(event) => setDir(event.target.value)}
            />
          )}
        </Field>
      </div>
      {shown.trim() === kept ? null : (
        <div className="row">
          <Button submit disabled={readOnly || save.isPending}>
            {t("settings.backup.dir.use")}
          </Button>
        </div>
      )}
    </form>
  );
}
