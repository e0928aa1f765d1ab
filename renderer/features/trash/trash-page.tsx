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
export function TrashPage() {
  const { t } = useI18n();
  return (
    <div className="page">
      <h1>{t("screen.nav.trash")}</h1>
      <Session />
      <Deleted />
    </div>
  );
}

function Session() {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const acts = useAnswer(["trash", "undo"], async () => await client.trash.undoable({}), {
    fresh: true,
  });
  const undo = useChange(client.trash.undo, [[]]);
  const newestFirst = (acts.data ?? []).toReversed();
  return (
    <section className="card stack" aria-labelledby="session-title">
      <h2 id="session-title">{t("trash.session")}</h2>
      <p className="muted">{t("trash.session.text")}</p>
      {acts.error === null ? null : <ErrorNotice error={errorOf(acts.error)} />}
      {acts.isPending ? <Skeleton lines={2} /> : null}
      {acts.data?.length === 0 ? <p className="muted">{t("trash.session.none")}</p> : null}
      <ul className="plain-list stack-tight">
        {newestFirst.map(({ number, verb, names, count, at }) => (
          <li key={number} className="row">
            <span className="muted">{momentText(at, lang)}</span>
            <strong>{td(`journal.verb.${verb}`)}</strong>
            <span>
              {names.length < count
                ? t("trash.names.more", { names, count })
                : t("trash.names", { names })}
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
                    onSuccess: () => toasts.say(t("trash.undone")),
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
  const bin = useAnswer(["trash"], async () => await client.trash.list({}), { fresh: true });
  const restore = useChange(client.trash.restore, [[]]);
  const purge = useChange(client.trash.purge, [["trash"]]);
  const empty = useChange(client.trash.empty, [["trash"]]);
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const items = bin.data ?? [];
  const personOf = (id: string) =>
    books.entries("person").find((entry) => entry.id === id)?.label ?? id;
  return (
    <section className="card stack" aria-labelledby="bin-title">
      <div className="row">
        <h2 id="bin-title">{t("trash.deleted")}</h2>
        <span className="grow" />
        {items.length === 0 ? null : (
          <Button look="danger" icon="trash" onClick={() => setEmptying(true)}>
            {t("trash.empty")}
          </Button>
        )}
      </div>
      {bin.error === null ? null : <ErrorNotice error={errorOf(bin.error)} />}
      {bin.isPending ? <Skeleton /> : null}
      {bin.data?.length === 0 ? (
        <Empty title={t("trash.none")} text={t("trash.none.text")} />
      ) : null}
      {items.length === 0 ? null : (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("trash.column.name")}</th>
                <th scope="col">{t("trash.column.kind")}</th>
                <th scope="col">{t("trash.column.saved")}</th>
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
                        aria-label={t("trash.restore.named", { name })}
                        onClick={() =>
                          restore.mutate(
                            { book, id },
                            {
                              onSuccess: () => toasts.say(t("trash.restored", { name })),
                              onError: failed,
                            },
                          )
                        }
                      >
                        {t("trash.restore")}
                      </Button>
                      <IconButton
                        size="small"
                        icon="trash"
                        label={t("trash.purge.named", { name })}
                        onClick={() =>
                          purge.mutate(
                            { book, id },
                            {
                              onSuccess: () => toasts.say(t("trash.purged", { name })),
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
          title={t("trash.empty")}
          text={t("trash.empty.text", { count: items.length })}
          action={t("trash.empty")}
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
