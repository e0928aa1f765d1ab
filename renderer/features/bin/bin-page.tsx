import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Confirm,
  Empty,
  ErrorNotice,
  errorOf,
  IconButton,
  momentText,
  Skeleton,
  useAnswer,
  useBooks,
  useChange,
  useDesk,
  useToasts,
} from "#ui";

/** What was deleted and can come back, and what of this session can be undone. */
export function BinPage() {
  const { t } = useI18n();
  return (
    <div className="page">
      <h1>{t("screen.nav.bin")}</h1>
      <Session />
      <Deleted />
    </div>
  );
}

function Session() {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const acts = useAnswer(["bin", "undo"], async () => await client.bin.undoable({}), {
    fresh: true,
  });
  const undo = useChange(client.bin.undo, [[]]);
  const newestFirst = (acts.data ?? []).toReversed();
  return (
    <section className="card stack" aria-labelledby="session-title">
      <h2 id="session-title">{t("bin.session")}</h2>
      <p className="muted">{t("bin.session.text")}</p>
      {acts.error === null ? null : <ErrorNotice error={errorOf(acts.error)} />}
      {acts.isPending ? <Skeleton lines={2} /> : null}
      {acts.data?.length === 0 ? <p className="muted">{t("bin.session.none")}</p> : null}
      <ul className="plain-list stack-tight">
        {newestFirst.map(({ number, verb, names, count, at }) => (
          <li key={number} className="row">
            <span className="muted">{momentText(at, lang)}</span>
            <strong>{td(`journal.verb.${verb}`)}</strong>
            <span>
              {names.length < count
                ? t("bin.names.more", { names, count })
                : t("bin.names", { names })}
            </span>
            <span className="grow" />
            <Button
              size="small"
              icon="undo"
              disabled={undo.isPending}
              onClick={() =>
                undo.mutate(
                  { number },
                  {
                    onSuccess: () => toasts.say(t("bin.undone")),
                    onError: (fault) => toasts.fail(errorOf(fault)),
                  },
                )
              }
            >
              {t("screen.undo")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deleted() {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const toasts = useToasts();
  const [emptying, setEmptying] = useState(false);
  const bin = useAnswer(["bin"], async () => await client.bin.list({}), { fresh: true });
  const restore = useChange(client.bin.restore, [[]]);
  const purge = useChange(client.bin.purge, [["bin"]]);
  const empty = useChange(client.bin.empty, [["bin"]]);
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const items = bin.data ?? [];
  const personOf = (id: string) =>
    books.entries("person").find((entry) => entry.id === id)?.label ?? id;
  return (
    <section className="card stack" aria-labelledby="bin-title">
      <div className="row">
        <h2 id="bin-title">{t("bin.deleted")}</h2>
        <span className="grow" />
        {items.length === 0 ? null : (
          <Button look="danger" icon="trash" onClick={() => setEmptying(true)}>
            {t("bin.empty")}
          </Button>
        )}
      </div>
      {bin.error === null ? null : <ErrorNotice error={errorOf(bin.error)} />}
      {bin.isPending ? <Skeleton /> : null}
      {bin.data?.length === 0 ? <Empty title={t("bin.none")} text={t("bin.none.text")} /> : null}
      {items.length === 0 ? null : (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("bin.column.name")}</th>
                <th scope="col">{t("bin.column.kind")}</th>
                <th scope="col">{t("bin.column.saved")}</th>
                <th scope="col">{t("screen.actions")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ book, id, name, savedAt, who }) => (
                <tr key={`${book}/${id}`}>
                  <th scope="row">{name}</th>
                  <td>{td(`screen.kind.${book}`)}</td>
                  <td>{`${momentText(savedAt, lang)} ${personOf(who)}`.trim()}</td>
                  <td>
                    <span className="row">
                      <Button
                        size="small"
                        icon="undo"
                        aria-label={t("bin.restore.named", { name })}
                        onClick={() =>
                          restore.mutate(
                            { book, id },
                            {
                              onSuccess: () => toasts.say(t("bin.restored", { name })),
                              onError: failed,
                            },
                          )
                        }
                      >
                        {t("bin.restore")}
                      </Button>
                      <IconButton
                        size="small"
                        icon="trash"
                        label={t("bin.purge.named", { name })}
                        onClick={() =>
                          purge.mutate(
                            { book, id },
                            {
                              onSuccess: () => toasts.say(t("bin.purged", { name })),
                              onError: failed,
                            },
                          )
                        }
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {emptying ? (
        <Confirm
          title={t("bin.empty")}
          text={t("bin.empty.text", { count: items.length })}
          action={t("bin.empty")}
          danger
          onConfirm={() => {
            setEmptying(false);
            empty.mutate({}, { onError: failed });
          }}
          onClose={() => setEmptying(false)}
        />
      ) : null}
    </section>
  );
}
