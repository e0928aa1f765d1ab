import { useState } from "react";
import { useI18n } from "#i18n";
import { Button, Dialog, Field, withoutDirections } from "#ui";

type Props = {
  readonly busy: boolean;
  readonly onCreate: (title: string) => void;
  readonly onClose: () => void;
};

/** Asks for nothing but a working title; everything else is filled in later. */
export function NewOrder({ busy, onCreate, onClose }: Props) {
  const { t } = useI18n();
  const [title, setTitle] = useState("");
  const ready = title.trim() !== "" && !busy;
  return (
    <Dialog title={t("screen.orders.new")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onCreate(title.trim());
        }}
      >
        <Field label={t("screen.orders.title")} hint={t("screen.orders.title.hint")}>
          {(ids) => (
            <input
              id={ids.id}
              className="input"
              aria-describedby={ids.describedBy}
              maxLength={400}
              value={title}
              onChange={(event) => setTitle(withoutDirections(event.target.value))}
            />
          )}
        </Field>
        <div className="row">
          <Button submit look="primary" disabled={!ready}>
            {t("screen.create")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
