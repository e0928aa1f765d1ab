import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Button,
  bytesText,
  Confirm,
  ErrorNotice,
  errorOf,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

type Found = { readonly files: number; readonly bytes: number; readonly kept: number };

/** Clears away evidence files that nothing names any more: first what would go is shown, then a person decides. */
export function UnusedEvidence({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [found, setFound] = useState<Found | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  const look = () => run(async () => setFound(await unwrap(client.evidence.unused({}))));
  const collect = () =>
    run(async () => {
      setAsking(false);
      const { files, bytes, undo } = await unwrap(client.evidence.collect({}));
      setFound(undefined);
      invalidate(["trash"]);
      const undoCollect =
        undo === undefined
          ? undefined
          : () => void run(async () => void (await unwrap(client.trash.undo({ number: undo }))));
      toasts.say(t("unused.collected", { files, size: bytesText(bytes) }), undoCollect);
    });
  return (
    <section className="stack" aria-labelledby="unused-title">
      <h2 id="unused-title">{t("unused.title")}</h2>
      <p className="muted">{t("unused.text")}</p>
      {error === undefined ? null : <ErrorNotice error={error} />}
      {found === undefined ? null : (
        <p role="status">
          {found.files === 0
            ? t("unused.nothing", { kept: found.kept })
            : t("unused.found", {
                files: found.files,
                size: bytesText(found.bytes),
                kept: found.kept,
              })}
        </p>
      )}
      <div className="row">
        <Button disabled={busy} onClick={() => void look()}>
          {t("unused.look")}
        </Button>
        {found === undefined || found.files === 0 ? null : (
          <Button
            look="danger"
            icon="trash"
            disabled={busy || readOnly}
            onClick={() => setAsking(true)}
          >
            {t("unused.collect")}
          </Button>
        )}
      </div>
      {asking ? (
        <Confirm
          title={t("unused.collect")}
          text={t("unused.collect.text")}
          action={t("unused.collect")}
          danger
          onConfirm={() => void collect()}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
