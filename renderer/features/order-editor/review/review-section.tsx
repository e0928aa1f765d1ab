import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import type { Order } from "#shared/model";
import { fieldLabel } from "#shared/packet";
import {
  Badge,
  Button,
  type Draft,
  ErrorNotice,
  errorOf,
  Notice,
  Skeleton,
  type Tone,
  useAnswer,
  useBooks,
  useDesk,
  usePlace,
} from "#ui";
import { AddReview } from "./add-review.tsx";
import { AdverseChanges } from "./adverse-changes.tsx";
import { type OrderAct, ReviewActs } from "./review-acts.tsx";
import { jump, ReviewChanges, useReviewChanges } from "./review-changes.tsx";

type Props = {
  readonly order: string;
  readonly draft: Draft<Order>;
  readonly saved: boolean;
  readonly onStored: (stored: { readonly revision: number; readonly value: Order }) => void;
};
type Review = NonNullable<Order["reviews"]>[number];

function toneOf({ decision }: Review, isStale: boolean): Tone {
  if (decision !== "ready-to-file") return "warn";
  return isStale ? "plain" : "good";
}

/** Signed opinions of second persons. */
export function ReviewSection({ order, draft, saved, onStored }: Props) {
  const { t, td, lang } = useI18n();
  const books = useBooks();
  const changes = useReviewChanges(order);
  const { client } = useDesk();
  const answer = useAnswer(
    ["order-reviews", order],
    async () => await client.orders.reviews({ id: order }),
    { fresh: true },
  );
  const listed = answer.data ?? [];
  const reviews = listed.map(({ review }) => review);
  const { query } = usePlace();
  const wish = query.get("add");
  const wishedAt = query.get("at");
  const [adding, setAdding] = useState<"compliance" | "legal" | undefined>(undefined);
  // A link may ask for a review of one kind; each wish opens the dialog once.
  useEffect(() => {
    if (wishedAt !== null && (wish === "compliance" || wish === "legal")) setAdding(wish);
  }, [wish, wishedAt]);
  const [act, setAct] = useState<OrderAct | undefined>(undefined);
  const nameOf = (id: string) =>
    books.entries("person").find((entry) => entry.id === id)?.label ?? id;
  // A signature speaks of one content only: of what stands now, or of what an earlier one saw.
  const hasChanged = (changes.data?.changes.length ?? 0) > 0;
  const newest = reviews.at(-1)?.dossierSha256;
  const isStale = (review: Review) => hasChanged || review.dossierSha256 !== newest;
  return (
    <>
      <Notice>{t("editor.review.about")}</Notice>
      {answer.error === null ? null : <ErrorNotice error={errorOf(answer.error)} />}
      {answer.data === undefined && answer.error === null ? <Skeleton lines={2} /> : null}
      {answer.data?.length === 0 ? <p className="muted">{t("editor.review.none")}</p> : null}
      <ul className="plain-list stack">
        {listed.map(({ review, state, known, act: id }) => (
          <li key={review.id} className="entry stack-tight">
            <div className="row">
              <Badge tone={toneOf(review, isStale(review))}>
                {td(`review.decision.${review.decision}`)}
              </Badge>
              {isStale(review) ? <Badge tone="warn">{t("editor.review.stale")}</Badge> : null}
              {state === "standing" ? null : (
                <Badge tone="warn">{td(`review.state.${state}`)}</Badge>
              )}
              {known ? null : <Badge tone="warn">{t("review.unknown")}</Badge>}
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
            {id === undefined || state !== "standing" ? null : (
              <div className="row">
                <Button size="small" onClick={() => setAct({ kind: "withdraw", act: id })}>
                  {t("review.withdraw")}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ReviewChanges order={order} answer={changes} />
      <AdverseChanges order={order} />
      <div className="row">
        <Button icon="add" onClick={() => setAdding("compliance")}>
          {t("editor.review.add")}
        </Button>
        {draft.get().drafter === undefined ? null : (
          <Button disabled={!saved} onClick={() => setAct({ kind: "drafter" })}>
            {t("review.drafter")}
          </Button>
        )}
      </div>
      {act === undefined ? null : (
        <ReviewActs order={order} act={act} onStored={onStored} onClose={() => setAct(undefined)} />
      )}
      {adding === undefined ? null : (
        <AddReview
          order={order}
          draft={draft}
          saved={saved}
          onStored={onStored}
          kind={adding}
          onClose={() => setAdding(undefined)}
        />
      )}
    </>
  );
}
