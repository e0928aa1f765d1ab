import { useState } from "react";
import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import {
  type BookKind,
  Button,
  ErrorNotice,
  errorOf,
  momentText,
  Notice,
  Skeleton,
  unwrap,
  useAnswer,
  useBooks,
  useChange,
  useDesk,
  useToasts,
} from "#ui";
import { noteText } from "./journal-note.ts";

const PAGE = 100;

const BOOKS: Readonly<Record<string, BookKind>> = {
  parties: "party",
  sites: "site",
  products: "product",
  papers: "evidence",
  persons: "person",
};

/** What a line is about: what it is called today, with the name under which it is kept. */
function Subject({ subject }: { readonly subject: string }) {
  const { td } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const orders = useAnswer(["orders"], async () => await client.orders.list({}));
  const [of = "", id = ""] = subject.split("/", 2);
  const key = `journal.subject.${of}`;
  if (!hasMessage(key)) return <code>{subject}</code>;
  const book = BOOKS[of];
  const name =
    of === "orders"
      ? orders.data?.find((order) => order.id === id)?.title
      : book && books.entries(book).find((entry) => entry.id === id)?.label;
  return (
    <>
      {name === undefined ? td(key) : `${td(key)} · ${name}`}
      {id === of ? null : (
        <>
          {" "}
          <code className="muted small">{id.length > 40 ? `${id.slice(0, 12)}…` : id}</code>
        </>
      )}
    </>
  );
}

/** What was done here, by whom and when; the newest first. */
export function JournalPage() {
  const { t, td, te, lang } = useI18n();
  const desk = useDesk();
  const { client } = desk;
  const books = useBooks();
  const toasts = useToasts();
  const personOf = (who: string) =>
    who === ""
      ? t("journal.nobody")
      : (books.entries("person").find(({ id }) => id === who)?.label ?? who);
  const [subject, setSubject] = useState("");
  const [limit, setLimit] = useState(PAGE);
  const wanted = subject.trim();
  const entries = useAnswer(
    ["journal", wanted, limit],
    async () => await client.journal.show({ limit, ...(wanted === "" ? {} : { subject: wanted }) }),
    { keep: true },
  );
  const verify = useChange(client.journal.verify);
  const breaks = verify.data?.breaks ?? [];
  const exportAll = async () => {
    try {
      await unwrap(desk.save(await unwrap(client.journal.export({}))));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.journal")}</h1>
        <div className="row">
          <Button icon="shield" disabled={verify.isPending} onClick={() => verify.mutate({})}>
            {t("journal.verify")}
          </Button>
          <Button icon="download" onClick={() => void exportAll()}>
            {t("journal.export")}
          </Button>
        </div>
      </div>
      {verify.error === null ? null : <ErrorNotice error={errorOf(verify.error)} />}
      {verify.data === undefined ? null : (
        <Notice tone={verify.data.intact ? "good" : "bad"} role="status">
          {verify.data.intact
            ? t("journal.intact", { entries: verify.data.entries })
            : t("journal.broken", { problem: breaks.slice(0, 1).map(te) })}
          {breaks.slice(1).map((found) => (
            <span key={JSON.stringify(found)}>{te(found)}</span>
          ))}
        </Notice>
      )}
      <section className="card stack">
        <input
          className="input"
          type="search"
          aria-label={t("journal.filter")}
          placeholder={t("journal.filter")}
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
        />
        {entries.error === null ? null : <ErrorNotice error={errorOf(entries.error)} />}
        {entries.isPending ? <Skeleton /> : null}
        {entries.data?.length === 0 ? <p className="muted">{t("journal.empty")}</p> : null}
        {entries.data === undefined || entries.data.length === 0 ? null : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
          <section className="table-wrap" aria-label={t("screen.nav.journal")} tabIndex={0}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col" className="num">
                    {t("journal.column.seq")}
                  </th>
                  <th scope="col">{t("journal.column.at")}</th>
                  <th scope="col">{t("journal.column.who")}</th>
                  <th scope="col">{t("journal.column.verb")}</th>
                  <th scope="col">{t("journal.column.subject")}</th>
                  <th scope="col">{t("journal.column.hash")}</th>
                </tr>
              </thead>
              <tbody>
                {entries.data.map((entry) => (
                  <tr key={entry.seq}>
                    <td className="num">{entry.seq}</td>
                    <td className="nowrap">{momentText(entry.at, lang)}</td>
                    <td>{personOf(entry.who)}</td>
                    <td>{td(`journal.verb.${entry.verb}`)}</td>
                    <td>
                      <Subject subject={entry.subject} />
                      {entry.note === undefined ? null : (
                        <div className="small">{noteText(lang, entry.note)}</div>
                      )}
                    </td>
                    <td>
                      <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        {(entries.data?.length ?? 0) >= limit && limit < 500 ? (
          <Button onClick={() => setLimit(Math.min(500, limit + PAGE))}>
            {t("journal.older")}
          </Button>
        ) : null}
      </section>
    </div>
  );
}
