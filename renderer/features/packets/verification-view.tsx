import type { ReactNode } from "react";
import { useI18n } from "#i18n";
import type { Verification } from "#shared/ipc";
import { Notice, type Tone } from "#ui";

const tones: Readonly<Record<Verification["recomputed"], Tone>> = {
  same: "good",
  differs: "warn",
  "not-comparable": "info",
  "not-possible": "info",
};

/** What verifying found, one answer below the other: content, signature, papers set again, check made again. */
export function VerificationView({ result }: { readonly result: Verification }) {
  const { t, td } = useI18n();
  const intact = result.integrity === "intact";
  const signed = { valid: "good", invalid: "bad", none: "info" } as const;
  return (
    <div className="stack-tight" role="status">
      <Answer tone={intact ? "good" : "bad"} part="integrity">
        <strong>{t(intact ? "verify.intact" : "verify.broken")}</strong>
        <span>
          {t("verify.set", {
            set: result.set === "" ? t("verify.set.unknown") : td(`set.${result.set}`),
          })}
        </span>
        {result.madeWith === undefined ? null : (
          <span className="small">{t("verify.madewith", { made: result.madeWith })}</span>
        )}
      </Answer>
      <Differences result={result} />
      <Answer tone={signed[result.signature]} part="signature">
        <span>{t(`verify.signature.${result.signature}`, { signer: result.signer ?? "" })}</span>
        {result.signedOn === undefined ? null : (
          <span className="small">{t("verify.signed.on", { day: result.signedOn })}</span>
        )}
        {result.signature === "valid" ? (
          <span className="small">{t("verify.signature.compare")}</span>
        ) : null}
      </Answer>
      <Answer tone={tones[result.recomputed]} part="papers">
        <span>{t(`verify.recomputed.${result.recomputed}`)}</span>
        <Details lines={result.recomputedDetail} />
      </Answer>
      {result.report === undefined ? null : (
        <Answer tone={tones[result.report]} part="report">
          <span>{t(`verify.report.${result.report}`)}</span>
          <Details lines={result.reportDetail ?? []} />
        </Answer>
      )}
    </div>
  );
}

type AnswerProps = {
  readonly tone: Tone;
  readonly part: "integrity" | "signature" | "papers" | "report";
  readonly children: ReactNode;
};

function Answer({ tone, part, children }: AnswerProps) {
  const { t } = useI18n();
  return (
    <Notice tone={tone}>
      <span className="small verify-part">{t(`verify.part.${part}`)}</span>
      {children}
    </Notice>
  );
}

/** Names of files and versions as they are; the name of a failure as its sentence. */
function Details({ lines }: { readonly lines: readonly string[] }) {
  const { td } = useI18n();
  return lines.map((line) => (
    <span key={line} className="small">
      {td(`verify.why.${line}`).replace("verify.why.", "")}
    </span>
  ));
}

function Differences({ result }: { readonly result: Verification }) {
  const { t, td } = useI18n();
  if (result.differences.length === 0) return null;
  return (
    <div className="entry">
      <h3>{t("verify.differences")}</h3>
      <ul>
        {result.differences.map(({ kind, path, reason, about }) => (
          <li key={`${kind}-${path}-${reason ?? ""}-${about ?? ""}`}>
            {t("verify.difference", { kind: td(`verify.kind.${kind}`), path })}
            {reason === undefined ? null : (
              <span className="muted small">
                {` ${td(`verify.reason.${reason}`, { about: about ?? "" })}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
