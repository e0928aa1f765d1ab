import { useI18n } from "#i18n";
import { Button, ErrorNotice, errorOf, Skeleton, unwrap, useAnswer, useDesk, useToasts } from "#ui";

/** Shows every line that would be saved, and saves exactly that. */
export function Diagnostics() {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const diagnostics = useAnswer(
    ["diagnostics"],
    async () => await desk.client.program.diagnostics({}),
    { fresh: true },
  );
  if (diagnostics.error !== null) return <ErrorNotice error={errorOf(diagnostics.error)} />;
  if (diagnostics.data === undefined) return <Skeleton />;
  const { text, grant, fileName } = diagnostics.data;
  const save = async () => {
    try {
      const { saved } = await unwrap(desk.save({ grant, fileName }));
      if (saved) toasts.say(t("screen.saved"));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
    // The grant is used up: what is shown next comes with its own.
    await diagnostics.refetch();
  };
  return (
    <div className="stack">
      <p>{t("diagnostics.about")}</p>
      <div className="row">
        <Button icon="download" onClick={() => void save()}>
          {t("diagnostics.save")}
        </Button>
      </div>
      <textarea
        className="input about-text"
        readOnly
        aria-label={t("diagnostics.text")}
        value={text}
      />
    </div>
  );
}
