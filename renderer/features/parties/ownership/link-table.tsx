import { useState } from "react";
import { useI18n } from "#i18n";
import { Button } from "#ui";
import type { useDrawingWords } from "./drawing-words.ts";
import type { Picture } from "./picture.ts";

type Props = {
  readonly picture: Pick<Picture, "nodes" | "edges">;
  readonly words: ReturnType<typeof useDrawingWords>;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onEdge: ((id: string) => void) | undefined;
};

const AT_FIRST = 200;

/** The picture as a table: every holding with its marks, nothing folded away, for eyes, ears and keyboards alike. */
export function LinkTable({ picture, words, selected, onSelect, onEdge }: Props) {
  const { t } = useI18n();
  const [search, setSearch] = useState("");
  const [most, setMost] = useState(AT_FIRST);
  const byId = new Map(picture.nodes.map((node) => [node.id, node]));
  const wanted = search.trim().toLowerCase();
  const hit = (id: string) => {
    const node = byId.get(id);
    return `${node?.label ?? ""} ${node?.labelEn ?? ""} ${node?.uscc ?? ""}`
      .toLowerCase()
      .includes(wanted);
  };
  const found = picture.edges.filter(({ from, to }) => hit(from) || hit(to));
  const party = (id: string) => {
    const node = byId.get(id);
    const marks = node === undefined ? [] : words.marksOf(node);
    return (
      <>
        <Button look="link" aria-pressed={id === selected} onClick={() => onSelect(id)}>
          {words.nameOf(id)}
        </Button>
        {marks.length === 0 ? null : <div className="muted small">{marks.join(" · ")}</div>}
      </>
    );
  };
  return (
    <div className="stack-tight">
      <input
        className="input"
        type="search"
        aria-label={t("ownership.table.search")}
        placeholder={t("ownership.table.search")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="table-wrap">
        <table className="table">
          <caption className="sr-only">{t("ownership.title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("ownership.holder")}</th>
              <th scope="col">{t("ownership.interest")}</th>
              <th scope="col">{t("ownership.target")}</th>
              {onEdge === undefined ? null : <th scope="col">{t("screen.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((edge) => (
              <tr key={edge.id}>
                <td>{party(edge.from)}</td>
                <td className="nowrap">{words.edgeText(edge)}</td>
                <td>{party(edge.to)}</td>
                {onEdge === undefined ? null : (
                  <td className="nowrap">
                    <Button
                      size="small"
                      icon="edit"
                      aria-label={`${t("ownership.edit")}: ${words.nameOf(edge.from)} → ${words.nameOf(edge.to)}`}
                      onClick={() => onEdge(edge.id)}
                    >
                      {t("ownership.edit.short")}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > most ? (
        <Button onClick={() => setMost(most + 500)}>
          {t("screen.more", { count: found.length - most })}
        </Button>
      ) : null}
    </div>
  );
}
