import { useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import type { CsvMapping } from "#shared/ownership";
import {
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  FilePick,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { useUndo } from "../use-undo.ts";
import { ImportColumns } from "./import-columns.tsx";
import { type ImportOutcome, ImportPreview } from "./import-preview.tsx";
import { type ChosenFile, readChosen } from "./read-file.ts";

type Wishes = { readonly mapping?: CsvMapping; readonly sheet?: number };

/** Shows what a file would bring before anything is kept; what was brought can be taken back. */
export function ImportParties({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const undo = useUndo();
  const [source, setSource] = useState<ChosenFile | undefined>(undefined);
  const [wishes, setWishes] = useState<Wishes>({});
  const [outcome, setOutcome] = useState<ImportOutcome | undefined>(undefined);
  const [skip, setSkip] = useState(false);
  const [busy, setBusy] = useState(false);
  const [writing, setWriting] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  // Answers of an earlier choice must not overwrite those of a later one.
  const turn = useRef(0);

  const attempt = async (work: () => Promise<void>) => {
    setError(undefined);
    setBusy(true);
    try {
      await work();
    } catch (fault) {
      setError(errorOf(fault));
    }
    setWriting(false);
    setBusy(false);
  };
  const look = async (chosen: ChosenFile, wanted: Wishes) => {
    turn.current += 1;
    const mine = turn.current;
    setWishes(wanted);
    setSkip(false);
    const found = await unwrap(client.parties.import({ ...chosen, ...wanted, commit: false }));
    if (mine === turn.current) setOutcome(found);
  };
  const choose = (file: File) =>
    attempt(async () => {
      setOutcome(undefined);
      setSource(undefined);
      const chosen = await unwrap(readChosen(file));
      setSource(chosen);
      await look(chosen, {});
    });
  const commit = () =>
    attempt(async () => {
      if (source === undefined) return;
      setWriting(true);
      const done = await unwrap(
        client.parties.import({ ...source, ...wishes, skipRefused: skip, commit: true }),
      );
      if (!done.committed) return setOutcome(done);
      invalidate(["parties"], ["ownership"]);
      const { parties, links, changed } = done;
      toasts.say(t("parties.import.done", { parties, links, changed }), undo(done.undo));
      onClose();
    });

  const writes = outcome === undefined ? 0 : outcome.parties + outcome.links + outcome.changed;
  const blocked = outcome !== undefined && outcome.refused > 0 && !skip;
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.cancel")}</Button>
      <Button
        look="primary"
        disabled={busy || writes === 0 || blocked}
        onClick={() => void commit()}
      >
        {t("parties.import.commit")}
      </Button>
    </>
  );
  const table = outcome?.table;
  return (
    <Dialog title={t("parties.import.title")} onClose={onClose} foot={foot} wide>
      <div className="stack">
        <p className="muted">{t("parties.import.about")}</p>
        <div className="row">
          <FilePick
            label={t("evidence.choose")}
            accept=".json,.jsonl,.csv,.xlsx"
            disabled={busy}
            onFile={(file) => void choose(file)}
          />
          {source === undefined ? null : <strong>{source.fileName}</strong>}
        </div>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {busy && source !== undefined && outcome === undefined ? (
          <p role="status">{t("parties.import.reading", { file: source.fileName })}</p>
        ) : null}
        {writing ? <p role="status">{t("parties.import.writing")}</p> : null}
        {table === undefined || source === undefined ? null : (
          <>
            {table.sheets.length < 2 ? null : (
              <Field label={t("parties.import.sheet")}>
                {({ id }) => (
                  <select
                    id={id}
                    className="input"
                    value={table.sheet}
                    onChange={(event) =>
                      void attempt(() => look(source, { sheet: Number(event.target.value) }))
                    }
                  >
                    {table.sheets.map((name, at) => (
                      <option key={name} value={at}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
            <ImportColumns
              headers={table.headers}
              sample={table.sample}
              mapping={wishes.mapping ?? table.mapping}
              onChange={(mapping) => void attempt(() => look(source, { ...wishes, mapping }))}
            />
          </>
        )}
        {outcome === undefined ? null : (
          <>
            <ImportPreview outcome={outcome} />
            {outcome.refused === 0 || writes === 0 ? null : (
              <label className="choice">
                <input
                  type="checkbox"
                  checked={skip}
                  onChange={(event) => setSkip(event.target.checked)}
                />
                {t("parties.import.skip", { count: outcome.refused })}
              </label>
            )}
            {writes === 0 && outcome.refused === 0 ? (
              <p className="muted">{t("parties.import.nothing")}</p>
            ) : null}
          </>
        )}
      </div>
    </Dialog>
  );
}
