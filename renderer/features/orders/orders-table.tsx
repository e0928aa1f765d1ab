import { useState } from "react";
import { useI18n } from "#i18n";
import { formatAmount, inWanYi } from "#shared/i18n";
import {
  Badge,
  Button,
  errorOf,
  goTo,
  hrefOf,
  IconButton,
  momentText,
  unwrap,
  useChange,
  useDesk,
  useToasts,
} from "#ui";

type Summary = {
  readonly id: string;
  readonly title: string;
  readonly reference?: string | undefined;
  readonly buyer?:
    | { readonly zh?: string | undefined; readonly en?: string | undefined }
    | undefined;
  readonly lines: number;
  readonly units: string;
  readonly total?: string | undefined;
  readonly currency?: string | undefined;
  readonly savedAt: string;
  readonly issue?: boolean | undefined;
};

const AT_FIRST = 100;

/** One row per draft; the newest first. */
export function OrdersTable({ orders }: { readonly orders: readonly Summary[] }) {
  const { t } = useI18n();
  const [most, setMost] = useState(AT_FIRST);
  const sorted = orders.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  return (
    <div className="stack">
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("screen.orders.column.title")}</th>
              <th scope="col">{t("screen.orders.column.buyer")}</th>
              <th scope="col" className="num">
                {t("screen.orders.column.units")}
              </th>
              <th scope="col" className="num">
                {t("screen.orders.column.total")}
              </th>
              <th scope="col">{t("screen.orders.column.saved")}</th>
              <th scope="col">{t("screen.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map((order) => (
              <Row key={order.id} order={order} />
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > most ? (
        <Button onClick={() => setMost(most + 500)}>
          {t("screen.more", { count: sorted.length - most })}
        </Button>
      ) : null}
    </div>
  );
}

function Row({ order }: { readonly order: Summary }) {
  const { t, lang } = useI18n();
  return (
    <tr>
      <td>
        <a href={hrefOf(["orders", order.id, "edit"])}>{order.title}</a>
        {order.issue === true ? (
          <div>
            <a href={hrefOf(["settings", "backup"])}>
              <Badge tone="bad" icon="alert">
                {t("fileIssues.row")}
              </Badge>
            </a>
          </div>
        ) : null}
        {order.reference === undefined ? null : (
          <div className="muted small">{order.reference}</div>
        )}
      </td>
      <td>{nameIn(order.buyer, lang) ?? <span className="muted">{t("screen.not.given")}</span>}</td>
      <td className="num">
        {formatUnits(order.units)}
        <div className="muted small">{t("screen.orders.lines", { count: order.lines })}</div>
      </td>
      <td className="num">
        {order.total === undefined ? (
          <span className="muted">{t("screen.not.given")}</span>
        ) : (
          <>
            {`${order.currency ?? ""} ${formatAmount(order.total)}`.trim()}
            {lang === "zh" ? <div className="muted small">{inWanYi(order.total)}</div> : null}
          </>
        )}
      </td>
      <td className="nowrap">{momentText(order.savedAt, lang)}</td>
      <td>
        <RowActions order={order} />
      </td>
    </tr>
  );
}

function nameIn(names: Summary["buyer"], lang: "zh" | "en"): string | undefined {
  return lang === "zh" ? (names?.zh ?? names?.en) : (names?.en ?? names?.zh);
}

function formatUnits(units: string): string {
  return units.replace(/\B(?=(\d{3})+$)/g, ",");
}

function RowActions({ order }: { readonly order: Summary }) {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const copy = useChange(desk.client.orders.copy, [["orders"]]);
  const remove = useChange(desk.client.orders.remove, [["orders"]]);
  const restore = useChange(desk.client.orders.restore, [["orders"]]);
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const exportFile = async () => {
    try {
      const offer = await unwrap(desk.client.orders.export({ id: order.id }));
      const { saved } = await unwrap(desk.save(offer));
      if (saved) toasts.say(t("screen.orders.exported", { name: offer.fileName }));
    } catch (fault) {
      failed(fault);
    }
  };
  const exportBundle = async () => {
    try {
      const offer = await unwrap(desk.client.bundles.export({ order: order.id }));
      const { saved } = await unwrap(desk.save(offer));
      if (saved) toasts.say(t("bundle.exported", { name: offer.fileName }));
    } catch (fault) {
      failed(fault);
    }
  };
  const { id, title } = order;
  return (
    <span className="row">
      <IconButton
        size="small"
        icon="copy"
        label={t("screen.orders.copy", { title })}
        onClick={() =>
          copy.mutate(
            { id, title: t("screen.orders.copied", { title }).slice(0, 400) },
            {
              onSuccess: (made) => goTo(["orders", made.id, "edit", "guide", "start"]),
              onError: failed,
            },
          )
        }
      />
      <IconButton
        size="small"
        icon="download"
        label={t("screen.orders.export", { title })}
        onClick={() => void exportFile()}
      />
      <IconButton
        size="small"
        icon="packet"
        label={t("bundle.export.named", { title })}
        onClick={() => void exportBundle()}
      />
      <IconButton
        size="small"
        icon="trash"
        label={t("screen.orders.delete", { title })}
        onClick={() =>
          remove.mutate(
            { id },
            {
              onSuccess: () =>
                toasts.say(t("screen.deleted", { name: title }), () =>
                  restore.mutate({ id }, { onError: failed }),
                ),
              onError: failed,
            },
          )
        }
      />
    </span>
  );
}
