import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Badge,
  Button,
  ErrorNotice,
  errorOf,
  Field,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
} from "#ui";
import { DraftMoves } from "./draft-moves.tsx";

const tones = { added: "good", removed: "bad", changed: "info" } as const;

/** What changed between two versions of one pack. */
export function Compare() {
  const { t } = useI18n();
  const { client } = useDesk();
  const packs = useAnswer(["packs"], async () => await client.packs.list({}));
  const ids = [...new Set((packs.data ?? []).map((pack) => pack.id))];
  const [chosen, setChosen] = useState("");
  const id = chosen === "" ? (ids[0] ?? "") : chosen;
  const versions = (packs.data ?? [])
    .filter((pack) => pack.id === id)
    .map((pack) => pack.version)
    .toSorted();
  return (
    <div className="stack">
      <Field label={t("rules.view.packs")}>
        {(own) => (
          <select
            id={own.id}
            className="input"
            value={id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {ids.map((item) => (
              <option key={item} value={item}>
                {item}
              </option>
            ))}
          </select>
        )}
      </Field>
      {versions.length < 2 ? (
        <p className="muted">{t("rules.compare.one")}</p>
      ) : (
        <Changes key={id} id={id} versions={versions} />
      )}
    </div>
  );
}

type ChangesProps = { readonly id: string; readonly versions: readonly string[] };

function Changes({ id, versions }: ChangesProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [from, setFrom] = useState(versions.at(-2) ?? "");
  const [to, setTo] = useState(versions.at(-1) ?? "");
  const drafts = useChange(client.check.affected);
  const changes = useAnswer(
    ["pack-compare", id, from, to],
    async () => await client.packs.compare({ id, from, to }),
  );
  const pick = (label: string, value: string, put: (next: string) => void) => (
    <Field label={label}>
      {(ids) => (
        <select
          id={ids.id}
          className="input"
          value={value}
          onChange={(event) => put(event.target.value)}
        >
          {versions.map((version) => (
            <option key={version} value={version}>
              {version}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <>
      <div className="form-grid">
        {pick(t("rules.compare.from"), from, setFrom)}
        {pick(t("rules.compare.to"), to, setTo)}
      </div>
      {changes.error === null ? null : <ErrorNotice error={errorOf(changes.error)} />}
      {changes.isPending ? <Skeleton /> : null}
      {changes.data?.length === 0 ? <p className="muted">{t("rules.compare.none")}</p> : null}
      {(changes.data ?? []).map((change) => (
        <details key={`${change.kind}-${change.id}`} className="entry">
          <summary>
            <Badge tone={tones[change.change]}>{t(`pack.change.${change.change}`)}</Badge>{" "}
            {t(`pack.part.${change.kind}`)} <code>{change.id}</code>
          </summary>
          {change.fields.length === 0 ? null : (
            <table className="table small">
              <thead>
                <tr>
                  <th scope="col">{t("rules.compare.field")}</th>
                  <th scope="col">{t("rules.compare.before")}</th>
                  <th scope="col">{t("rules.compare.after")}</th>
                </tr>
              </thead>
              <tbody>
                {change.fields.map((field) => (
                  <tr key={field.path}>
                    <td>
                      <code>{field.path}</code>
                    </td>
                    <td>{field.before}</td>
                    <td>{field.after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </details>
      ))}
      <div className="row">
        <Button
          disabled={drafts.isPending || from === to}
          onClick={() => drafts.mutate({ packs: { id, from, to } })}
        >
          {t("rules.compare.drafts")}
        </Button>
      </div>
      {drafts.error === null ? null : <ErrorNotice error={errorOf(drafts.error)} />}
      {drafts.data === undefined ? null : (
        <DraftMoves drafts={drafts.data} none={t("rules.compare.drafts.none")} />
      )}
    </>
  );
}
