import { useI18n } from "#i18n";
import { DECIMAL_SHAPE } from "#shared/kernel";
import { type Order, type OrderLine, scheduledQuantity } from "#shared/model";
import { Badge, type Draft, Grid, newId, useBooks, useDraftValue, useRows } from "#ui";

/** Deliveries of each line, with whether they add up. */
export function ScheduleSection({ draft }: { readonly draft: Draft<Order> }) {
  const { t } = useI18n();
  const lines = useRows("lines") as readonly OrderLine[];
  if (lines.length === 0) return <p className="muted">{t("editor.schedule.none")}</p>;
  return lines.map((line, index) => (
    <LineSchedule key={line.id} draft={draft} line={line} number={index + 1} />
  ));
}

type Props = {
  readonly draft: Draft<Order>;
  readonly line: OrderLine;
  readonly number: number;
};

function plannedOf(order: Order, id: string): string | undefined {
  const line = order.lines.find((item) => item.id === id);
  if (line?.schedule === undefined || line.schedule.length === 0) return undefined;
  const sound = line.schedule.every(
    ({ quantity }) => quantity !== undefined && DECIMAL_SHAPE.test(quantity),
  );
  return sound ? scheduledQuantity(line) : undefined;
}

function LineSchedule({ draft, line, number }: Props) {
  const { t } = useI18n();
  const books = useBooks();
  const planned = useDraftValue(draft, (order) => plannedOf(order, line.id));
  const product = books.entries("product").find((entry) => entry.id === line.product);
  const name = product?.label ?? line.description ?? t("editor.line.unnamed");
  const ordered = line.quantity ?? "";
  const sites = books.entries("site").map(({ id, label }) => ({ value: id, label }));
  return (
    <div className="stack-tight">
      <div className="row">
        <h3>{t("editor.line.title", { number, name })}</h3>
        {planned === undefined ? null : (
          <Badge tone={planned === ordered ? "good" : "warn"}>
            {t(planned === ordered ? "editor.schedule.even" : "editor.schedule.uneven", {
              planned,
              ordered: ordered === "" ? t("screen.not.given") : ordered,
            })}
          </Badge>
        )}
      </div>
      <Grid
        path={`lines.${line.id}.schedule`}
        label={`${name} · ${t("editor.section.schedule")}`}
        most={500}
        fresh={() => ({ id: newId("dlv") })}
        columns={[
          { name: "date", label: t("field.delivery.date"), kind: "date" },
          { name: "quantity", label: t("field.delivery.quantity"), kind: "integer" },
          { name: "site", label: t("field.delivery.site"), kind: "book", options: sites },
        ]}
      />
    </div>
  );
}
