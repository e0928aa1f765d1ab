import { useState } from "react";
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
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";

type Props = { readonly keep: string; readonly onClose: () => void };

/** Makes two entries one, after showing everything that would change. */
export function MergeParties({ keep, onClose }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [drop, setDrop] = useState("");
  const [moved, setMoved] = useState<readonly string[] | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const ask = async (other: string, commit: boolean) => {
    setError(undefined);
    try {
      const result = await unwrap(client.parties.merge({ keep, drop: other, commit }));
      if (!commit) return setMoved(result.moved);
      invalidate(["parties"], ["orders"], ["order"], ["sites"]);
      toasts.say(t("parties.merged"));
      onClose();
    } catch (fault) {
      setError(errorOf(fault));
    }
  };
  const choose = (id: string | undefined) => {
    setDrop(id ?? "");
    setMoved(undefined);
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
        <p>{t("parties.merge.text")}</p>
        <Field label={t("screen.kind.party")}>
          {(ids) => (
            <EntryControl ids={ids} disabled={false} book="party" value={drop} onChange={choose} />
          )}
        </Field>
        {error === undefined ? null : <ErrorNotice error={error} />}
        {moved === undefined ? null : (
          <Notice>
            <span>{t("parties.merge.preview", { count: moved.length })}</span>
            <ul>
              {moved.map((place) => (
                <li key={place}>
                  <code>{place}</code>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
