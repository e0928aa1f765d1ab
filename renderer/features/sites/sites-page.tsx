import { useI18n } from "#i18n";
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

/** All sites of this workspace. */
export function SitesPage() {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const sites = useAnswer(["sites"], async () => await client.sites.list({}));
  const create = (
    <Button look="primary" icon="add" onClick={() => void books.open("site", {})}>
      {t("sites.new")}
    </Button>
  );
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.sites")}</h1>
        {create}
      </div>
      {sites.error === null ? null : (
        <ErrorNotice error={errorOf(sites.error)} onRetry={() => void sites.refetch()} />
      )}
      {sites.isPending ? <Skeleton /> : null}
      {sites.data?.length === 0 ? (
        <Empty title={t("sites.empty.title")} text={t("sites.empty.text")} />
      ) : null}
      {sites.data === undefined || sites.data.length === 0 ? null : (
        <section className="card">
          <BookTable
            book="site"
            items={sites.data}
            idOf={(site) => site.id}
            nameOf={(site) => site.name}
            stale={["sites"]}
            remove={client.sites.remove}
            restore={client.sites.restore}
            columns={[
              { label: t("parties.column.name"), cell: (site) => site.name },
              {
                label: t("screen.orders.column.saved"),
                cell: (site) => momentText(site.savedAt, lang),
              },
            ]}
          />
        </section>
      )}
    </div>
  );
}
