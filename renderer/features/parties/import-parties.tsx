import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  FilePick,
  Notice,
  readTextFile,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

type Source = { readonly fileName: string; readonly format: "bods" | "csv"; readonly text: string };
type Preview = {
  readonly parties: number;
  readonly links: number;
  readonly problems: readonly { readonly at: string; readonly problem: string }[];
};

const MOST_PROBLEMS = 50;

/** Shows what a file would bring before anything is kept. */
export function ImportParties({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [source, setSource] = useState<Source | undefined>(undefined);
  const [preview, setPreview] = useState<Preview | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const read = async (file: File) => {
    setError(undefined);
    setPreview(undefined);
    try {
      const text = await unwrap(readTextFile(file));
      const format = file.name.toLowerCase().endsWith(".csv") ? "csv" : "bods";
      const next: Source = { fileName: file.name, format, text };
      setPreview(await unwrap(client.parties.import({ ...next, commit: false })));
      setSource(next);
    } catch (fault) {
      setError(errorOf(fault));
    }
  };
  const commit = async () => {
    if (source === undefined) return;
    try {
      const done = await unwrap(client.parties.import({ ...source, commit: true }));
      invalidate(["parties"]);
      toasts.say(t("parties.import.done", { parties: done.parties, links: done.links }));
      onClose();
    } catch (fault) {
      setError(errorOf(fault));
    }
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.cancel")}</Button>
      <Button
        look="primary"
        disabled={preview === undefined || preview.parties + preview.links === 0}
        onClick={() => void commit()}
      >
        {t("parties.import.commit")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("parties.import.title")} onClose={onClose} foot={foot}>
      <div className="stack">
        <p className="muted">{t("parties.import.about")}</p>
        <FilePick
          label={t("evidence.choose")}
          accept=".json,.jsonl,.csv"
          onFile={(file) => void read(file)}
        />
        {error === undefined ? null : <ErrorNotice error={error} />}
        {preview === undefined ? null : (
          <Notice tone={preview.problems.length === 0 ? "good" : "warn"}>
            <span>
              {t("parties.import.preview", { parties: preview.parties, links: preview.links })}
            </span>
            {preview.problems.length === 0 ? null : (
              <strong>{t("parties.import.problems", { count: preview.problems.length })}</strong>
            )}
            <ul>
              {preview.problems.slice(0, MOST_PROBLEMS).map(({ at, problem }) => (
                <li key={`${at}-${problem}`}>{`${at}: ${problem}`}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
