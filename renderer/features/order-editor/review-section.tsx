import { useState } from "react";
import { useI18n } from "#i18n";
import type { Order } from "#shared/model";
import { fieldLabel } from "#shared/packet";
import { Badge, Button, type Draft, Notice, useBooks, useRows } from "#ui";
import { AddReview } from "./add-review.tsx";
import { jump, ReviewChanges, useReviewChanges } from "./review-changes.tsx";

type Props = {
  readonly order: string;
  readonly draft: Draft<Order>;
  readonly saved: boolean;
  readonly onStored: (stored: { readonly revision: number; readonly value: Order }) => void;
};
type Review = NonNullable<Order["reviews"]>[number];

/** Signed opinions of second persons. */
export function ReviewSection({ order, draft, saved, onStored }: Props) {
  const { t, td, lang } = useI18n();
  const books = useBooks();
  const changes = useReviewChanges(order);
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
            {review.comments === undefined ? null : (
              <ul>
                {review.comments.map(({ path, text }) => (
                  <li key={`${path}-${text}`}>
                    <Button look="link" onClick={() => jump(order, path)}>
                      {fieldLabel(lang, path)}
                    </Button>
                    {` ${text}`}
                  </li>
                ))}
              </ul>
            )}
            <p className="muted small">
              {t("editor.review.bound")} <code>{review.dossierSha256.slice(0, 16)}</code>
              {" · "}
              {t("editor.review.key")} <code>{review.publicKey.slice(0, 16)}</code>
            </p>
          </li>
        ))}
      </ul>
      <ReviewChanges order={order} answer={changes} />
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
    </>
  );
}
