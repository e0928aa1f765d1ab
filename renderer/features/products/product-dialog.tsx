import { useI18n } from "#i18n";
import {
  type Computed,
  type Product,
  performanceDensity,
  productSchema,
  totalProcessingPerformance,
} from "#shared/model";
import {
  type Draft,
  Fields,
  newId,
  RecordDialog,
  type RecordTarget,
  Rows,
  savable,
  useDesk,
  useDraftValue,
} from "#ui";
import { figureFields, figures, productFields, rateRows, usFields } from "./product-fields.ts";

type Props = {
  readonly target: RecordTarget;
  readonly onDone: (id: string | undefined) => void;
};

/** The editor of one product; performance figures are computed from what is entered. */
export function ProductDialog({ target, onDone }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  return (
    <RecordDialog<Product>
      title={t("products.edit")}
      nameOf={(value) => `${value.vendor} ${value.model}`.trim()}
      target={target}
      schema={productSchema}
      load={(id) => client.products.get({ id })}
      // Vendor and form are asked for before the first save.
      fresh={(name) => ({ id: newId("prd"), vendor: "", model: name, form: "sxm-module" })}
      save={(value, revision) => client.products.save({ value, revision })}
      address={(path, value) => `products.${value.id}.${path}`}
      stale={[["products"], ["completeness"], ["check"]]}
      wide
      onDone={onDone}
    >
      {(draft) => (
        <>
          <Performance draft={draft} />
          <Fields specs={productFields} of="product" />
          <Rows spec={rateRows} />
          <h3>{t("products.group.figures")}</h3>
          {figures.map((name) => (
            <fieldset key={name} className="field entry">
              <legend className="field-label">{td(`field.product.${name}`)}</legend>
              <Fields specs={figureFields} of="figure" base={name} />
            </fieldset>
          ))}
          <h3>{t("products.group.us")}</h3>
          <Fields specs={usFields} of="product" />
        </>
      )}
    </RecordDialog>
  );
}

function computedText(draft: Product, compute: (product: Product) => Computed | undefined): string {
  const sound = savable(productSchema, draft).value;
  const found = sound === undefined ? undefined : compute(sound);
  return found === undefined ? "" : `${found.value}|${found.from}`;
}

function Performance({ draft }: { readonly draft: Draft<Product> }) {
  const { t } = useI18n();
  const tpp = useDraftValue(draft, (value) => computedText(value, totalProcessingPerformance));
  const density = useDraftValue(draft, (value) => computedText(value, performanceDensity));
  const line = (text: string) => {
    const [value, from] = text.split("|");
    if (value === undefined || from === undefined) return t("products.computed.none");
    return `${value} (${t("products.computed.from", { from })})`;
  };
  return (
    <dl className="facts entry">
      <dt>{t("products.tpp")}</dt>
      <dd>{line(tpp)}</dd>
      <dt>{t("products.pd")}</dt>
      <dd>{line(density)}</dd>
    </dl>
  );
}
