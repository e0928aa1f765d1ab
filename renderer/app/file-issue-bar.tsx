import { useEffect } from "react";
import { useI18n } from "#i18n";
import { Button, errorOf, hrefOf, Notice, useAnswer, useChange, useDesk, useToasts } from "#ui";

/** The shortest time between two looks at all files when a person comes back to the window. */
const LOOK_AGAIN_MS = 10_000;

/** Over every page while something is wrong with the files: what is in memory only, and how much waits for a decision. */
export function FileIssueBar() {
  const { t, te } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const answer = useAnswer(
    ["fileIssues", "bar"],
    async () => await client.workspace.fileIssues({ look: false }),
  );
  const retry = useChange(client.workspace.retry, [["fileIssues"]]);
  const { refetch } = answer;
  useEffect(() => {
    let last = performance.now();
    const look = async () => {
      if (document.visibilityState === "hidden" || performance.now() - last < LOOK_AGAIN_MS) return;
      last = performance.now();
      // Whoever comes back from another program may have changed files there.
      await client.workspace.fileIssues({ look: true });
      await refetch();
    };
    const shown = () => void look();
    globalThis.addEventListener("focus", shown);
    document.addEventListener("visibilitychange", shown);
    return () => {
      globalThis.removeEventListener("focus", shown);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [client, refetch]);
  const { issues = [], unsaved = [] } = answer.data ?? {};
  const first = unsaved[0];
  return (
    <>
      {first === undefined ? null : (
        <Notice
          tone="bad"
          role="alert"
          action={
            <Button
              size="small"
              disabled={retry.isPending}
              onClick={() =>
                retry.mutate(
                  {},
                  {
                    onSuccess: ({ left }) => {
                      if (left === 0) toasts.say(t("fileIssues.saved"));
                    },
                    onError: (fault) => toasts.fail(errorOf(fault)),
                  },
                )
              }
            >
              {t("fileIssues.retry")}
            </Button>
          }
        >
          <strong>{t("fileIssues.unsaved", { names: unsaved.map(({ name }) => name) })}</strong>
          <span>{te(first.error)}</span>
        </Notice>
      )}
      {issues.length === 0 ? null : (
        <Notice
          tone="warn"
          role="status"
          action={
            <a className="button button-small" href={hrefOf(["settings", "backup"])}>
              {t("fileIssues.show")}
            </a>
          }
        >
          {t("fileIssues.count", { count: issues.length })}
        </Notice>
      )}
    </>
  );
}
