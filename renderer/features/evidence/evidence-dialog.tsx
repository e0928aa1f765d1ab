import { useI18n } from "#i18n";
import { appError, err, ok } from "#shared/kernel";
import { type Evidence, evidenceSchema } from "#shared/model";
import { bytesText, Fields, RecordDialog, type RecordTarget, useDesk } from "#ui";
import { AddEvidence } from "./add-evidence.tsx";
import { evidenceFields } from "./evidence-fields.ts";

type Props = {
  readonly target: RecordTarget;
  readonly onDone: (id: string | undefined) => void;
};

/** The editor of one piece of evidence; without an id it first takes a file. */
export function EvidenceDialog({ target, onDone }: Props) {
  const { t, pick } = useI18n();
  const { client } = useDesk();
  if (target.id === undefined) return <AddEvidence name={target.name ?? ""} onDone={onDone} />;
  return (
    <RecordDialog<Evidence>
      title={t("evidence.edit")}
      nameOf={(value) => pick(value.title) || value.fileName}
      target={target}
      schema={evidenceSchema}
      load={async (id) => {
        const all = await client.evidence.list({});
        if (!all.ok) return all;
        const found = all.value.find((item) => item.value.id === id);
        return found === undefined ? err(appError("not-found", { id })) : ok(found);
      }}
      fresh={() => {
        throw new Error("evidence begins with a file");
      }}
      save={(value, revision) => client.evidence.save({ value, revision })}
      address={(path, value) => `evidence.${value.id}.${path}`}
      stale={[["evidence"], ["completeness"], ["check"]]}
      onDone={onDone}
    >
      {(draft) => {
        const { fileName, bytes, mediaType, sha256 } = draft.get();
        return (
          <>
            <p className="muted">
              {`${fileName} · ${mediaType} · ${bytesText(bytes)} · SHA-256 `}
              <code>{sha256}</code>
            </p>
            <Fields specs={evidenceFields} of="evidence" />
          </>
        );
      }}
    </RecordDialog>
  );
}
