import { useState } from "react";
import { useI18n } from "#i18n";
import { type Order, orderSchema } from "#shared/model";
import {
  Badge,
  Button,
  Dialog,
  type Draft,
  errorOf,
  jumpTo,
  momentText,
  savable,
  unwrap,
  useDesk,
  useDraftValue,
  useToasts,
} from "#ui";
import { labelKey } from "../sections/sections.ts";
import type { SaveState } from "./use-autosave.ts";

type Props = {
  readonly order: string;
  readonly draft: Draft<Order>;
  readonly saving: {
    readonly state: SaveState;
    readonly retry: () => void;
    readonly resume: (revision: number, saved: Order | undefined) => void;
  };
};

/** Says at any moment whether what is on the screen is also on the disk. */
export function SaveStatus({ order, draft, saving }: Props) {
  const { t } = useI18n();
  const { td } = useI18n();
  const waiting = useDraftValue(draft, (value) => savable(orderSchema, value).issues.length);
  const first = useDraftValue(draft, (value) => savable(orderSchema, value).issues[0]?.path);
  const isPartly = waiting > 0 && first !== undefined && saving.state.kind === "saved";
  return (
    <div className="save-status" role="status">
      {isPartly ? (
        <Badge tone="warn" icon="alert">
          {t("editor.save.except", { field: td(labelKey(`order.${first}`)), count: waiting })}
        </Badge>
      ) : (
        <StateBadge state={saving.state} />
      )}
      {waiting === 0 ? null : (
        <span className="small">{t("editor.save.incomplete", { count: waiting })}</span>
      )}
      {isPartly ? (
        <Button size="small" look="link" onClick={() => jumpTo(`order.${first}`)}>
          {t("editor.save.show")}
        </Button>
      ) : null}
      {saving.state.kind === "failed" ? (
        <Button size="small" onClick={saving.retry}>
          {t("screen.retry")}
        </Button>
      ) : null}
      {saving.state.kind === "conflict" ? (
        <Conflict order={order} draft={draft} resume={saving.resume} />
      ) : null}
    </div>
  );
}

function StateBadge({ state }: { readonly state: SaveState }) {
  const { t, te, lang } = useI18n();
  switch (state.kind) {
    case "saved":
      return (
        <Badge tone="good" icon="check">
          {state.at === undefined
            ? t("editor.save.saved")
            : t("editor.save.saved.at", { at: momentText(state.at, lang) })}
        </Badge>
      );
    case "waiting":
      return <Badge>{t("editor.save.waiting")}</Badge>;
    case "saving":
      return <Badge>{t("editor.save.saving")}</Badge>;
    case "conflict":
      return (
        <Badge tone="warn" icon="alert">
          {t("editor.save.conflict")}
        </Badge>
      );
    case "failed":
      return (
        <Badge tone="bad" icon="alert">
          {t("editor.save.failed", { why: te(state.error) })}
        </Badge>
      );
  }
}

type ConflictProps = Pick<Props, "order" | "draft"> & Pick<Props["saving"], "resume">;

/** Somebody saved another version meanwhile; a person chooses, nothing is overwritten unseen. */
function Conflict({ order, draft, resume }: ConflictProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [asking, setAsking] = useState(true);
  const decide = async (mine: boolean) => {
    setAsking(false);
    try {
      const stored = await unwrap(client.orders.get({ id: order }));
      if (!mine) draft.replace(stored.value);
      resume(stored.revision, mine ? undefined : stored.value);
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t("editor.conflict.decide")}
      </Button>
    );
  const foot = (
    <>
      <Button onClick={() => setAsking(false)}>{t("editor.conflict.later")}</Button>
      <Button onClick={() => void decide(false)}>{t("editor.conflict.theirs")}</Button>
      <Button look="primary" onClick={() => void decide(true)}>
        {t("editor.conflict.mine")}
      </Button>
    </>
  );
  return (
    <Dialog title={t("editor.conflict.title")} onClose={() => setAsking(false)} foot={foot}>
      <p>{t("editor.conflict.text")}</p>
    </Dialog>
  );
}
