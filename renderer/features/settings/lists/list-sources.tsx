import { useI18n } from "#i18n";
import { useAnswer, useDesk } from "#ui";

/** Where a person gets each list and in which formats it is read; addresses are text, nothing is opened. */
export function ListSources() {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const sources = useAnswer(["list-sources"], async () => await client.lists.sources({}));
  return (
    <details className="stack">
      <summary>{t("lists.sources.title")}</summary>
      <p className="muted">{t("lists.sources.about")}</p>
      <ul className="stack">
        {(sources.data ?? []).map(({ id, text, address, formats }) => (
          <li key={id}>
            <p>{td(text)}</p>
            <p className="muted small">
              {formats.map((format) => td(`lists.format.${format}`)).join(" · ")}
            </p>
            {address === undefined ? null : <code className="small">{address}</code>}
          </li>
        ))}
      </ul>
    </details>
  );
}
