import { useI18n } from "#i18n";
import { groupDigits } from "#shared/i18n";
import { Badge, Button, IconButton, useAnswer, useDesk } from "#ui";

type Row = {
  readonly id: string;
  readonly title?: string | undefined;
  readonly units?: string | undefined;
  readonly track: "cn-import" | "us-export";
  readonly packet?: string | undefined;
  readonly status?: string | undefined;
  readonly on?: string | undefined;
  readonly due?: string | undefined;
  readonly drawn: string;
};

type Props = {
  readonly cases: readonly Row[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (what: { readonly id: string; readonly name: string }) => void;
};

/** One row per filed packet: what the newest paper says, what is owed by when, and how much has been drawn down. */
export function CasesTable({ cases, onOpen, onRemove }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const today = host.data?.today ?? "";
  return (
    <div className="card table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("cases.order")}</th>
            <th scope="col">{t("cases.track")}</th>
            <th scope="col">{t("cases.status")}</th>
            <th scope="col">{t("cases.due")}</th>
            <th scope="col" className="num">
              {t("cases.drawdowns")}
            </th>
            <th scope="col">{t("screen.actions")}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((item) => {
            const name = `${item.title ?? t("cases.order.gone")} · ${td(`track.${item.track}`)}`;
            return (
              <tr key={item.id}>
                <td>
                  <Button look="link" onClick={() => onOpen(item.id)} aria-label={name}>
                    {item.title ?? t("cases.order.gone")}
                  </Button>
                  {item.packet === undefined ? null : (
                    <div className="muted small mono">{item.packet}</div>
                  )}
                </td>
                <td>{td(`track.${item.track}`)}</td>
                <td>
                  {item.status === undefined ? (
                    <span className="muted">{t("cases.none")}</span>
                  ) : (
                    td(`case.status.${item.status}`)
                  )}
                  {item.on === undefined ? null : <div className="muted small">{item.on}</div>}
                </td>
                <td className="nowrap">
                  <Due day={item.due} today={today} />
                </td>
                <td className="num">
                  {`${groupDigits(item.drawn)} / ${groupDigits(item.units ?? "0")}`}
                </td>
                <td>
                  <IconButton
                    size="small"
                    icon="trash"
                    label={t("screen.delete.named", { name })}
                    onClick={() => onRemove({ id: item.id, name })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Due({ day, today }: { readonly day: string | undefined; readonly today: string }) {
  const { t } = useI18n();
  if (day === undefined) return null;
  if (day >= today) return day;
  return <Badge tone="bad" icon="alert">{`${day} · ${t("cases.overdue")}`}</Badge>;
}
