import { type KeyboardEvent, useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { Matches } from "#shared/ipc";
import { Badge, hrefOf, useBooks } from "#ui";
import { Decide } from "../hits/decide.tsx";
import type { Hit } from "../hits/hit.ts";
import { HitView } from "../hits/hit-view.tsx";
import { SignDecision } from "../hits/sign-decision.tsx";

type Item = {
  readonly key: string;
  readonly order: string;
  readonly title: string;
  readonly hit: Hit;
};

const tones = { possible: "warn", "true-match": "bad", dismissed: "plain" } as const;

function itemsOf(found: Matches["found"], all: boolean): readonly Item[] {
  return found.flatMap(({ order, title, hits }) =>
    hits
      .filter((hit) => all || hit.status === "possible")
      .map((hit) => ({
        key: `${order} ${hit.party ?? hit.query} ${hit.list} ${hit.entry}`,
        order,
        title,
        hit,
      })),
  );
}

type Props = {
  readonly found: Matches["found"];
  readonly onDecided: (order: string) => void;
};

/**
 * One near match after the other. Arrow keys go through the list, Enter asks for the decision; each draft is decided for itself,
 * since a decision belongs to what that draft says.
 */
export function MatchQueue({ found, onDecided }: Props) {
  const { t } = useI18n();
  const books = useBooks();
  const [all, setAll] = useState(false);
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState<"decide" | "sign" | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const items = itemsOf(found, all);
  const place = Math.min(at, Math.max(0, items.length - 1));
  const item = items[place];
  const go = (next: number) => {
    const bounded = Math.max(0, Math.min(items.length - 1, next));
    setAt(bounded);
    list.current?.querySelectorAll<HTMLElement>("button")[bounded]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      Home: 0,
      End: items.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  const close = () => {
    setAsking(undefined);
    requestAnimationFrame(() => go(place));
  };
  const nameOf = (hit: Hit) =>
    books.entries("party").find(({ id }) => id === hit.party)?.label ?? hit.query;
  return (
    <section className="stack" aria-label={t("screening.queue")}>
      <div className="row">
        <h2 className="grow">{t("screening.queue.count", { count: items.length })}</h2>
        <label className="row">
          <input type="checkbox" checked={all} onChange={() => setAll(!all)} />
          {t("screening.queue.all")}
        </label>
      </div>
      {item === undefined ? (
        <p className="muted" role="status">
          {t("screening.queue.none")}
        </p>
      ) : (
        <div className="screening-queue">
          <ul ref={list} className="plain-list" onKeyDown={onKey} aria-label={t("screening.queue")}>
            {items.map(({ key, title, hit }, index) => (
              <li key={key}>
                <button
                  type="button"
                  className="screening-item"
                  aria-current={index === place ? "true" : undefined}
                  tabIndex={index === place ? 0 : -1}
                  onClick={() => {
                    setAt(index);
                    if (index === place) setAsking("decide");
                  }}
                >
                  <strong>{nameOf(hit)}</strong>
                  <span>{hit.name}</span>
                  <span className="row small muted">
                    <span className="grow">{title}</span>
                    <Badge tone={tones[hit.status]}>{t(`check.hit.${hit.status}`)}</Badge>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <div className="stack-tight">
            <p className="muted small">{t("screening.queue.keys")}</p>
            <HitView
              hit={item.hit}
              onDecide={() => setAsking("decide")}
              onSign={() => setAsking("sign")}
            />
            <a className="small" href={hrefOf(["orders", item.order, "check"])}>
              {t("screening.queue.order", { title: item.title })}
            </a>
          </div>
        </div>
      )}
      {asking !== "decide" || item === undefined ? null : (
        <Decide
          order={item.order}
          hit={item.hit}
          onDecided={() => onDecided(item.order)}
          onClose={close}
        />
      )}
      {asking !== "sign" || item === undefined ? null : (
        <SignDecision
          order={item.order}
          hit={item.hit}
          onClose={() => {
            onDecided(item.order);
            close();
          }}
        />
      )}
    </section>
  );
}
