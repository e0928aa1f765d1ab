import { useState } from "react";
import { useI18n } from "#i18n";
import { addMonths, isCivilDate } from "#shared/kernel";
import { Button, DateInput, ErrorNotice, errorOf, Field, hrefOf, useChange, useDesk } from "#ui";

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
        <Field label={t("rules.compare.from")}>
          {(ids) => <DateInput id={ids.id} value={before} onChange={setBefore} />}
        </Field>
        <Field label={t("rules.compare.to")}>
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
      {run.data?.length === 0 ? <p role="status">{t("rules.affected.none")}</p> : null}
      <ul className="plain-list stack">
        {(run.data ?? []).map((item) => (
          <li key={item.order} className="entry stack-tight">
            <a href={hrefOf(["orders", item.order, "check"])}>{item.title}</a>
            {item.moves.map((move) => (
              <span key={move.track}>
                {t("rules.affected.move", {
                  track: t(`track.${move.track}`),
                  from: t(`lane.${move.from}`),
                  to: t(`lane.${move.to}`),
                })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
