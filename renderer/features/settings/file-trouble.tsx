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
export function FileTrouble({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const trouble = useAnswer(
    ["trouble"],
    async () => await client.workspace.trouble({ look: true }),
    { fresh: true },
  );
  const accept = useChange(client.workspace.accept, [[]]);
  const dismiss = useChange(client.workspace.dismiss, [["trouble"]]);
  const aside = useAnswer(
    ["trouble", "aside"],
    async () => await client.workspace.quarantined({}),
    { fresh: true },
  );
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const issues = trouble.data?.issues ?? [];
  return (
    <section className="stack" aria-labelledby="trouble-title">
      <h2 id="trouble-title">{t("trouble.title")}</h2>
      {trouble.error === null ? null : <ErrorNotice error={errorOf(trouble.error)} />}
      {trouble.isPending ? <Skeleton lines={2} /> : null}
      {trouble.data !== undefined && issues.length === 0 ? (
        <Empty title={t("trouble.none")} text={t("trouble.none.text")} />
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
                      { onSuccess: () => toasts.say(t("trouble.accepted")), onError: failed },
                    )
                  }
                >
                  {t("trouble.accept")}
                </Button>
              ) : null}
              {acceptable ? null : (
                <Button
                  disabled={dismiss.isPending}
                  onClick={() => dismiss.mutate({ key }, { onError: failed })}
                >
                  {t("trouble.dismiss")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {aside.data === undefined || aside.data.length === 0 ? null : (
        <details className="details">
          <summary>{t("trouble.aside", { count: aside.data.length })}</summary>
          <p className="muted">{t("trouble.aside.text")}</p>
          <ul className="plain-list stack-tight">
            {aside.data.map(({ path, movedTo }) => (
              <li key={movedTo} className="stack-tight">
                <code className="wrap">{movedTo}</code>
                {path === "" ? null : (
                  <span className="muted small">{t("trouble.aside.from", { path })}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
