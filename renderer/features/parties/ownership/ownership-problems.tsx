import { useI18n } from "#i18n";
import { Button, Notice } from "#ui";
import type { useDrawingWords } from "./drawing-words.ts";
import type { Picture } from "./picture.ts";

type Props = {
  readonly picture: Pick<Picture, "edges" | "problems">;
  readonly words: ReturnType<typeof useDrawingWords>;
  /** Opens the links of a problem beside the picture; absent where nothing can be edited. */
  readonly onEdit: ((links: readonly string[]) => void) | undefined;
};

const MOST = 20;

/** What the record contradicts itself in, link by link, with the remedy and how it counts until then. */
export function OwnershipProblems({ picture, words, onEdit }: Props) {
  const { t, td } = useI18n();
  const { problems, edges } = picture;
  if (problems.length === 0) return null;
  const byLink = new Map(edges.flatMap((edge) => edge.links.map((link) => [link, edge] as const)));
  const place = ({ links, parties }: Picture["problems"][number]) => {
    const named = links.flatMap((link) => {
      const edge = byLink.get(link);
      return edge === undefined ? [] : [`${words.nameOf(edge.from)} → ${words.nameOf(edge.to)}`];
    });
    return [...new Set(named.length > 0 ? named : parties.map(words.nameOf))]
      .slice(0, 6)
      .join(t("uscc.comma"));
  };
  return (
    <Notice tone="warn">
      <strong>{t("ownership.problems")}</strong>
      <ul>
        {problems.slice(0, MOST).map((problem) => (
          <li key={`${problem.link}-${problem.code}`}>
            {td(`ownership.problem.${problem.code}`, { link: place(problem) })}
            {onEdit === undefined || !problem.links.some((link) => byLink.has(link)) ? null : (
              <>
                {" "}
                <Button look="link" onClick={() => onEdit(problem.links)}>
                  {td(`ownership.remedy.${problem.remedy}`)}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {problems.length > MOST ? (
        <span>{t("parties.import.more", { count: problems.length - MOST })}</span>
      ) : null}
    </Notice>
  );
}
