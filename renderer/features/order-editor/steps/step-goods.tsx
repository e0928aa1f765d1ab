import { useI18n } from "#i18n";
import type { OrderLine } from "#shared/model";
import {
  Button,
  type FieldSpec,
  Fields,
  f,
  Grid,
  Notice,
  newId,
  Rows,
  SpecField,
  useBooks,
  useField,
  useRows,
} from "#ui";
import { lineFields, rateRows, termFields } from "../sections/sections.ts";

const only = (specs: readonly FieldSpec[], names: readonly string[]): readonly FieldSpec[] =>
  names.flatMap((name) => specs.find((spec) => spec.name === name) ?? []);

const LINE = only(lineFields, ["unit", "unitPrice", "hs.code", "hs.basis"]);
const DESCRIBED = only(lineFields, ["origin", "finalDestination", "purpose"]);
const TERMS = only(termFields, [
  "terms.currency",
  "terms.incoterm",
  "terms.incotermPlace",
  "terms.tradeMode",
  "terms.foreignExchangeSource",
]);

/** Price, code, origin, deliveries and terms: what the forms ask of goods. */
export function StepGoods() {
  const { t } = useI18n();
  const lines = useRows("lines") as readonly OrderLine[];
  const currency = useField("terms.currency").value;
  if (lines.length === 0) return <Notice>{t("guide.goods.none")}</Notice>;
  return (
    <>
      {lines.map((line, index) => (
        <Line key={line.id} line={line} number={index + 1} />
      ))}
      <Fields specs={TERMS} of="order" />
      <Fields specs={[f.lines("customs.declarationPorts")]} of="order" />
      {currency === undefined || currency === "USD" ? null : <Rows spec={rateRows} />}
    </>
  );
}

function Line({ line, number }: { readonly line: OrderLine; readonly number: number }) {
  const { t } = useI18n();
  const books = useBooks();
  const base = `lines.${line.id}`;
  const integrator = useField(`${base}.integrator`);
  const seller = useField("route.seller").value;
  const product = books.entries("product").find(({ id }) => id === line.product)?.label;
  const name = product ?? line.description ?? t("editor.line.unnamed");
  const proven = line.hs?.basis !== undefined && line.hs.basis !== "own";
  const sites = books.entries("site").map(({ id, label }) => ({ value: id, label }));
  return (
    <section className="entry stack" data-path={`order.${base}`} aria-label={name}>
      <h3>{t("editor.line.title", { number, name })}</h3>
      <Fields specs={LINE} of="line" base={base} />
      {proven ? <SpecField spec={f.many("hs.evidence", "evidence")} of="line" base={base} /> : null}
      <Fields specs={DESCRIBED} of="line" base={base} />
      <div className="stack-tight">
        <SpecField spec={f.one("integrator", "party")} of="line" base={base} />
        {typeof seller === "string" && integrator.value !== seller ? (
          <Button
            size="small"
            look="quiet"
            aria-label={`${t("field.line.integrator")}: ${t("guide.same.seller")}`}
            onClick={() => integrator.set(seller)}
          >
            {t("guide.same.seller")}
          </Button>
        ) : null}
      </div>
      <h4>{t("editor.section.schedule")}</h4>
      <Grid
        path={`${base}.schedule`}
        label={t("editor.section.schedule")}
        most={500}
        fresh={() => ({ id: newId("dlv") })}
        columns={[
          { name: "date", label: t("field.delivery.date"), kind: "date" },
          { name: "quantity", label: t("field.delivery.quantity"), kind: "integer" },
          ...(sites.length > 1
            ? [
                {
                  name: "site",
                  label: t("field.delivery.site"),
                  kind: "book",
                  options: sites,
                } as const,
              ]
            : []),
        ]}
      />
    </section>
  );
}
