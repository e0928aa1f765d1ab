import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import { Button, ErrorNotice, useDesk } from "#ui";
import { LaneBadge } from "../lane-badge.tsx";
import type { Found } from "./found.ts";

type Draft = { readonly order: string; readonly title: string };
type Move = { readonly track: string; readonly from: Lane; readonly to: Lane };
type Lane = Parameters<typeof LaneBadge>[0]["lane"];
type Touched = Draft & { readonly moves: readonly Move[] };

type Props = {
  readonly order: string;
  readonly asOf: string;
  readonly found: Found;
  readonly also: readonly string[];
  readonly onAlso: (also: readonly string[]) => void;
};

/** Other drafts whose lanes the entry would move; each takes it over only where a person ticks it. */
export function TouchedDrafts({ order, asOf, found, also, onAlso }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const [drafts, setDrafts] = useState<readonly Touched[] | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const look = async () => {
    const answer = await client.lookups.touched({ order, asOf, found });
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) setDrafts(answer.value.filter(({ moves }) => moves.length > 0));
  };
  if (drafts === undefined)
    return (
      <div className="stack-tight">
        {error === undefined ? null : <ErrorNotice error={error} />}
        <div>
          <Button size="small" onClick={() => void look()}>
            {t("lookup.touched.ask")}
          </Button>
        </div>
      </div>
    );
  return (
    <section className="stack-tight" aria-label={t("lookup.touched")}>
      <h3>{t("lookup.touched")}</h3>
      {drafts.length === 0 ? <p className="muted">{t("lookup.touched.none")}</p> : null}
      <ul className="plain-list stack-tight">
        {drafts.map(({ order: id, title, moves }) => (
          <li key={id} className="stack-tight">
            <label className="choice">
              <input
                type="checkbox"
                checked={also.includes(id)}
                onChange={(event) =>
                  onAlso(
                    event.target.checked ? [...also, id] : also.filter((other) => other !== id),
                  )
                }
              />
              {t("lookup.touched.take", { title })}
            </label>
            {moves.map(({ track, from, to }) => (
              <span key={track} className="row small">
                {td(`track.${track}`)}
                <LaneBadge lane={from} />
                {"→"}
                <LaneBadge lane={to} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
