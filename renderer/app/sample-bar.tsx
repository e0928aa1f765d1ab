import { useI18n } from "#i18n";
import { Button, Notice, useAnswer, useDesk, useInvalidate, useToasts } from "#ui";
import { SampleOrders } from "./sample-orders.tsx";
import { setTourStep } from "./tour-state.ts";

/** Says on every page that this is the workspace to play in, and leads out of it. */
export function SampleBar() {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const start = useAnswer(["start"], async () => await client.start.state({}));
  if (start.data === undefined || start.data.path !== start.data.sample) return null;
  const leave = async () => {
    const closed = await client.start.lock({});
    if (!closed.ok) return toasts.fail(closed.error);
    setTourStep(-1);
    invalidate(["start"]);
  };
  return (
    <>
      <SampleOrders />
      <Notice
        tone="info"
        action={
          <Button size="small" onClick={() => void leave()}>
            {t("welcome.sample.leave")}
          </Button>
        }
      >
        {t("welcome.sample.here")}
      </Notice>
    </>
  );
}
