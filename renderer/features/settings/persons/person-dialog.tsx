import { useI18n } from "#i18n";
import { appError, err, ok } from "#shared/kernel";
import { type Person, personRoles, personSchema } from "#shared/model";
import { type FieldSpec, Fields, f, newId, RecordDialog, type RecordTarget, useDesk } from "#ui";

const personFields: readonly FieldSpec[] = [
  f.line("name"),
  f.line("nameEn"),
  f.line("title"),
  f.choices("roles", personRoles, "person.role"),
];

type Props = {
  readonly target: RecordTarget;
  readonly onDone: (id: string | undefined) => void;
};

/** The editor of one colleague. */
export function PersonDialog({ target, onDone }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  return (
    <RecordDialog<Person>
      title={t("settings.persons.edit")}
      nameOf={(value) => value.name}
      target={target}
      schema={personSchema}
      load={async (id) => {
        const all = await client.persons.list({});
        if (!all.ok) return all;
        const found = all.value.find((item) => item.value.id === id);
        return found === undefined ? err(appError("not-found", { id })) : ok(found);
      }}
      fresh={(name) => ({ id: newId("psn"), name, roles: ["drafter"] })}
      save={(value, revision) => client.persons.save({ value, revision })}
      address={(path, value) => `persons.${value.id}.${path}`}
      stale={[["persons"]]}
      onDone={onDone}
    >
      {() => <Fields specs={personFields} of="person" />}
    </RecordDialog>
  );
}
