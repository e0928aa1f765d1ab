import { useI18n } from "#i18n";
import { ErrorNotice, errorOf, momentText, Skeleton, useAnswer, useDesk } from "#ui";

/** Who saved which version of a party when. */
export function PartyHistory({ party }: { readonly party: string }) {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const history = useAnswer(
    ["parties", "history", party],
    async () => await client.parties.history({ id: party }),
  );
  if (history.error !== null) return <ErrorNotice error={errorOf(history.error)} />;
  if (history.data === undefined) return <Skeleton />;
  if (history.data.length === 0) return <p className="muted">{t("journal.empty")}</p>;
  return (
    <ol className="plain-list">
      {history.data.map((entry) => (
        <li key={`${entry.revision}-${entry.at}`}>
          {t("editor.history.entry", {
            revision: entry.revision,
            at: momentText(entry.at, lang),
            who: entry.who,
            verb: td(`journal.verb.${entry.verb}`),
          })}
        </li>
      ))}
    </ol>
  );
}
