import { useState } from "react";
import { useI18n } from "#i18n";
import type { Order } from "#shared/model";
import {
  Badge,
  Button,
  Dialog,
  type Draft,
  Empty,
  errorOf,
  Field,
  hrefOf,
  momentText,
  Notice,
  TextControl,
  unwrap,
  useAnswer,
  useBooks,
  useDesk,
  useRows,
  useToasts,
} from "#ui";

type Props = {
  readonly order: string;
  readonly draft: Draft<Order>;
  readonly saved: boolean;
  readonly onStored: (stored: { readonly revision: number; readonly value: Order }) => void;
};
type Review = NonNullable<Order["reviews"]>[number];

/** Signed opinions of second persons, and the history of this order. */
export function ReviewSection({ order, draft, saved, onStored }: Props) {
  const { t, td } = useI18n();
  const books = useBooks();
  const reviews = useRows("reviews") as readonly Review[];
  const [adding, setAdding] = useState(false);
  const nameOf = (id: string) =>
    books.entries("person").find((entry) => entry.id === id)?.label ?? id;
  return (
    <>
      <Notice>{t("editor.review.about")}</Notice>
      {reviews.length === 0 ? <p className="muted">{t("editor.review.none")}</p> : null}
      <ul className="plain-list stack">
        {reviews.map((review) => (
          <li key={review.id} className="entry stack-tight">
            <div className="row">
              <Badge tone={review.decision === "ready-to-file" ? "good" : "warn"}>
                {td(`review.decision.${review.decision}`)}
              </Badge>
              <strong>{nameOf(review.person)}</strong>
              <span className="muted">{`${td(`review.kind.${review.kind}`)} · ${review.date}`}</span>
            </div>
            {review.comment === undefined ? null : <p>{review.comment}</p>}
            <code className="muted small">{review.dossierSha256.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button icon="add" onClick={() => setAdding(true)}>
          {t("editor.review.add")}
        </Button>
      </div>
      {adding ? (
        <AddReview
          order={order}
          draft={draft}
          saved={saved}
          onStored={onStored}
          onClose={() => setAdding(false)}
        />
      ) : null}
      <History order={order} />
    </>
  );
}

type AddProps = Props & { readonly onClose: () => void };

function AddReview({ order, draft, saved, onStored, onClose }: AddProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const [form, setForm] = useState({
    person: "",
    passphrase: "",
    kind: "compliance",
    decision: "ready-to-file",
    comment: "",
  });
  const [busy, setBusy] = useState(false);
  const put = (name: keyof typeof form) => (value: string | undefined) =>
    setForm((before) => ({ ...before, [name]: value ?? "" }));
  const withKey = (persons.data ?? []).filter(({ value }) => value.publicKey !== undefined);
  const drafter = draft.get().drafter;
  const send = async () => {
    setBusy(true);
    try {
      await unwrap(
        client.orders.addReview({
          id: order,
          person: form.person,
          passphrase: form.passphrase,
          kind: form.kind === "legal" ? "legal" : "compliance",
          decision: form.decision === "changes-requested" ? "changes-requested" : "ready-to-file",
          ...(form.comment.trim() === "" ? {} : { comment: form.comment.trim() }),
          comments: [],
        }),
      );
      // The host has put the review into the order and given it a new revision.
      onStored(await unwrap(client.orders.get({ id: order })));
      onClose();
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
    setBusy(false);
  };
  const select = (
    name: "person" | "kind" | "decision",
    options: readonly (readonly [string, string])[],
  ) => (
    <Field label={t(`editor.review.${name}`)}>
      {(ids) => (
        <select
          id={ids.id}
          className="input"
          value={form[name]}
          onChange={(event) => put(name)(event.target.value)}
        >
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  if (persons.data !== undefined && withKey.length === 0)
    return (
      <Dialog title={t("editor.review.add")} onClose={onClose}>
        <Empty title={t("editor.review.nobody")} text={t("editor.review.nobody.text")}>
          <a className="button" href={hrefOf(["settings"])}>
            {t("screen.nav.settings")}
          </a>
        </Empty>
      </Dialog>
    );
  const choices = withKey.map(({ value }) => [value.id, value.name] as const);
  return (
    <Dialog title={t("editor.review.add")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div className="form-grid">
          {select("person", [["", t("screen.choose")], ...choices])}
          {select("kind", [
            ["compliance", t("review.kind.compliance")],
            ["legal", t("review.kind.legal")],
          ])}
          {select("decision", [
            ["ready-to-file", t("review.decision.ready-to-file")],
            ["changes-requested", t("review.decision.changes-requested")],
          ])}
          <Field label={t("editor.review.passphrase")}>
            {(ids) => (
              <input
                id={ids.id}
                className="input"
                type="password"
                autoComplete="off"
                value={form.passphrase}
                onChange={(event) => put("passphrase")(event.target.value)}
              />
            )}
          </Field>
        </div>
        {form.person !== "" && form.person === drafter ? (
          <Notice tone="warn">{t("editor.review.same")}</Notice>
        ) : null}
        <Field label={t("editor.review.comment")} wide>
          {(ids) => (
            <TextControl
              ids={ids}
              disabled={busy}
              rows={4}
              value={form.comment}
              onChange={put("comment")}
            />
          )}
        </Field>
        <div className="row">
          <Button
            submit
            look="primary"
            disabled={busy || !saved || form.person === "" || form.passphrase === ""}
          >
            {t("editor.review.sign")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function History({ order }: { readonly order: string }) {
  const { t, td, lang } = useI18n();
  const { client } = useDesk();
  const history = useAnswer(
    ["order-history", order],
    async () => await client.orders.history({ id: order }),
  );
  if (history.data === undefined || history.data.length === 0) return null;
  return (
    <details className="details">
      <summary>{t("editor.history", { count: history.data.length })}</summary>
      <ol className="plain-list">
        {history.data.map((entry) => (
          <li key={`${entry.revision}-${entry.at}`} className="small">
            {t("editor.history.entry", {
              revision: entry.revision,
              at: momentText(entry.at, lang),
              who: entry.who,
              verb: td(`journal.verb.${entry.verb}`),
            })}
          </li>
        ))}
      </ol>
    </details>
  );
}
