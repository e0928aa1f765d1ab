import { useI18n } from "#i18n";
import type { ManagedView } from "#shared/ipc";

/** What the firm's IT department decided on this machine, one line each. */
export function ManagedRules({ managed }: { readonly managed: ManagedView }) {
  const { t } = useI18n();
  const keys = managed.trustedPackKeys;
  const lines = [
    managed.workspace ? t("managed.workspace") : undefined,
    managed.language === undefined ? undefined : t(`managed.language.${managed.language}`),
    keys.length === 0 ? undefined : t("managed.keys", { names: keys }),
    managed.onlyTheseKeys ? t("managed.only-keys") : undefined,
    managed.encryptionRequired ? t("managed.encryption") : undefined,
    managed.autoLockMinutes === undefined
      ? undefined
      : t("managed.lock", { minutes: managed.autoLockMinutes }),
    managed.updates ? t("managed.updates") : undefined,
  ].filter((line) => line !== undefined);
  return (
    <section className="stack-tight">
      <h2>{t("managed.title")}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
