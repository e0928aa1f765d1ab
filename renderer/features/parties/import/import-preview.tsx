import { useI18n } from "#i18n";
import { Badge, Notice, type useDesk } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];
type Answer = Awaited<ReturnType<Client["parties"]["import"]>>;

/** What the desk answers about a file that might be imported. */
export type ImportOutcome = Extract<Answer, { ok: true }>["value"];

type Problem = ImportOutcome["problems"][number];

/** What is wrong with the rows of a file, one sentence each; those that are left out stand first. */
function Problems({ outcome }: { readonly outcome: ImportOutcome }) {
  const { t, td } = useI18n();
  const text = ({ at, code, value }: Problem) => {
    if (code === "ownership.csv.kind-guessed")
      return td(code, { line: at, value: td(`party.kind.${value}`) });
    if (code.startsWith("ownership.note.")) return `${at}: ${td(code)}${value && ` (${value})`}`;
    return td(code, { line: at, at, value });
  };
  const list = (problems: readonly Problem[]) => (
    <ul>
      {problems.map((problem) => (
        <li key={`${problem.at} ${problem.code} ${problem.field ?? ""} ${problem.value}`}>
          {text(problem)}
        </li>
      ))}
    </ul>
  );
  const refused = outcome.problems.filter((problem) => problem.refused);
  const remarks = outcome.problems.filter((problem) => !problem.refused);
  const hidden = outcome.refused - new Set(refused.map(({ at }) => at)).size;
  return (
    <>
      {outcome.refused === 0 ? null : (
        <Notice tone="bad" role="alert">
          <strong>{t("parties.import.refused", { count: outcome.refused })}</strong>
          {list(refused)}
          {hidden > 0 ? <span>{t("parties.import.more", { count: hidden })}</span> : null}
          <span>{t("parties.import.refused.about")}</span>
        </Notice>
      )}
      {remarks.length === 0 ? null : (
        <Notice tone="warn">
          <strong>{t("parties.import.remarks")}</strong>
          {list(remarks)}
        </Notice>
      )}
    </>
  );
}

const tones = { new: "good", changed: "warn", same: "plain" } as const;

/** What an import would write, row by row, and what it cannot take. */
export function ImportPreview({ outcome }: { readonly outcome: ImportOutcome }) {
  const { t } = useI18n();
  const { parties, links, changed, same, preview } = outcome;
  const rows = links + changed + same;
  const name = (text: string, known: boolean) => (
    <>
      {text}
      {known ? <span className="muted small">{` · ${t("parties.import.known")}`}</span> : null}
    </>
  );
  return (
    <section className="stack" aria-label={t("parties.import.rows")}>
      <p role="status">
        <strong>{t("parties.import.counts", { parties, links, changed, same })}</strong>
      </p>
      <Problems outcome={outcome} />
      {preview.length === 0 ? null : (
        <div className="table-wrap import-rows">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("ownership.holder")}</th>
                <th scope="col">{t("ownership.interest")}</th>
                <th scope="col">{t("ownership.target")}</th>
                <th scope="col">{t("parties.import.state")}</th>
              </tr>
            </thead>
            <tbody>
              {preview.map(
                ({ owner, ownerKnown, target, targetKnown, share, before, state }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a preview never move
                  <tr key={at}>
                    <td>{name(owner, ownerKnown)}</td>
                    <td className="nowrap">
                      {state === "changed"
                        ? t("parties.import.before", {
                            share: share || t("parties.import.share.none"),
                            before: before || t("parties.import.share.none"),
                          })
                        : share}
                    </td>
                    <td>{name(target, targetKnown)}</td>
                    <td>
                      <Badge tone={tones[state]}>{t(`parties.import.state.${state}`)}</Badge>
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
      {rows > preview.length ? (
        <p className="muted">{t("parties.import.rows.some", { count: preview.length })}</p>
      ) : null}
    </section>
  );
}
