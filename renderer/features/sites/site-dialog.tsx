import { useI18n } from "#i18n";
import { type Site, siteSchema } from "#shared/model";
import { Fields, newId, RecordDialog, type RecordTarget, useDesk } from "#ui";
import { siteFields } from "./site-fields.ts";

type Props = {
  readonly target: RecordTarget;
  readonly onDone: (id: string | undefined) => void;
};

/** The editor of one site. */
export function SiteDialog({ target, onDone }: Props) {
  const { t, lang, pick } = useI18n();
  const { client } = useDesk();
  return (
    <RecordDialog<Site>
      title={t("sites.edit")}
      nameOf={(value) => pick(value.names)}
      target={target}
      schema={siteSchema}
      load={(id) => client.sites.get({ id })}
      fresh={(name) => ({ id: newId("ste"), names: name === "" ? {} : { [lang]: name } })}
      save={(value, revision) => client.sites.save({ value, revision })}
      address={(path, value) => `sites.${value.id}.${path}`}
      stale={[["sites"], ["completeness"], ["check"]]}
      onDone={onDone}
    >
      {() => <Fields specs={siteFields} of="site" />}
    </RecordDialog>
  );
}
