import { useState } from "react";
import { useI18n } from "#i18n";
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
  useInvalidate,
  useToasts,
} from "#ui";

type Outcome = { readonly warnings: readonly string[]; readonly problems: readonly string[] };

/** The packs of this workspace; a new one is checked with its own cases before it is taken. */
export function Packs() {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const packs = useAnswer(["packs"], async () => await desk.client.packs.list({}));
  const [asking, setAsking] = useState<File | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const take = async (file: File, acceptUnsigned: boolean) => {
    setError(undefined);
    setOutcome(undefined);
    try {
      const { grant } = await unwrap(desk.upload(file, file.name));
      const done = await unwrap(
        desk.client.packs.import({ fileName: file.name, grant, acceptUnsigned }),
      );
      setOutcome(done);
      if (!done.imported) return;
      invalidate(["packs"], ["check"]);
      toasts.say(t("rules.pack.imported", { id: done.id, version: done.version }));
    } catch (fault) {
      const why = errorOf(fault);
      if (why.code.includes("unsigned") || why.code.includes("unknown-key")) setAsking(file);
      else setError(why);
    }
  };
  return (
    <div className="stack">
      {error === undefined ? null : <ErrorNotice error={error} />}
      {outcome === undefined || outcome.problems.length === 0 ? null : (
        <Notice tone="bad" role="alert">
          <strong>{t("rules.pack.problems")}</strong>
          <Lines lines={outcome.problems} />
        </Notice>
      )}
      {outcome === undefined || outcome.warnings.length === 0 ? null : (
        <Notice tone="warn">
          <Lines lines={outcome.warnings} />
        </Notice>
      )}
      <ul className="plain-list stack">
        {(packs.data ?? []).map((pack) => (
          <li key={`${pack.id}-${pack.version}`} className="entry row">
            <strong>{`${t(`track.${pack.track}`)} · ${pack.id} ${pack.version}`}</strong>
            <span className="muted">{pack.issued}</span>
            {pack.active ? <Badge tone="good">{t("rules.pack.active")}</Badge> : null}
            {pack.builtIn ? <Badge>{t("rules.pack.builtin")}</Badge> : null}
            <Badge>
              {pack.signer === undefined
                ? t("rules.pack.unsigned")
                : t("rules.pack.signer", { name: pack.signer })}
            </Badge>
            <span className="muted">{t("rules.count", { count: pack.rules })}</span>
            <code className="muted small">{pack.sha256.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <FilePick label={t("rules.pack.import")} onFile={(file) => void take(file, false)} />
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
                  void take(asking, true);
                }}
              >
                {t("rules.pack.accept")}
              </Button>
            </>
          }
        >
          <p>{t("rules.pack.unsigned.ask")}</p>
        </Dialog>
      )}
    </div>
  );
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
