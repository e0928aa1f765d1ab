import { useI18n } from "#i18n";
import { Button, ErrorNotice, errorOf, Skeleton, unwrap, useAnswer, useDesk, useToasts } from "#ui";

/** Whose libraries the program holds, and their licences. */
export function Licences() {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const about = useAnswer(["about"], async () => await desk.client.program.about({}));
  if (about.error !== null) return <ErrorNotice error={errorOf(about.error)} />;
  if (about.data === undefined) return <Skeleton />;
  const { libraries } = about.data;
  if (libraries.length === 0) return <p className="muted">{t("about.libraries.beside")}</p>;
  const save = async () => {
    try {
      await unwrap(desk.save(await unwrap(desk.client.program.licences({}))));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <div className="stack">
      <p>{t("about.libraries", { count: libraries.length })}</p>
      <div className="row">
        <Button icon="download" onClick={() => void save()}>
          {t("about.save")}
        </Button>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th>{t("about.library")}</th>
            <th>{t("about.licence")}</th>
          </tr>
        </thead>
        <tbody>
          {libraries.map(({ name, licence }) => (
            <tr key={name}>
              <td>
                <code>{name}</code>
              </td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
