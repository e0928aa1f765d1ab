import { useI18n } from "#i18n";
import {
  ActDialog,
  type ActEntered,
  ErrorNotice,
  errorOf,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { PreviewTable } from "./lookup-preview.tsx";

type Props = {
  readonly order: string;
  readonly entry: { readonly id: string; readonly person?: string | undefined };
  readonly asOf: string;
  /** Confirms it, or takes the confirmation back. */
  readonly holds: boolean;
  readonly onClose: () => void;
};

/** A second person signs that an entry holds, having seen what that moves; or that it holds no longer. */
export function ConfirmLookup({ order, entry, asOf, holds, onClose }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const register = useAnswer(["register"], async () => await client.persons.register({}));
  const preview = useAnswer(
    ["check", order, "lookup-preview", asOf, entry.id],
    async () => await client.lookups.preview({ order, asOf, id: entry.id }),
  );
  const sign = async ({ hand, reason }: ActEntered) => {
    const said = reason === "" ? {} : { reason };
    const done = await client.lookups.confirm({ order, id: entry.id, holds, ...hand, ...said });
    if (!done.ok) return done;
    for (const one of done.value.orders) invalidate(["check", one], ["readiness", one]);
    invalidate(["lookups"]);
    toasts.say(t("lookup.signed", { count: done.value.orders.length }));
    return done;
  };
  const alone = register.data?.onePerson !== undefined;
  return (
    <ActDialog
      title={t(holds ? "lookup.confirm.title" : "lookup.withdraw")}
      about={t(holds ? "lookup.confirm.about" : "lookup.withdraw.about")}
      submit={t("act.sign")}
      without={alone || entry.person === undefined ? [] : [entry.person]}
      reasoned={!holds}
      onSign={sign}
      onClose={onClose}
    >
      {preview.error === null ? null : <ErrorNotice error={errorOf(preview.error)} />}
      {preview.data === undefined ? null : <PreviewTable preview={preview.data} />}
    </ActDialog>
  );
}
