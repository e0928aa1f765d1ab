import { useI18n } from "#i18n";
import type { Evidence } from "#shared/model";
import {
  Badge,
  BookTable,
  Button,
  bytesText,
  Empty,
  ErrorNotice,
  errorOf,
  IconButton,
  Skeleton,
  unwrap,
  useAnswer,
  useBooks,
  useDesk,
  useToasts,
} from "#ui";
import { Thumbnail } from "./thumbnail.tsx";

/** All evidence of this workspace, with the reader each piece may go to. */
export function EvidencePage() {
  const { t, td, pick } = useI18n();
  const desk = useDesk();
  const { client } = desk;
  const books = useBooks();
  const toasts = useToasts();
  const evidence = useAnswer(["evidence"], async () => await client.evidence.list({}));
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const nameOf = (item: Evidence) => pick(item.title) || item.fileName;
  const take = async (id: string) => {
    try {
      await unwrap(desk.save(await unwrap(client.evidence.offer({ id }))));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  const today = host.data?.today ?? "";
  const items = (evidence.data ?? []).map(({ value }) => value);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.evidence")}</h1>
        <Button look="primary" icon="upload" onClick={() => void books.open("evidence", {})}>
          {t("evidence.upload")}
        </Button>
      </div>
      {evidence.error === null ? null : (
        <ErrorNotice error={errorOf(evidence.error)} onRetry={() => void evidence.refetch()} />
      )}
      {evidence.isPending ? <Skeleton /> : null}
      {evidence.data?.length === 0 ? (
        <Empty title={t("evidence.empty.title")} text={t("evidence.empty.text")} />
      ) : null}
      {items.length === 0 ? null : (
        <section className="card">
          <BookTable
            book="evidence"
            items={items}
            idOf={(item) => item.id}
            nameOf={nameOf}
            stale={["evidence"]}
            remove={client.evidence.remove}
            restore={client.evidence.restore}
            extra={(item) => (
              <IconButton
                size="small"
                icon="download"
                label={t("evidence.open", { name: nameOf(item) })}
                onClick={() => void take(item.id)}
              />
            )}
            columns={[
              {
                label: t("evidence.column.title"),
                cell: (item) => (
                  <span className="row">
                    <Thumbnail item={item} name={nameOf(item)} />
                    {nameOf(item)}
                  </span>
                ),
              },
              {
                label: t("evidence.column.type"),
                cell: (item) => <code className="small nowrap">{item.mediaType}</code>,
              },
              {
                label: t("evidence.column.kind"),
                cell: (item) => td(`evidence.kind.${item.kind}`),
              },
              {
                label: t("evidence.column.side"),
                cell: (item) => <Badge>{td(`evidence.side.${item.side}`)}</Badge>,
              },
              {
                label: t("evidence.column.expires"),
                cell: (item) =>
                  item.expiresOn !== undefined && item.expiresOn < today ? (
                    <Badge tone="warn" icon="alert">
                      {`${item.expiresOn} ${t("evidence.expired")}`}
                    </Badge>
                  ) : (
                    item.expiresOn
                  ),
              },
              {
                label: t("evidence.column.size"),
                number: true,
                cell: (item) => bytesText(item.bytes),
              },
            ]}
          />
        </section>
      )}
    </div>
  );
}
