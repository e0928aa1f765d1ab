import { useI18n } from "#i18n";
import type { DraftMovesValue } from "#shared/ipc";
import { hrefOf } from "#ui";

type Props = { readonly drafts: readonly DraftMovesValue[]; readonly none: string };

/** Drafts whose lanes move, each with a way to its check; what could not be asked says why. */
export function DraftMoves({ drafts, none }: Props) {
  const { t, te } = useI18n();
  if (drafts.length === 0) return <p role="status">{none}</p>;
  return (
    <ul className="plain-list stack">
      {drafts.map((item) => (
        <li key={item.order} className="entry stack-tight">
          <a href={hrefOf(["orders", item.order, "check"])}>{item.title}</a>
          {item.moves.map((move) => (
            <span key={move.track}>
              {t("rules.affected.move", {
                track: t(`track.${move.track}`),
                from: t(`lane.${move.from}`),
                to: t(`lane.${move.to}`),
              })}
            </span>
          ))}
          {item.problem === undefined ? null : (
            <span className="muted">{t("rules.affected.unasked", { why: te(item.problem) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
