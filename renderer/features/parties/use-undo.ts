import { useI18n } from "#i18n";
import { errorOf, unwrap, useDesk, useInvalidate, useToasts } from "#ui";

/** Makes the undo of a message out of the desk's token; nothing to undo without one. */
export function useUndo(): (token: string | undefined) => (() => void) | undefined {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  return (token) => {
    if (token === undefined) return undefined;
    const back = async () => {
      try {
        await unwrap(client.parties.undo({ token }));
        invalidate(["parties"], ["ownership"], ["orders"], ["order"], ["sites"]);
        toasts.say(t("parties.undone"));
      } catch (fault) {
        toasts.fail(errorOf(fault));
      }
    };
    return () => void back();
  };
}
