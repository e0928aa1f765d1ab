import { useState } from "react";
import { useI18n } from "#i18n";
import type { Completeness } from "#shared/check";
import { Button, DateInput, ErrorNotice, Field, Notice, useAnswer, useDesk } from "#ui";
import { type Annex, AnnexChoice } from "./annex-choice.tsx";
import { useJob } from "./use-job.ts";

const sets = ["cn-filing", "us-exporter", "internal-record"] as const;
type SetName = (typeof sets)[number];
const languages = ["zh", "en", "both"] as const;
type Language = (typeof languages)[number];

type Props = {
  readonly order: string;
  readonly completeness: Readonly<Record<"cn-filing" | "us-exporter", Completeness>>;
  readonly onJump: (path: string) => void;
};

/** Which set, under the rules of which day, in which language; builds a draft at any time. */
export function BuildForm({ order, completeness, onJump }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const [set, setSet] = useState<SetName>("cn-filing");
  const [day, setDay] = useState("");
  const [language, setLanguage] = useState<Language | "">("");
  const [annexes, setAnnexes] = useState<readonly Annex[]>([]);
  const job = useJob(order);
  const asOf = day === "" ? (host.data?.today ?? "") : day;
  const usual: Language = set === "us-exporter" ? "en" : "zh";
  const spoken = language === "" ? usual : language;
  const missing =
    set === "internal-record"
      ? []
      : completeness[set].missing.filter((item) => item.need !== "optional");
  const first = missing[0];
  const running = job.state.kind === "running";
  const build = () =>
    void job.start(
      async () =>
        await client.packets.build({
          order,
          set,
          asOf,
          language: spoken,
          annexes: [...annexes],
        }),
    );
  return (
    <section className="card stack">
      <h2>{t("packets.build")}</h2>
      <fieldset className="field">
        <legend className="field-label">{t("packets.set")}</legend>
        <div className="set-choice">
          {sets.map((name) => (
            <label key={name} className="set-card">
              <input
                type="radio"
                name="packet-set"
                checked={set === name}
                disabled={running}
                onChange={() => {
                  setSet(name);
                  setAnnexes([]);
                }}
              />
              <span>
                <strong>{t(`set.${name}`)}</strong>
                <br />
                <span className="muted small">{t(`packets.about.${name}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="form-grid">
        <Field label={t("packets.asof")}>
          {(ids) => (
            <DateInput
              id={ids.id}
              describedBy={ids.describedBy}
              value={asOf}
              disabled={running}
              onChange={setDay}
            />
          )}
        </Field>
        <Field label={t("packets.language")}>
          {(ids) => (
            <select
              id={ids.id}
              className="input"
              value={spoken}
              disabled={running}
              onChange={(event) => {
                const chosen = languages.find((item) => item === event.target.value);
                if (chosen !== undefined) setLanguage(chosen);
              }}
            >
              {languages.map((item) => (
                <option key={item} value={item}>
                  {t(`packets.language.${item}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <AnnexChoice set={set} chosen={annexes} disabled={running} onChange={setAnnexes} />
      {first === undefined ? null : (
        <Notice
          tone="warn"
          action={
            <Button size="small" onClick={() => onJump(first.path)}>
              {t("packets.missing.go")}
            </Button>
          }
        >
          {t("packets.missing", { count: missing.length })}
        </Notice>
      )}
      <div className="row">
        <Button look="primary" icon="packet" disabled={running || asOf === ""} onClick={build}>
          {t("packets.start")}
        </Button>
        {running ? <Button onClick={job.cancel}>{t("packets.cancel")}</Button> : null}
      </div>
      {job.state.kind === "running" ? (
        <label className="stack-tight">
          {t("packets.step", {
            step: td(`packets.step.${job.state.step}`),
            done: job.state.done,
            total: job.state.total,
          })}
          <progress
            className="progress"
            {...(job.state.total > 0 ? { value: job.state.done, max: job.state.total } : {})}
          />
        </label>
      ) : null}
      {job.state.kind === "cancelled" ? (
        <Notice role="status">{t("packets.cancelled")}</Notice>
      ) : null}
      {job.state.kind === "done" ? (
        <Notice tone="good" role="status">
          {t("packets.done", { title: t(`set.${set}`) })}
        </Notice>
      ) : null}
      {job.state.kind === "failed" ? <ErrorNotice error={job.state.error} /> : null}
    </section>
  );
}
