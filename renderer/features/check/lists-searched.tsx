import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { hrefOf, Notice } from "#ui";

/** Which lists a check looked at; that none was searched is said where nobody can miss it. */
export function ListsSearched({ lists }: { readonly lists: ReportValue["lists"] }) {
  const { t } = useI18n();
  if (lists.length === 0)
    return (
      <Notice
        tone="warn"
        action={
          <a className="button button-small" href={hrefOf(["settings", "lists"])}>
            {t("settings.lists.import")}
          </a>
        }
      >
        {t("check.lists.none")}
      </Notice>
    );
  return (
    <p className="muted small">
      {t("check.lists.searched", { lists: lists.map(({ id, date }) => `${id} (${date})`) })}
    </p>
  );
}
