import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import type { Order } from "#shared/model";
import { fieldLabel } from "#shared/packet";
import {
  Button,
  Dialog,
  type Draft,
  Empty,
  ErrorNotice,
  errorOf,
  Field,
  hrefOf,
  IconButton,
  Notice,
  TextControl,
  unwrap,
  useAnswer,
  useDesk,
  useInvalidate,
} from "#ui";
import { useReviewChanges } from "./review-changes.tsx";
import { ReviewSubject } from "./review-subject.tsx";

/** What a review is added to, and what to do with the order once it stands there. */
export type AddReviewProps = {
  readonly order: string;
  readonly draft: Draft<Order>;
  readonly saved: boolean;
  readonly onStored: (stored: { readonly revision: number; readonly value: Order }) => void;
  readonly onClose: () => void;
  /** Which of the two reviews is wanted. */
  readonly kind: "compliance" | "legal";
};

type Comment = { readonly key: number; readonly path: string; readonly text: string };

const emptyForm = {
  person: "",
  passphrase: "",
  kind: "compliance",
  // An opinion is given by hand, never found there.
  decision: "",
  comment: "",
};

// Parts that can always be commented on, whether anything is missing there or not.
const PARTS = [
  "order.buyer",
  "order.lines",
  "order.terms",
  "order.route",
  "order.customs",
  "order.endUses",
  "order.tenantMix",
  "order.necessity",
  "order.declarations",
  "order.exporterFacts",
  "order.evidence",
];

const isHalf = ({ path, text }: Comment) => path === "" || text.trim() === "";
const roleOf = (kind: string) => (kind === "legal" ? "legal" : "reviewer");

/** What is signed, in the contract's words. */
function opinionOf({
  kind,
  decision,
  comment,
}: Readonly<Record<"kind" | "decision" | "comment", string>>) {
  const text = comment.trim();
  return {
    kind: kind === "legal" ? ("legal" as const) : ("compliance" as const),
    decision:
      decision === "changes-requested"
        ? ("changes-requested" as const)
        : ("ready-to-file" as const),
    ...(text === "" ? {} : { comment: text }),
  };
}

/** A second person's signed opinion, with comments on single items. */
export function AddReview({ order, draft, saved, onStored, kind, onClose }: AddReviewProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const invalidate = useInvalidate();
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const [form, setForm] = useState({ ...emptyForm, kind: kind as string });
  const [comments, setComments] = useState<readonly Comment[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const put = (name: keyof typeof form) => (value: string | undefined) =>
    setForm((before) => ({ ...before, [name]: value ?? "" }));
  const role = roleOf(form.kind);
  const withKey = (persons.data ?? []).filter(({ value }) => value.publicKey !== undefined);
  const able = withKey.filter(({ value }) => value.roles.includes(role));
  const drafter = draft.get().drafter;
  const half = comments.some(isHalf);
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await unwrap(
        client.orders.addReview({
          id: order,
          person: form.person,
          passphrase: form.passphrase,
          ...opinionOf(form),
          comments: comments.map(({ path, text }) => ({ path, text: text.trim() })),
        }),
      );
      // The host has put the review into the order and given it a new revision.
      onStored(await unwrap(client.orders.get({ id: order })));
      for (const stale of ["order-changes", "order-reviews", "readiness"])
        invalidate([stale, order]);
      onClose();
    } catch (fault) {
      setError(errorOf(fault));
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
          <a className="button" href={hrefOf(["settings", "persons"])}>
            {t("settings.tab.persons")}
          </a>
        </Empty>
      </Dialog>
    );
  const choices = able.map(({ value }) => [value.id, value.name] as const);
  return (
    <Dialog title={t("editor.review.add")} wide onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ReviewSubject order={order} />
        <div className="form-grid">
          {select("kind", [
            ["compliance", t("review.kind.compliance")],
            ["legal", t("review.kind.legal")],
          ])}
          {select("person", [["", t("screen.choose")], ...choices])}
          {select("decision", [
            ["", t("screen.choose")],
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
        {able.length === 0 ? (
          <Notice tone="warn">{t(`editor.review.norole.${role}`)}</Notice>
        ) : null}
        {drafter === undefined ? <Notice tone="warn">{t("editor.review.nodrafter")}</Notice> : null}
        {form.person !== "" && form.person === drafter ? (
          <Notice tone="warn">{t("editor.review.same")}</Notice>
        ) : null}
        <Field label={t("editor.review.comment")} wide>
          {(ids) => (
            <TextControl
              ids={ids}
              disabled={busy}
              rows={3}
              value={form.comment}
              onChange={put("comment")}
            />
          )}
        </Field>
        <Comments order={order} comments={comments} onChange={setComments} />
        {error === undefined ? null : <ErrorNotice error={error} />}
        <div className="row">
          <Button
            submit
            look="primary"
            disabled={
              busy ||
              !saved ||
              half ||
              form.decision === "" ||
              form.person === "" ||
              form.passphrase === ""
            }
          >
            {t("editor.review.sign")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

type CommentsProps = {
  readonly order: string;
  readonly comments: readonly Comment[];
  readonly onChange: (next: readonly Comment[]) => void;
};

/** Items that can be commented on: what is missing, what changed since the last review, and every part of the order. */
function useItems(order: string): readonly (readonly [string, string])[] {
  const { lang, td } = useI18n();
  const { client } = useDesk();
  const missing = useAnswer(
    ["completeness", order],
    async () => await client.check.completeness({ order }),
  );
  const changes = useReviewChanges(order);
  const items = new Map<string, string>();
  for (const set of ["cn-filing", "us-exporter"] as const)
    for (const item of [
      ...(missing.data?.[set].missing ?? []),
      ...(missing.data?.[set].returns ?? []),
    ])
      items.set(item.path, td(`completeness.why.${item.why}`, item.params));
  for (const { path, of } of changes.data?.changes ?? [])
    items.set(path, [fieldLabel(lang, path), of].filter((part) => part !== undefined).join(" · "));
  for (const path of PARTS) if (!items.has(path)) items.set(path, fieldLabel(lang, path));
  return [...items];
}

function Comments({ order, comments, onChange }: CommentsProps) {
  const { t } = useI18n();
  const items = useItems(order);
  const change = (key: number, part: Partial<Comment>) =>
    onChange(comments.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const next = Math.max(0, ...comments.map(({ key }) => key)) + 1;
  return (
    <fieldset className="field stack-tight">
      <legend className="field-label">{t("editor.review.items")}</legend>
      {comments.map(({ key, path, text }) => (
        <div key={key} className="row review-comment">
          <select
            className="input"
            aria-label={t("editor.review.item")}
            value={path}
            onChange={(event) => change(key, { path: event.target.value })}
          >
            <option value="">{t("screen.choose")}</option>
            {items.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          <input
            className="input grow"
            aria-label={t("editor.review.item.text")}
            value={text}
            maxLength={2000}
            onChange={(event) => change(key, { text: event.target.value })}
          />
          <IconButton
            size="small"
            icon="trash"
            label={t("editor.review.item.remove")}
            onClick={() => onChange(comments.filter((item) => item.key !== key))}
          />
        </div>
      ))}
      <div className="row">
        <Button
          size="small"
          icon="add"
          onClick={() => onChange([...comments, { key: next, path: "", text: "" }])}
        >
          {t("editor.review.item.add")}
        </Button>
      </div>
    </fieldset>
  );
}
