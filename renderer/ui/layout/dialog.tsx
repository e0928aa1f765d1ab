import { type ReactNode, useEffect, useId, useRef } from "react";
import { useI18n } from "#i18n";
import { Button, IconButton } from "./button.tsx";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A window over the page, made of the platform's own dialog: it keeps the focus inside, closes on Escape, and gives the
 * focus back to where it came from.
 */
export function Dialog({ title, onClose, wide, foot, children }: Props) {
  const { t } = useI18n();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The platform would put the focus on the button that closes; a person came to fill something in.
    dialog
      ?.querySelector<HTMLElement>(
        ".dialog-body :is(input:not([type=file]), select, textarea):not(:disabled)",
      )
      ?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={t("screen.close")} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
      {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}

type ConfirmProps = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once more before something that cannot be undone. */
export function Confirm({ title, text, action, danger, onConfirm, onClose }: ConfirmProps) {
  const { t } = useI18n();
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.cancel")}</Button>
      <Button look={danger ? "danger" : "primary"} onClick={onConfirm}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} foot={foot}>
      <p>{text}</p>
    </Dialog>
  );
}
