import { useI18n } from "#i18n";
import type { MessageKey } from "#shared/i18n";

/** A heading between groups of fields. */
export function SubTitle({ of }: { readonly of: MessageKey }) {
  const { t } = useI18n();
  return <h3>{t(of)}</h3>;
}
