import { useI18n } from "#i18n";
import { hasMessage, loadWords, translate } from "#shared/i18n";
import type { OrderLine } from "#shared/model";
import {
  EntryControl,
  Field,
  Fields,
  f,
  newId,
  SpecField,
  useAnswer,
  useDesk,
  useField,
  useRows,
} from "#ui";

/** Product, buyer and way: what settles most of what comes after. */
export function StepStart() {
  const { t } = useI18n();
  const lines = useRows("lines") as readonly OrderLine[];
  return (
    <>
      {lines.map((line, index) => (
        <div key={line.id} className="entry form-grid" data-path={`order.lines.${line.id}`}>
          <ProductField line={line} number={index + 1} />
          <SpecField spec={f.amount("quantity")} base={`lines.${line.id}`} of="line" />
        </div>
      ))}
      <NextProduct label={t(lines.length === 0 ? "field.line.product" : "guide.product.next")} />
      <div className="form-grid">
        <SpecField spec={f.one("buyer", "party")} of="order" />
        <SpecField spec={f.one("route.seller", "party")} of="order" />
      </div>
      <Fields
        of="order"
        specs={[
          f.country("route.countryOfExport"),
          f.choice("route.kind", ["export", "re-export", "in-country-transfer"], "route.kind"),
        ]}
      />
    </>
  );
}

/** What the product book knows goes into the line, in the words of the licence form; what is there already stays. */
function useProductFacts(): (line: OrderLine, product: string | undefined) => Promise<OrderLine> {
  const { client } = useDesk();
  const products = useAnswer(["products"], async () => await client.products.list({}));
  return async (line, product) => {
    await loadWords("zh");
    const key = `unit.of.${products.data?.find(({ id }) => id === product)?.form ?? ""}`;
    const unit = line.unit ?? (hasMessage(key) ? translate("zh", key) : undefined);
    const { product: _old, ...rest } = line;
    return {
      ...rest,
      ...(product === undefined ? {} : { product }),
      ...(unit === undefined ? {} : { unit }),
    };
  };
}

function ProductField({ line, number }: { readonly line: OrderLine; readonly number: number }) {
  const { t } = useI18n();
  const lines = useRows("lines") as readonly OrderLine[];
  const list = useField("lines");
  const state = useField(`lines.${line.id}.product`);
  const withFacts = useProductFacts();
  return (
    <Field label={t("guide.product", { number })} address={state.address}>
      {(ids) => (
        <EntryControl
          ids={ids}
          disabled={state.readOnly}
          book="product"
          value={line.product ?? ""}
          onChange={async (product) => {
            const filled = await withFacts(line, product);
            list.set(lines.map((one) => (one.id === line.id ? filled : one)));
          }}
        />
      )}
    </Field>
  );
}

function NextProduct({ label }: { readonly label: string }) {
  const lines = useRows("lines") as readonly OrderLine[];
  const list = useField("lines");
  const withFacts = useProductFacts();
  return (
    <Field label={label} address={lines.length === 0 ? list.address : `${list.address}.next`}>
      {(ids) => (
        <EntryControl
          ids={ids}
          disabled={list.readOnly}
          book="product"
          value=""
          onChange={async (product) => {
            if (product === undefined) return;
            list.set([...lines, await withFacts({ id: newId("lin") }, product)]);
          }}
        />
      )}
    </Field>
  );
}
