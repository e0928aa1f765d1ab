import { useI18n } from "#i18n";
import {
  Button,
  Empty,
  ErrorNotice,
  errorOf,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
  useToasts,
} from "#ui";

/** Damaged, missing and foreign files, each with where it lies now and what can be done; and edits in memory only. */
export function FileIssues({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const answer = useAnswer(
    ["fileIssues"],
    async () => await client.workspace.fileIssues({ look: true }),
    { fresh: true },
  );
  const accept = useChange(client.workspace.accept, [[]]);
  const dismiss = useChange(client.workspace.dismiss, [["fileIssues"]]);
  const aside = useAnswer(
    ["fileIssues", "aside"],
    async () => await client.workspace.quarantined({}),
    { fresh: true },
  );
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const issues = answer.data?.issues ?? [];
  return (
    <section className="stack" aria-labelledby="issue-title">
      <h2 id="issue-title">{t("fileIssues.title")}</h2>
      {answer.error === null ? null : <ErrorNotice error={errorOf(answer.error)} />}
      {answer.isPending ? <Skeleton lines={2} /> : null}
      {answer.data !== undefined && issues.length === 0 ? (
        <Empty title={t("fileIssues.none")} text={t("fileIssues.none.text")} />
      ) : null}
      <ul className="plain-list stack">
        {issues.map(({ key, error, book, id, name, acceptable }) => (
          <li key={key} className="entry stack-tight">
            {name === undefined ? null : <strong>{name}</strong>}
            <ErrorNotice error={error} />
            <div className="row">
              {acceptable && book !== undefined && id !== undefined ? (
                <Button
                  disabled={readOnly || accept.isPending}
                  onClick={() =>
                    accept.mutate(
                      { book, id },
                      { onSuccess: () => toasts.say(t("fileIssues.accepted")), onError: failed },
                    )
                  }
                >
                  {t("fileIssues.accept")}
                </Button>
              ) : null}
              {acceptable ? null : (
                <Button
                  disabled={dismiss.isPending}
                  onClick={() => dismiss.mutate({ key }, { onError: failed })}
                >
                  {t("fileIssues.dismiss")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {aside.data === undefined || aside.data.length === 0 ? null : (
        <details className="details">
          <summary>{t("fileIssues.aside", { count: aside.data.length })}</summary>
          <p className="muted">{t("fileIssues.aside.text")}</p>
          <ul className="plain-list stack-tight">
            {aside.data.map(({ path, movedTo }) => (
              <li key={movedTo} className="stack-tight">
                <code className="wrap">{movedTo}</code>
                {path === "" ? null : (
                  <span className="muted small">{t("fileIssues.aside.from", { path })}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
