import { useI18n } from "#i18n";
import { Button, Dialog } from "#ui";
import type { SeenOrder } from "./use-handed-order.ts";

type Props = {
  readonly seen: SeenOrder;
  readonly onTake: () => void;
  readonly onClose: () => void;
};

/** What a file holds that somebody opened by a double click: nothing of it is imported before a person says so. */
export function LookIntoOrder({ seen, onTake, onClose }: Props) {
  const { t } = useI18n();
  const { file, title, counts } = seen;
  const foot = (
    <>
      <Button onClick={onClose}>{t("screen.orders.look.stop")}</Button>
      <Button look="primary" onClick={onTake}>
        {t("screen.orders.look.take")}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t("screen.orders.look.title", { name: file.name })}
      onClose={onClose}
      foot={foot}
    >
      <p>{t("screen.orders.look.text", { title, ...counts })}</p>
    </Dialog>
  );
}
