import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { Button, ErrorNotice, errorOf, Notice, Skeleton, useAnswer, useDesk, usePlace } from "#ui";
import { BuildForm } from "./build-form.tsx";
import { PacketCard } from "./packet-card.tsx";
import "./packets.css";
import { SealDialog } from "./seal-dialog.tsx";
import { SignedPapers } from "./signed-papers.tsx";
import { SinceSeal } from "./since-seal.tsx";

type Props = { readonly order: string; readonly onJump: (path: string) => void };

/** Builds packets of one order, and lists those that were built. */
export function PacketsPanel({ order, onJump }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [sealing, setSealing] = useState(false);
  // A link may ask for the seal; each wish opens the dialog once.
  const wish = usePlace().query.get("seal");
  useEffect(() => {
    if (wish !== null) setSealing(true);
  }, [wish]);
  const packets = useAnswer(["packets", order], async () => await client.packets.list({ order }));
  const missing = useAnswer(
    ["completeness", order],
    async () => await client.check.completeness({ order }),
  );
  const items = packets.data?.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt)) ?? [];
  const sealed = items.some((packet) => packet.seal !== undefined);
  return (
    <div className="stack">
      <Notice tone="info">
        <strong>{t("app.notice.material")}</strong>
      </Notice>
      {missing.data === undefined ? null : (
        <BuildForm order={order} completeness={missing.data} onJump={onJump} />
      )}
      {missing.error === null ? null : <ErrorNotice error={errorOf(missing.error)} />}
      {missing.isPending ? <Skeleton /> : null}
      <SinceSeal order={order} />
      <SignedPapers order={order} />
      <section className="card stack">
        <div className="card-head">
          <h2>{t("packets.list")}</h2>
          <Button icon="lock" onClick={() => setSealing(true)}>
            {t(sealed ? "packets.seal.again" : "packets.seal")}
          </Button>
        </div>
        {packets.error === null ? null : <ErrorNotice error={errorOf(packets.error)} />}
        {packets.data?.length === 0 ? <p className="muted">{t("packets.none")}</p> : null}
        {items.map((packet) => (
          <PacketCard key={packet.id} packet={packet} />
        ))}
      </section>
      {sealing ? (
        <SealDialog order={order} again={sealed} onClose={() => setSealing(false)} />
      ) : null}
    </div>
  );
}
