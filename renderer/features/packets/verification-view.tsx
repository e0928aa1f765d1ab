import { useI18n } from "#i18n";
import type { Verification } from "#shared/ipc";
import { copyLines, isAccepted, roleText, signedAtText, verdictText } from "#shared/packet";
import { Notice } from "#ui";

/**
 * What verifying found: one verdict in one colour, and below it the three answers and what is wrong, in no colour of their own. A
 * part that is right never looks like an answer about the whole.
 */
export function VerificationView({ result }: { readonly result: Verification }) {
  const { lang } = useI18n();
  return (
    <div className="stack-tight" role="status">
      <Notice tone={isAccepted(result.verdict) ? "good" : "bad"}>
        <strong>{verdictText(lang, result.verdict, result.signer)}</strong>
      </Notice>
      <Problems result={result} />
      <Answers result={result} />
      <Copies result={result} />
    </div>
  );
}

/** Copies signed elsewhere, in no colour: a signature in a PDF says nothing about the packet. */
function Copies({ result }: { readonly result: Verification }) {
  const { t, lang } = useI18n();
  if (result.copies.length === 0) return null;
  return (
    <div className="entry">
      <h3>{t("verify.copies")}</h3>
      {result.copies.map((copy) => (
        <p key={`${copy.fileName}-${copy.path}`} className="small">
          {copyLines(lang, copy).map((line) => (
            <span key={line}>
              {line}
              <br />
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

function Answers({ result }: { readonly result: Verification }) {
  const { t, td, lang } = useI18n();
  const { signer, madeWith, notes } = result;
  const rows: readonly (readonly [string, string])[] = [
    [t("verify.row.set"), result.set === "" ? t("verify.set.unknown") : td(`set.${result.set}`)],
    [t("verify.row.state"), t(`verify.state.${result.state}`)],
    [t("verify.row.intact"), t(result.intact ? "verify.intact.yes" : "verify.intact.no")],
    [t("verify.row.consistent"), t(`verify.consistent.${result.consistent}`)],
    [t("verify.row.vouched"), t(`verify.vouched.${result.vouched}`)],
    ...(signer === null
      ? []
      : ([
          [
            t("verify.row.signer"),
            [signer.name, roleText(lang, signer), signedAtText(lang, signer)].join(" · "),
          ],
          [t("verify.row.fingerprint"), signer.fingerprint],
        ] as const)),
    ...(madeWith === undefined ? [] : ([[t("verify.row.made"), madeWith]] as const)),
  ];
  return (
    <div className="entry stack-tight">
      <table className="table">
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length === 0 ? null : (
        <p className="small">{t("verify.notes", { names: notes.join(", ") })}</p>
      )}
      {result.vouched === "nobody" ? null : (
        <p className="muted small">{t("verify.signature.compare")}</p>
      )}
    </div>
  );
}

function Problems({ result }: { readonly result: Verification }) {
  const { t, td } = useI18n();
  if (result.problems.length === 0) return null;
  return (
    <div className="entry">
      <h3>{t("verify.problems")}</h3>
      <ul>
        {result.problems.map(({ code, path, about = "" }) => (
          <li key={`${code}-${path}-${about}`}>
            {t("verify.problem", {
              path: path === "" ? t("verify.packet.itself") : path,
              reason: td(`verify.reason.${code}`, { about }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
