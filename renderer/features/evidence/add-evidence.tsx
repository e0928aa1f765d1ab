import { useState } from "react";
import { useI18n } from "#i18n";
import { type AppError, appError } from "#shared/kernel";
import { EVIDENCE_LIMIT, evidenceKinds, evidenceSides } from "#shared/model";
import {
  Button,
  bytesText,
  ChoiceControl,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  FilePick,
  TextControl,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

type Props = { readonly name: string; readonly onDone: (id: string | undefined) => void };

/** Takes a file into the evidence store: which file, what it is, who may see it. */
export function AddEvidence({ name, onDone }: Props) {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [title, setTitle] = useState(name);
  const [kind, setKind] = useState("");
  const [side, setSide] = useState("internal");
  const [sent, setSent] = useState<number | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const busy = sent !== undefined;
  const send = async (chosen: File) => {
    setError(undefined);
    if (chosen.size > EVIDENCE_LIMIT)
      return setError(
        appError("evidence-too-large", {
          fileName: chosen.name,
          size: bytesText(chosen.size),
          limit: bytesText(EVIDENCE_LIMIT),
        }),
      );
    setSent(0);
    try {
      const { grant } = await unwrap(desk.upload(chosen, chosen.name, { onProgress: setSent }));
      const added = await unwrap(
        desk.client.evidence.add({
          grant,
          kind,
          side,
          ...(title.trim() === "" ? {} : { title: title.trim() }),
        }),
      );
      invalidate(["evidence"]);
      toasts.say(
        added.nameSays === undefined
          ? t("evidence.added", { name: chosen.name })
          : t("evidence.added.otherwise", { name: chosen.name, found: added.value.mediaType }),
      );
      if (added.known === true) toasts.say(t("evidence.known.already"));
      onDone(added.value.id);
    } catch (fault) {
      setError(errorOf(fault));
      setSent(undefined);
    }
  };
  return (
    <Dialog title={t("evidence.upload")} onClose={() => onDone(undefined)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== undefined && kind !== "" && !busy) void send(file);
        }}
      >
        {error === undefined ? null : <ErrorNotice error={error} />}
        <div className="row">
          <FilePick
            label={t("evidence.choose")}
            disabled={busy}
            onFile={(chosen) => {
              setFile(chosen);
              if (title === "") setTitle(chosen.name.replace(/\.[^.]+$/, ""));
            }}
          />
          {file === undefined ? null : <span>{`${file.name} (${bytesText(file.size)})`}</span>}
        </div>
        <div className="form-grid">
          <Field label={t("field.evidence.title")} wide>
            {(ids) => (
              <TextControl
                ids={ids}
                disabled={busy}
                value={title}
                onChange={(next) => setTitle(next ?? "")}
              />
            )}
          </Field>
          <Field label={t("field.evidence.kind")}>
            {(ids) => (
              <ChoiceControl
                ids={ids}
                disabled={busy}
                value={kind}
                options={evidenceKinds}
                words="evidence.kind"
                onChange={(next) => setKind(next ?? "")}
              />
            )}
          </Field>
          <Field label={t("field.evidence.side")}>
            {(ids) => (
              <ChoiceControl
                ids={ids}
                disabled={busy}
                value={side}
                options={evidenceSides}
                words="evidence.side"
                onChange={(next) => setSide(next ?? "internal")}
              />
            )}
          </Field>
        </div>
        {busy && file !== undefined ? (
          <label className="stack-tight">
            {t("evidence.uploading", { done: bytesText(sent), total: bytesText(file.size) })}
            <progress className="progress" value={sent} max={Math.max(file.size, 1)} />
          </label>
        ) : null}
        <div className="row">
          <Button submit look="primary" disabled={file === undefined || kind === "" || busy}>
            {t("evidence.take")}
          </Button>
          <Button onClick={() => onDone(undefined)}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
