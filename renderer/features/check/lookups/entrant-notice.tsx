import { useI18n } from "#i18n";
import { hrefOf, Notice, useAnswer, useDesk } from "#ui";

/** Says before the work is done that nobody can confirm what is put in while nobody is signed in. */
export function EntrantNotice() {
  const { t } = useI18n();
  const { client } = useDesk();
  const register = useAnswer(["register"], async () => await client.persons.register({}));
  if (register.data === undefined || register.data.signedIn !== undefined) return null;
  if (register.data.onePerson !== undefined) return null;
  return (
    <Notice
      tone="warn"
      action={
        <a className="button button-small" href={hrefOf(["settings", "persons"])}>
          {t("persons.signin")}
        </a>
      }
    >
      {t("lookup.entrant.nobody")}
    </Notice>
  );
}
