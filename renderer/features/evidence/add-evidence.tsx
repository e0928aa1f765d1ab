import { useState } from "react";
import { useI18n } from "#i18n";
import { type AppError, appError } from "#shared/kernel";
import { EVIDENCE_LIMIT, type Evidence, evidenceKinds, evidenceSides } from "#shared/model";
import {
  Button,
  bytesText,
  ChoiceControl,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  FilePick,
  Notice,
  TextControl,
  unwrap,
  useBooks,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

type Twin = { readonly added: Evidence; readonly same: readonly Evidence[] };

type KnownProps = {
  readonly twin: Twin;
  readonly error: AppError | undefined;
  readonly onUse: (known: Evidence) => void;
  readonly onBoth: () => void;
};

/** Says that the content was here already, and lets the person use the entry that has it. */
function KnownContent({ twin, error, onUse, onBoth }: KnownProps) {
  const { t, td, pick } = useI18n();
  const books = useBooks();
  return (
    <Dialog title={t("evidence.known.title")} onClose={onBoth}>
      <div className="stack">
        {error === undefined ? null : <ErrorNotice error={error} />}
        <Notice tone="info" role="status">
          {t("evidence.known.already")}
        </Notice>
        <ul className="plain-list stack">
          {twin.same.map((known) => (
            <li key={known.id} className="entry row">
              <span className="grow">
                {[
                  pick(known.title) || known.fileName,
                  td(`evidence.kind.${known.kind}`),
                  td(`evidence.side.${known.side}`),
                ].join(" · ")}
              </span>
              <Button onClick={() => void books.open("evidence", { id: known.id })}>
                {t("evidence.known.look")}
              </Button>
              <Button look="primary" onClick={() => onUse(known)}>
                {t("evidence.known.use")}
              </Button>
            </li>
          ))}
        </ul>
        <div className="row">
          <Button onClick={onBoth}>{t("evidence.known.both")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

type Props = { readonly name: string; readonly onDone: (id: string | undefined) => void };

type About = { readonly title: string; readonly kind: string; readonly side: string };

/** Sends the file and files it; what was here already under another entry comes back as a twin. */
function useTaking(onDone: Props["onDone"]) {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [sent, setSent] = useState<number | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  /** What was added although its content was here already, and the entries that have it. */
  const [twin, setTwin] = useState<Twin | undefined>(undefined);
  const sameContent = async ({ id, sha256 }: Evidence) => {
    const all = await unwrap(desk.client.evidence.list({}));
    return all.flatMap(({ value }) => (value.sha256 === sha256 && value.id !== id ? [value] : []));
  };
  const takeKnown = async (known: Evidence, spare: Evidence) => {
    try {
      await unwrap(desk.client.evidence.remove({ id: spare.id }));
      invalidate(["evidence"]);
      onDone(known.id);
    } catch (fault) {
      setError(errorOf(fault));
    }
  };
  const send = async (chosen: File, { title, kind, side }: About) => {
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
      const same = added.known === true ? await sameContent(added.value) : [];
      if (same.length === 0) {
        toasts.say(
          added.nameSays === undefined
            ? t("evidence.added", { name: chosen.name })
            : t("evidence.added.otherwise", { name: chosen.name, found: added.value.mediaType }),
        );
        return onDone(added.value.id);
      }
      setTwin({ added: added.value, same });
      setSent(undefined);
    } catch (fault) {
      setError(errorOf(fault));
      setSent(undefined);
    }
  };
  return { sent, error, twin, send, takeKnown };
}

/** Takes a file into the evidence store: which file, what it is, who may see it. */
export function AddEvidence({ name, onDone }: Props) {
  const { t } = useI18n();
  const { sent, error, twin, send, takeKnown } = useTaking(onDone);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [title, setTitle] = useState(name);
  const [kind, setKind] = useState("");
  const [side, setSide] = useState("internal");
  const busy = sent !== undefined;
  if (twin !== undefined)
    return (
      <KnownContent
        twin={twin}
        error={error}
        onUse={(known) => void takeKnown(known, twin.added)}
        onBoth={() => onDone(twin.added.id)}
      />
    );
  return (
    <Dialog title={t("evidence.upload")} onClose={() => onDone(undefined)}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== undefined && kind !== "" && !busy) void send(file, { title, kind, side });
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
