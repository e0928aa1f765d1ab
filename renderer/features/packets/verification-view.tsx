import { useI18n } from "#i18n";
import type { Verification } from "#shared/ipc";
import { Notice } from "#ui";

/** What verifying found: integrity first, then the signature, then whether it could be computed again. */
export function VerificationView({ result }: { readonly result: Verification }) {
  const { t, td } = useI18n();
  const intact = result.integrity === "intact";
  return (
    <div className="stack-tight" role="status">
      <Notice tone={intact ? "good" : "bad"}>
        <strong>{t(intact ? "verify.intact" : "verify.broken")}</strong>
        <span>{t("verify.set", { set: td(`set.${result.set}`) })}</span>
      </Notice>
      <Notice tone={result.signature === "invalid" ? "bad" : "info"}>
        {t(`verify.signature.${result.signature}`, { signer: result.signer ?? "" })}
      </Notice>
      <Notice tone={result.recomputed === "differs" ? "warn" : "info"}>
        <span>{t(`verify.recomputed.${result.recomputed}`)}</span>
        {result.recomputedDetail.map((detail) => (
          <span key={detail} className="small">
            {detail}
          </span>
        ))}
      </Notice>
      {result.differences.length === 0 ? null : (
        <div className="entry">
          <h3>{t("verify.differences")}</h3>
          <ul>
            {result.differences.map((item) => (
              <li key={`${item.kind}-${item.path}-${item.detail ?? ""}`}>
                {t("verify.difference", { kind: td(`verify.kind.${item.kind}`), path: item.path })}
                {item.detail === undefined ? null : (
                  <span className="muted small">{` ${item.detail}`}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
