import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { draftMovesSchema } from "#shared/ipc";
import type { AppError } from "#shared/kernel";
import { ErrorNotice, Notice, useDesk } from "#ui";
import { DraftMoves } from "./draft-moves.tsx";

type State =
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "failed"; readonly error: AppError };

/** Follows the check of all drafts that an import began, and lists those that come out otherwise. */
export function Recheck({ job }: { readonly job: string }) {
  const { t } = useI18n();
  const desk = useDesk();
  const [state, setState] = useState<State>({ kind: "running", done: 0, total: 0 });
  useEffect(() => {
    let gone = false;
    const show = (next: State) => {
      if (!gone) setState(next);
    };
    void desk
      .follow(job, { onProgress: ({ done, total }) => show({ kind: "running", done, total }) })
      .then((ended) => {
        if (!ended.ok) show({ kind: "failed", error: ended.error });
        else if (ended.value.state === "done") show({ kind: "done", result: ended.value.result });
      });
    return () => {
      gone = true;
    };
  }, [desk, job]);
  if (state.kind === "failed") return <ErrorNotice error={state.error} />;
  if (state.kind === "running")
    return (
      <p className="muted" role="status">
        {t("rules.pack.rechecking", { done: state.done, total: state.total })}
      </p>
    );
  const drafts = draftMovesSchema.array().parse(state.result);
  return (
    <Notice tone={drafts.length === 0 ? "info" : "warn"}>
      {drafts.length === 0 ? null : <p role="status">{t("rules.pack.rechecked")}</p>}
      <DraftMoves drafts={drafts} none={t("rules.pack.rechecked.none")} />
    </Notice>
  );
}
