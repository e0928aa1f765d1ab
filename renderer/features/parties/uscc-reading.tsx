import { useI18n } from "#i18n";
import { readUscc } from "#shared/identity";
import type { PartyRecord } from "#shared/model";
import { Badge, type Draft, useDraftValue } from "#ui";

/** Of many characters that stand nowhere the first few say enough. */
const MOST_PROBLEMS = 4;

/** Reads the code while it is typed: check digits, parts, what it proves and what it does not. */
export function UsccReading({ draft }: { readonly draft: Draft<PartyRecord> }) {
  const { t, td } = useI18n();
  const code = useDraftValue(draft, (record) => record.party.uscc);
  if (code === undefined || code.trim() === "") return null;
  const reading = readUscc(code);
  const claims = (list: readonly string[]) =>
    list.length === 0
      ? t("uscc.nothing")
      : list.map((claim) => td(`uscc.claim.${claim}`)).join(t("uscc.comma"));
  const changeText = ({
    position,
    from,
    to,
  }: (typeof reading.repairs)[number]["changes"][number]) =>
    t("uscc.change", { position, from: from || "–", to: to || "–" });
  return (
    <div className="entry stack-tight" role="status">
      <div className="row">
        <code>{reading.code}</code>
        {reading.valid ? (
          <Badge tone="good" icon="check">
            {t("uscc.valid")}
          </Badge>
        ) : (
          <Badge tone="bad" icon="alert">
            {t("uscc.invalid")}
          </Badge>
        )}
      </div>
      {reading.problems.slice(0, MOST_PROBLEMS).map((problem) => (
        <div key={JSON.stringify(problem)} className="field-error">
          {td(`uscc.problem.${problem.kind}`, problem)}
        </div>
      ))}
      {reading.problems.length > MOST_PROBLEMS ? (
        <div className="field-error">
          {t("uscc.problem.more", { count: reading.problems.length - MOST_PROBLEMS })}
        </div>
      ) : null}
      {reading.valid || reading.repairs.length > 0 ? null : (
        <div className="small">{t("uscc.repair.none")}</div>
      )}
      {reading.repairs.map((repair) => (
        <div key={JSON.stringify(repair)} className="small">
          {t("uscc.hint", {
            code: repair.code,
            change: [td(`uscc.repair.${repair.kind}`), ...repair.changes.map(changeText)].join(
              t("uscc.comma"),
            ),
          })}
        </div>
      ))}
      {reading.parts === undefined || reading.meaning === undefined ? null : (
        <dl className="facts">
          <dt>{t("uscc.category")}</dt>
          <dd>{td(`uscc.kind.${reading.parts.kind}`)}</dd>
          <dt>{t("uscc.division")}</dt>
          <dd>{`${reading.parts.division.code} ${td(`uscc.province.${reading.parts.division.province}`)}`}</dd>
          <dt>{t("uscc.proves")}</dt>
          <dd>{claims(reading.meaning.proves)}</dd>
          <dt>{t("uscc.silent")}</dt>
          <dd>{claims(reading.meaning.silent)}</dd>
        </dl>
      )}
    </div>
  );
}
