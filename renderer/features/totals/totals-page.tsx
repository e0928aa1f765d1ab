import { useState } from "react";
import { useI18n } from "#i18n";
import { groupDigits } from "#shared/i18n";
import type { TotalsValue } from "#shared/ipc";
import {
  Button,
  Empty,
  ErrorNotice,
  errorOf,
  Notice,
  Skeleton,
  useAnswer,
  useDesk,
  useToasts,
} from "#ui";
import { SitePowerTable } from "./site-power-table.tsx";
import { SplitNotice } from "./split-notice.tsx";

type Group = TotalsValue["groups"][number];

/** What is ordered over the whole workspace: chips by controller, state, year and site; orders that look like one; a table to export. */
export function TotalsPage() {
  const { t, lang } = useI18n();
  const { client, save: saveFile } = useDesk();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const totals = useAnswer(["orders", "totals"], async () => await client.totals.list({}), {
    fresh: true,
  });
  const save = async (as: "csv" | "xlsx") => {
    setBusy(true);
    const offer = await client.totals.export({ as, language: lang });
    const saved = offer.ok ? await saveFile(offer.value) : offer;
    if (!saved.ok) toasts.fail(saved.error);
    setBusy(false);
  };
  return (
    <div className="page">
      <div className="row">
        <h1 className="grow">{t("screen.nav.totals")}</h1>
        <Button disabled={busy} onClick={() => void save("csv")}>
          {t("totals.export.csv")}
        </Button>
        <Button disabled={busy} onClick={() => void save("xlsx")}>
          {t("totals.export.xlsx")}
        </Button>
      </div>
      <p className="muted">{t("totals.about")}</p>
      {totals.error === null ? null : <ErrorNotice error={errorOf(totals.error)} />}
      {totals.isPending ? <Skeleton lines={6} /> : null}
      {totals.data?.groups.length === 0 ? <Empty title={t("totals.none")} /> : null}
      {totals.data?.groups.map((group) => (
        <GroupCard key={group.controller ?? ""} group={group} />
      ))}
      {totals.data === undefined || totals.data.sites.length === 0 ? null : (
        <SitePowerTable sites={totals.data.sites} />
      )}
    </div>
  );
}

function GroupCard({ group }: { readonly group: Group }) {
  const { t } = useI18n();
  const name = group.name ?? group.controller ?? t("totals.no.buyer");
  const title = t("totals.group", { name, total: groupDigits(group.total) });
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      {group.uncounted === 0 ? null : (
        <Notice tone="warn">{t("totals.uncounted", { count: group.uncounted })}</Notice>
      )}
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              {(["state", "year", "site", "orders", "chips"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`totals.head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <tr key={`${row.state} ${row.year ?? ""} ${row.site ?? ""}`}>
                <td>{t(`totals.state.${row.state}`)}</td>
                <td>{row.year ?? t("totals.unstated")}</td>
                <td>{row.siteName ?? row.site ?? t("totals.unstated")}</td>
                <td className="number">{row.orders}</td>
                <td className="number">{groupDigits(row.chips)}</td>
              </tr>
            ))}
            {(["filed", "drafted", "alternative"] as const).map((state) => (
              <tr key={state}>
                <th scope="row" colSpan={4}>
                  {`${t("totals.total")} · ${t(`totals.state.${state}`)}`}
                </th>
                <td className="number">{groupDigits(group[state])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={3}>
                {t("totals.total")}
              </th>
              <td className="number">{group.orders}</td>
              <td className="number">
                <strong>{groupDigits(group.total)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {group.split.map((split) => (
        <SplitNotice key={split.orders.map(({ order }) => order).join()} split={split} />
      ))}
    </section>
  );
}
