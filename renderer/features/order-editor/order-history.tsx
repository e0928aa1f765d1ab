import { useI18n } from "#i18n";
import { type FieldNames, useAnswer, useDesk, VersionHistory, wordsOfSpecs } from "#ui";
import * as specs from "./sections/sections.ts";

const lists = [
  specs.deliveryRows,
  specs.rateRows,
  specs.useRowsSpec,
  specs.tenantRows,
  specs.remoteRows,
  specs.claimRows,
  specs.alternativeRows,
  specs.lookupRows,
];

const names: FieldNames = {
  keyOf: (path) => specs.labelKey(`order.${path}`),
  words: wordsOfSpecs([
    ["order", Object.values(specs).flatMap((value) => (isFields(value) ? value : []))],
    ["line", specs.lineFields],
    ...lists.map((rows) => [rows.of, rows.fields] as const),
  ]),
};

function isFields(value: unknown): value is typeof specs.basicFields {
  return Array.isArray(value) && value.every((item) => typeof item === "object");
}

/** The versions of one order, with what changed between them. */
export function OrderHistory({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  return (
    <section className="card stack" aria-labelledby="history-title">
      <h2 id="history-title">{t("screen.order.view.history")}</h2>
      <p className="muted">{t("history.about")}</p>
      <VersionHistory
        book="orders"
        id={order}
        names={names}
        stale={[["orders"], ["order", order], ["completeness", order], ["check", order]]}
        readOnly={host.data?.readOnly ?? false}
        onRestored={() => undefined}
      />
    </section>
  );
}
