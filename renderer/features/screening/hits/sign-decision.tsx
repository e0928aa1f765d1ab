import { useI18n } from "#i18n";
import { ActDialog, useDesk, useInvalidate, useToasts } from "#ui";
import type { Hit } from "./hit.ts";

type Props = { readonly order: string; readonly hit: Hit; readonly onClose: () => void };

/** A person stands behind "not this party" with a key; it counts once two independent persons do. */
export function SignDecision({ order, hit, onClose }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const { decision, signedBy = [] } = hit;
  if (decision === undefined) return null;
  return (
    <ActDialog
      title={`${hit.query} ↔ ${hit.name}`}
      about={t("check.screening.sign.about", { reason: decision.reason })}
      submit={t("check.screening.sign")}
      without={signedBy.map(({ person }) => person)}
      onSign={async ({ hand }) => {
        const done = await client.lists.sign({ order, id: decision.id, holds: true, ...hand });
        if (done.ok) {
          invalidate(["check", order], ["screening", order], ["order", order], ["readiness"]);
          toasts.say(t("act.signed"));
        }
        return done;
      }}
      onClose={onClose}
    />
  );
}
