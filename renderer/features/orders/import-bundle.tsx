import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Badge,
  Button,
  bytesText,
  Dialog,
  ErrorNotice,
  errorOf,
  goTo,
  momentText,
  Notice,
  type Tone,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { BundleComparison } from "./bundle-comparison.tsx";
import type { BundlePreview } from "./use-bundle.ts";

type Entry = BundlePreview["documents"][number];
type Choice = "mine" | "theirs" | "both";
type Props = { readonly preview: BundlePreview; readonly onClose: () => void };

const tones: Readonly<Record<Entry["state"], Tone>> = {
  new: "good",
  same: "plain",
  differs: "warn",
  "in-bin": "warn",
  refused: "bad",
};

const keyOf = ({ book, id }: Entry) => `${book}/${id}`;

/** A colleague's bundle before it is taken in: what is new, what differs, and which side stands where both have it. */
export function ImportBundle({ preview, onClose }: Props) {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [choose, setChoose] = useState<Readonly<Record<string, Choice>>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const { documents, evidence } = preview;
  const size = evidence.reduce((total, { bytes }) => total + bytes, 0);
  const refused = documents.some(({ state }) => state === "refused");
  const undo = async (number: number) => {
    const undone = await client.trash.undo({ number });
    if (!undone.ok) return toasts.fail(undone.error);
    invalidate([]);
    toasts.say(t("trash.undone"));
  };
  const take = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const done = await unwrap(client.bundles.import({ bundle: preview.bundle, choose }));
      const { saved, evidence: files, undo: number } = done;
      invalidate([]);
      if (saved.length === 0) toasts.say(t("bundle.nothing"));
      else
        toasts.say(
          t("bundle.taken", { saved: saved.length, evidence: files }),
          number === undefined ? undefined : () => void undo(number),
        );
      onClose();
      const order =
        saved.find(({ book }) => book === "orders") ??
        documents.find(({ book }) => book === "orders");
      if (order !== undefined) goTo(["orders", order.id, "edit"]);
    } catch (fault) {
      setError(errorOf(fault));
      setBusy(false);
    }
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.cancel")}</Button>
      <Button look="primary" disabled={busy || refused} onClick={() => void take()}>
        {t("bundle.take")}
      </Button>
    </>
  );
  return (
    <Dialog
      wide
      title={t("bundle.title", { name: preview.fileName })}
      onClose={onClose}
      foot={foot}
    >
      <div className="stack">
        <p>
          {t("bundle.from", {
            by: preview.by === "" ? t("history.nobody") : preview.by,
            at: momentText(preview.at, lang),
            from: t(preview.own ? "bundle.from.own" : "bundle.from.other"),
          })}
        </p>
        <Notice>{t("bundle.about")}</Notice>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <p className="muted">
          {t("bundle.evidence", {
            count: evidence.length,
            size: bytesText(size),
            known: evidence.filter(({ known }) => known).length,
          })}
        </p>
        {preview.notTaken.length === 0 ? null : (
          <Notice tone="warn">
            {t("bundle.notTaken", {
              count: preview.notTaken.length,
              names: preview.notTaken.slice(0, 8),
            })}
          </Notice>
        )}
        <ul className="plain-list stack-tight">
          {documents.map((entry) => (
            <EntryRow
              key={keyOf(entry)}
              bundle={preview.bundle}
              entry={entry}
              choice={choose[keyOf(entry)] ?? "mine"}
              onChoose={(choice) => setChoose((all) => ({ ...all, [keyOf(entry)]: choice }))}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

type RowProps = {
  readonly bundle: string;
  readonly entry: Entry;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
};

function EntryRow({ bundle, entry, choice, onChoose }: RowProps) {
  const { t, td } = useI18n();
  const [comparing, setComparing] = useState(false);
  const { book, name, state, why } = entry;
  // In the trash there is no version of mine that could stand beside theirs.
  const choices: readonly Choice[] =
    state === "in-bin" ? ["mine", "both"] : ["mine", "theirs", "both"];
  const contested = state === "differs" || state === "in-bin";
  return (
    <li className="entry stack-tight">
      <div className="row">
        <span className="muted">{td(`screen.kind.${book}`)}</span>
        <strong>{name}</strong>
        <Badge tone={tones[state]}>{t(`bundle.state.${state}`)}</Badge>
        <span className="grow" />
        {state === "differs" ? (
          <Button size="small" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
            {t("bundle.compare")}
          </Button>
        ) : null}
        {contested ? (
          <select
            className="input"
            aria-label={t("bundle.choice", { name })}
            value={choice}
            onChange={(event) => {
              const chosen = choices.find((one) => one === event.target.value);
              if (chosen !== undefined) onChoose(chosen);
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {t(`bundle.choice.${one}`)}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {why === undefined ? null : <ErrorNotice error={{ code: why, params: { id: entry.id } }} />}
      {comparing ? <BundleComparison bundle={bundle} entry={entry} /> : null}
    </li>
  );
}
