import { useState } from "react";
import { useI18n } from "#i18n";
import { addMonths, isCivilDate } from "#shared/kernel";
import { Button, DateInput, ErrorNotice, errorOf, Field, useChange, useDesk } from "#ui";
import { DraftMoves } from "./draft-moves.tsx";

/** Which drafts come out otherwise on another day. */
export function Affected({ today }: { readonly today: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [asOf, setAsOf] = useState(today);
  const [before, setBefore] = useState(isCivilDate(today) ? addMonths(today, -3) : "");
  const run = useChange(client.check.affected);
  const ready = isCivilDate(asOf) && isCivilDate(before);
  return (
    <div className="stack">
      <div className="form-grid">
        <Field label={t("rules.affected.from")}>
          {(ids) => <DateInput id={ids.id} value={before} onChange={setBefore} />}
        </Field>
        <Field label={t("rules.affected.to")}>
          {(ids) => <DateInput id={ids.id} value={asOf} onChange={setAsOf} />}
        </Field>
      </div>
      <div className="row">
        <Button
          look="primary"
          disabled={!ready || run.isPending}
          onClick={() => run.mutate({ asOf, compareTo: before })}
        >
          {t("rules.affected.run")}
        </Button>
      </div>
      {run.error === null ? null : <ErrorNotice error={errorOf(run.error)} />}
      {run.data === undefined ? null : (
        <DraftMoves drafts={run.data} none={t("rules.affected.none")} />
      )}
    </div>
  );
}
