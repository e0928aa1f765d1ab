import { useI18n } from "#i18n";
import { groupDigits } from "#shared/i18n";
import {
  BookTable,
  Button,
  Empty,
  ErrorNotice,
  errorOf,
  momentText,
  Skeleton,
  useAnswer,
  useBooks,
  useDesk,
} from "#ui";
import { Alternatives } from "./alternatives.tsx";

/** All products of this workspace, and published figures of domestic alternatives. */
export function ProductsPage() {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const products = useAnswer(["products"], async () => await client.products.list({}));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.products")}</h1>
        <Button look="primary" icon="add" onClick={() => void books.open("product", {})}>
          {t("products.new")}
        </Button>
      </div>
      {products.error === null ? null : (
        <ErrorNotice error={errorOf(products.error)} onRetry={() => void products.refetch()} />
      )}
      {products.isPending ? <Skeleton /> : null}
      {products.data?.length === 0 ? (
        <Empty title={t("products.empty.title")} text={t("products.empty.text")} />
      ) : null}
      {products.data === undefined || products.data.length === 0 ? null : (
        <section className="card">
          <BookTable
            book="product"
            items={products.data}
            idOf={(product) => product.id}
            nameOf={(product) => product.name}
            stale={["products"]}
            remove={client.products.remove}
            restore={client.products.restore}
            columns={[
              {
                label: t("parties.column.name"),
                cell: (product) =>
                  product.partNumber === undefined
                    ? product.name
                    : `${product.name} · ${product.partNumber}`,
              },
              {
                label: t("field.product.form"),
                cell: (product) => td(`product.form.${product.form}`),
              },
              {
                label: t("products.tpp"),
                number: true,
                cell: (product) => <Computed value={product.tpp} />,
              },
              {
                label: t("products.pd"),
                number: true,
                cell: (product) => <Computed value={product.density} />,
              },
              {
                label: t("field.product.dramBandwidthGBs"),
                number: true,
                cell: (product) => <Computed value={product.bandwidth} />,
              },
              {
                label: t("screen.orders.column.saved"),
                cell: (product) => momentText(product.savedAt, lang),
              },
            ]}
          />
        </section>
      )}
      <Alternatives />
    </div>
  );
}

/** A figure of the data sheet, or that it is not given: nothing is assumed. */
function Computed({ value }: { readonly value: string | undefined }) {
  const { t } = useI18n();
  return value === undefined ? (
    <span className="muted">{t("screen.not.given")}</span>
  ) : (
    groupDigits(value)
  );
}
