import { useI18n } from "#i18n";
import type { Hit } from "./hit.ts";

/** Both names laid side by side: each piece of ours, what of the list's name it was found in, and by which way. */
export function Pieces({ hit }: { readonly hit: Hit }) {
  const { t } = useI18n();
  const { pieces = [] } = hit;
  if (pieces.length === 0) return null;
  return (
    <div className="table-wrap">
      <table className="table small">
        <thead>
          <tr>
            {(["asked", "found", "how"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`screening.piece.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pieces.map(({ kind, asked, found }) => (
            <tr key={`${kind} ${asked} ${found}`}>
              <td>{asked}</td>
              <td>{found}</td>
              <td>{t(`screening.piece.kind.${kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What else speaks for a match, and what against; pieces that stand in the table are not said twice. */
export function Reasons({ hit }: { readonly hit: Hit }) {
  const { td } = useI18n();
  const tabled = (hit.pieces?.length ?? 0) > 0;
  const lines = hit.explanation.filter((line) => !(tabled && line.startsWith("piece-")));
  if (lines.length === 0) return null;
  return (
    <ul className="small">
      {lines.map((line) => {
        const [code = "", asked = "", found = ""] = line.split("|");
        return <li key={line}>{td(`screening.explain.${code}`, { asked, found })}</li>;
      })}
    </ul>
  );
}
