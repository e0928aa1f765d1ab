import { useI18n } from "#i18n";
import { Button, useAnswer, useDesk, useInvalidate, useToasts } from "#ui";

/** Locks an encrypted workspace at once; stands on every page, because leaving the desk must not need a search. */
export function LockButton() {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const encryption = useAnswer(["encryption"], async () => await client.encryption.state({}));
  if (encryption.data?.encrypted !== true) return null;
  const lock = async () => {
    const locked = await client.start.lock({});
    if (!locked.ok) return toasts.fail(locked.error);
    invalidate(["start"]);
  };
  return (
    <Button size="small" icon="lock" onClick={() => void lock()}>
      {t("encryption.lock")}
    </Button>
  );
}
