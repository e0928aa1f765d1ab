import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Dialog,
  ErrorNotice,
  Field,
  hrefOf,
  Notice,
  useAnswer,
  useDesk,
  useToasts,
} from "#ui";
import { type Annex, AnnexChoice } from "./annex-choice.tsx";
import { Readiness, useReadiness } from "./readiness.tsx";
import { useJob } from "./use-job.ts";

type Props = {
  readonly order: string;
  /** Something was sealed before: this makes amendments. */
  readonly again: boolean;
  readonly onClose: () => void;
};

/** Freezes all three sets together under a person's key. */
export function SealDialog({ order, again, onClose }: Props) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const persons = useAnswer(["persons"], async () => await client.persons.list({}));
  const [person, setPerson] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [language, setLanguage] = useState<"own" | "both">("own");
  const [annexes, setAnnexes] = useState<readonly Annex[]>([]);
  const job = useJob(order);
  const readiness = useReadiness(order);
  const ready = readiness.data?.ready === true;
  const able = (persons.data ?? []).filter(({ value }) => value.publicKey !== undefined);
  const running = job.state.kind === "running";
  const seal = async () => {
    const done = await job.start(
      async () =>
        await client.packets.seal({
          order,
          person,
          passphrase,
          language,
          annexes: [...annexes],
        }),
    );
    if (!done) return;
    toasts.say(t("packets.seal.done"));
    onClose();
  };
  return (
    <Dialog title={t("packets.seal")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!running) void seal();
        }}
      >
        <Notice>{t("packets.seal.about")}</Notice>
        <Readiness answer={readiness} />
        {again ? <Notice tone="warn">{t("packets.seal.amends")}</Notice> : null}
        {persons.data !== undefined && able.length === 0 ? (
          <Notice
            tone="warn"
            action={
              <a className="button button-small" href={hrefOf(["settings"])}>
                {t("screen.nav.settings")}
              </a>
            }
          >
            {t("packets.seal.nobody")}
          </Notice>
        ) : null}
        {ready ? (
          <div className="form-grid">
            <Field label={t("packets.seal.person")}>
              {(ids) => (
                <select
                  id={ids.id}
                  className="input"
                  value={person}
                  disabled={running}
                  onChange={(event) => setPerson(event.target.value)}
                >
                  <option value="">{t("screen.choose")}</option>
                  {able.map(({ value }) => (
                    <option key={value.id} value={value.id}>
                      {value.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field label={t("packets.seal.passphrase")}>
              {(ids) => (
                <input
                  id={ids.id}
                  className="input"
                  type="password"
                  autoComplete="off"
                  disabled={running}
                  value={passphrase}
                  onChange={(event) => setPassphrase(event.target.value)}
                />
              )}
            </Field>
          </div>
        ) : null}
        <Field label={t("packets.language")}>
          {(ids) => (
            <select
              id={ids.id}
              className="input"
              value={language}
              disabled={running}
              onChange={(event) => setLanguage(event.target.value === "both" ? "both" : "own")}
            >
              <option value="own">{t("packets.seal.language.own")}</option>
              <option value="both">{t("packets.language.both")}</option>
            </select>
          )}
        </Field>
        <AnnexChoice chosen={annexes} disabled={running} onChange={setAnnexes} />
        {job.state.kind === "failed" ? <ErrorNotice error={job.state.error} /> : null}
        {job.state.kind === "running" ? (
          <label className="stack-tight">
            {td(`packets.step.${job.state.step}`)}
            <progress className="progress" />
          </label>
        ) : null}
        <div className="row">
          <Button
            submit
            look="primary"
            icon="lock"
            disabled={running || !ready || person === "" || passphrase === ""}
          >
            {t("packets.seal")}
          </Button>
          <Button onClick={running ? job.cancel : onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
