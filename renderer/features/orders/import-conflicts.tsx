import { useI18n } from "#i18n";
import { Button, Dialog } from "#ui";

type Props = {
  readonly conflicts: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
  }[];
  readonly onDecide: (choice: "keep-mine" | "take-theirs") => void;
  readonly onClose: () => void;
};

/** The file brings entries that this workspace has too, with other content; nothing is imported until a person says which to keep. */
export function ImportConflicts({ conflicts, onDecide, onClose }: Props) {
  const { t, td } = useI18n();
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.orders.conflict.stop")}</Button>
      <Button onClick={() => onDecide("take-theirs")}>{t("screen.orders.conflict.theirs")}</Button>
      <Button look="primary" onClick={() => onDecide("keep-mine")}>
        {t("screen.orders.conflict.mine")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("screen.orders.conflict.title")} onClose={onClose} foot={foot}>
      <div className="stack">
        <p>{t("screen.orders.conflict.text", { count: conflicts.length })}</p>
        <ul>
          {conflicts.map(({ kind, id, name }) => (
            <li key={`${kind}-${id}`}>
              {t("screen.orders.conflict.entry", { kind: td(`screen.kind.${kind}`), name })}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
