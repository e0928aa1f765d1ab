import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import type { Matches } from "#shared/ipc";
import { Badge, useBooks } from "#ui";
import type { Hit } from "../hits/hit.ts";

type Row = { readonly id: string; readonly query: string; readonly hits: readonly Hit[] };

/** Parties and vendors with any hit; what stands in several drafts is one row. */
function rowsOf(found: Matches["found"]): readonly Row[] {
  const rows = new Map<string, { query: string; hits: Map<string, Hit> }>();
  for (const hit of found.flatMap(({ hits }) => hits)) {
    const id = hit.party ?? hit.query;
    const row = rows.get(id) ?? { query: hit.query, hits: new Map<string, Hit>() };
    const key = `${hit.list} ${hit.entry}`;
    const before = row.hits.get(key);
    // Decided in one draft and open in another, it is open.
    if (before === undefined || worth[hit.status] > worth[before.status]) row.hits.set(key, hit);
    rows.set(id, row);
  }
  return [...rows].map(([id, { query, hits }]) => ({ id, query, hits: [...hits.values()] }));
}

const worth = { "true-match": 2, possible: 1, dismissed: 0 } as const;
const tones = { possible: "warn", "true-match": "bad", dismissed: "plain" } as const;

/** Whom which list may mean: a row for each party, a column for each list with a hit. */
export function PartyLists({ found }: { readonly found: Matches["found"] }) {
  const { t } = useI18n();
  const books = useBooks();
  const rows = rowsOf(found);
  const lists = [...new Set(rows.flatMap(({ hits }) => hits.map(({ list }) => list)))].toSorted();
  const listName = (list: string) => {
    const key = `list.name.${list}`;
    return hasMessage(key) ? t(key) : list;
  };
  const nameOf = ({ id, query }: Row) =>
    books.entries("party").find((party) => party.id === id)?.label ?? query;
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>{t("screening.matches.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("screening.matches.party")}</th>
            {lists.map((list) => (
              <th key={list} scope="col">
                {listName(list)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{nameOf(row)}</th>
              {lists.map((list) => (
                <td key={list}>
                  <Cell hits={row.hits.filter((hit) => hit.list === list)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useI18n();
  return (
    <span className="row">
      {(["true-match", "possible", "dismissed"] as const).map((status) => {
        const count = hits.filter((hit) => hit.status === status).length;
        return count === 0 ? null : (
          <Badge key={status} tone={tones[status]}>{`${t(`check.hit.${status}`)} ${count}`}</Badge>
        );
      })}
    </span>
  );
}
