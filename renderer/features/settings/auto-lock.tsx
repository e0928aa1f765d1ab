import { useI18n } from "#i18n";
import { errorOf, Field, useAnswer, useChange, useDesk, useToasts } from "#ui";

const MINUTES = [0, 1, 5, 10, 15, 30, 60] as const;

/** After how long without a person at work the workspace locks by itself. */
export function AutoLock({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  const save = useChange(client.settings.save, [["settings"]]);
  const current = settings.data;
  if (current === undefined) return null;
  const options = [...new Set([...MINUTES, current.autoLockMinutes])].toSorted((a, b) => a - b);
  return (
    <Field label={t("encryption.autolock")} hint={t("encryption.autolock.hint")}>
      {(ids) => (
        <select
          id={ids.id}
          className="input"
          aria-describedby={ids.describedBy}
          disabled={readOnly || save.isPending}
          value={current.autoLockMinutes}
          onChange={(event) =>
            save.mutate(
              { ...current, autoLockMinutes: Number(event.target.value) },
              { onError: (fault) => toasts.fail(errorOf(fault)) },
            )
          }
        >
          {options.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0
                ? t("encryption.autolock.never")
                : t("encryption.autolock.after", { minutes })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
