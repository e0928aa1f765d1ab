import { useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Button,
  Dialog,
  EntryControl,
  ErrorNotice,
  errorOf,
  Field,
  Notice,
  unwrap,
  useBooks,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { useUndo } from "./use-undo.ts";

type Props = { readonly keep: string; readonly onClose: () => void };
type Moved = {
  readonly book: "orders" | "parties" | "sites";
  readonly id: string;
  readonly name: string;
};

/** Makes two entries one, after showing everything that would change; it can be taken back. */
export function MergeParties({ keep, onClose }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const undo = useUndo();
  const [drop, setDrop] = useState("");
  const [moved, setMoved] = useState<readonly Moved[] | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const turn = useRef(0);
  const nameOf = (id: string) =>
    books.entries("party").find((entry) => entry.id === id)?.label ?? id;
  const ask = async (other: string, commit: boolean) => {
    setError(undefined);
    turn.current += 1;
    const mine = turn.current;
    try {
      const result = await unwrap(client.parties.merge({ keep, drop: other, commit }));
      if (mine !== turn.current) return;
      if (!commit) return setMoved(result.moved);
      invalidate(["parties"], ["ownership"], ["orders"], ["order"], ["sites"]);
      toasts.say(t("parties.merged"), undo(result.undo));
      onClose();
    } catch (fault) {
      setError(errorOf(fault));
    }
  };
  const choose = (id: string | undefined) => {
    setDrop(id ?? "");
    setMoved(undefined);
    setError(undefined);
    if (id !== undefined) void ask(id, false);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.cancel")}</Button>
      <Button
        look="primary"
        disabled={moved === undefined || drop === keep}
        onClick={() => void ask(drop, true)}
      >
        {t("parties.merge.commit")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("parties.merge.title")} onClose={onClose} foot={foot}>
      <div className="stack">
        <p>{t("parties.merge.text", { name: nameOf(keep) })}</p>
        <Field label={t("parties.merge.other")}>
          {(ids) => (
            <EntryControl ids={ids} disabled={false} book="party" value={drop} onChange={choose} />
          )}
        </Field>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {moved === undefined ? null : (
          <Notice>
            <span>{t("parties.merge.preview", { count: moved.length })}</span>
            <ul>
              {moved.map(({ book, id, name }) => (
                <li key={id}>{`${t(`screen.nav.${book}`)} · ${name}`}</li>
              ))}
            </ul>
            <span>{t("parties.merge.drop", { name: nameOf(drop) })}</span>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
