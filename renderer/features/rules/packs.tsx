import { useState } from "react";
import { useI18n } from "#i18n";
import { packRefusalText } from "#shared/i18n";
import type { AppError } from "#shared/kernel";
import {
  Badge,
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  FilePick,
  Notice,
  unwrap,
  useAnswer,
  useDesk,
  useHandedFile,
  useInvalidate,
  useToasts,
} from "#ui";
import { Recheck } from "./recheck.tsx";

type Client = ReturnType<typeof useDesk>["client"];
type Success<T> = Extract<T, { ok: true }> extends { value: infer V } ? V : never;
type Taken = Success<Awaited<ReturnType<Client["packs"]["import"]>>>;
type PackRow = Success<Awaited<ReturnType<Client["packs"]["list"]>>>[number];

/** The packs of this workspace; a new one is checked with its own cases before it is taken, and all drafts after it. */
export function Packs() {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const packs = useAnswer(["packs"], async () => await desk.client.packs.list({}));
  const [asking, setAsking] = useState<{ file: File; taken: Taken } | undefined>(undefined);
  const [taken, setTaken] = useState<Taken | undefined>(undefined);
  const [job, setJob] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const take = async (file: File, acceptUnsigned: boolean) => {
    setError(undefined);
    setTaken(undefined);
    setBusy(true);
    try {
      const { grant } = await unwrap(desk.upload(file, file.name));
      const done = await unwrap(
        desk.client.packs.import({ fileName: file.name, grant, acceptUnsigned }),
      );
      if (done.state === "ask") setAsking({ file, taken: done });
      else setTaken(done);
      if (done.state === "imported") {
        invalidate(["packs"], ["check"]);
        toasts.say(t("rules.pack.imported", { id: done.id, version: done.version }));
      }
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  useHandedFile("pack", (file) => void take(file, false));
  const setAside = async ({ id, version, setAside: aside }: PackRow) => {
    setError(undefined);
    setTaken(undefined);
    const done = await desk.client.packs.setAside({ id, version, aside: !aside });
    if (!done.ok) return setError(done.error);
    setJob(done.value.job);
    invalidate(["packs"], ["check"]);
  };
  return (
    <div className="stack">
      {error === undefined ? null : <ErrorNotice error={error} />}
      {taken === undefined ? null : <Outcome taken={taken} />}
      {taken !== undefined || job === undefined ? null : <Recheck key={job} job={job} />}
      <ul className="plain-list stack">
        {(packs.data ?? []).map((pack) => (
          <PackLine key={pack.sha256} pack={pack} onAside={() => void setAside(pack)} />
        ))}
      </ul>
      <div className="row">
        <FilePick
          label={t("rules.pack.import")}
          disabled={busy}
          onFile={(file) => void take(file, false)}
        />
      </div>
      {asking === undefined ? null : (
        <Dialog
          title={t("rules.pack.import")}
          onClose={() => setAsking(undefined)}
          foot={
            <>
              <Button onClick={() => setAsking(undefined)}>{t("screen.cancel")}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(undefined);
                  void take(asking.file, true);
                }}
              >
                {t("rules.pack.accept")}
              </Button>
            </>
          }
        >
          <p>
            <strong>
              {t("rules.pack.name", { id: asking.taken.id, version: asking.taken.version })}
            </strong>
          </p>
          <p>{t("rules.pack.unsigned.ask")}</p>
          <Warnings taken={asking.taken} />
        </Dialog>
      )}
    </div>
  );
}

type LineProps = { readonly pack: PackRow; readonly onAside: () => void };

function PackLine({ pack, onAside }: LineProps) {
  const { t } = useI18n();
  const signer = () => {
    if (pack.signedBy === undefined) return t("rules.pack.unsigned");
    const { name, publicKey } = pack.signedBy;
    return name === ""
      ? t("rules.pack.stranger", { key: `${publicKey.slice(0, 16)}…` })
      : t("rules.pack.signer", { name });
  };
  return (
    <li className="entry row">
      <strong>{`${t(`track.${pack.track}`)} · ${pack.id} ${pack.version}`}</strong>
      <span className="muted">{pack.issued}</span>
      {pack.active ? <Badge tone="good">{t("rules.pack.active")}</Badge> : null}
      {pack.setAside ? <Badge tone="warn">{t("rules.pack.aside")}</Badge> : null}
      {pack.builtIn ? <Badge>{t("rules.pack.builtin")}</Badge> : <Badge>{signer()}</Badge>}
      <span className="muted">{t("rules.count", { count: pack.rules })}</span>
      <code className="muted small">{pack.sha256.slice(0, 16)}</code>
      <span className="grow" />
      {pack.builtIn ? null : (
        <Button size="small" onClick={onAside}>
          {t(pack.setAside ? "rules.pack.use.again" : "rules.pack.set.aside")}
        </Button>
      )}
    </li>
  );
}

function Outcome({ taken }: { readonly taken: Taken }) {
  const { t, lang } = useI18n();
  return (
    <>
      {taken.problems.length === 0 ? null : (
        <Notice tone="bad" role="alert">
          <strong>{t("rules.pack.problems")}</strong>
          <Lines lines={taken.problems.map((problem) => packRefusalText(lang, problem))} />
        </Notice>
      )}
      {taken.warnings.length === 0 ? null : (
        <Notice tone="warn">
          <strong>{t("rules.pack.warnings")}</strong>
          <Warnings taken={taken} />
        </Notice>
      )}
      {taken.job === undefined ? null : <Recheck key={taken.job} job={taken.job} />}
    </>
  );
}

function Warnings({ taken }: { readonly taken: Taken }) {
  const { t } = useI18n();
  return <Lines lines={taken.warnings.map((warning) => t(`pack.warning.${warning}`))} />;
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
