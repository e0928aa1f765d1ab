import { useI18n } from "#i18n";
import { hrefOf, Icon, useAnswer, useDesk } from "#ui";
import "./order-way.css";
import { doneOf, nextOf, type WayGround, type WayStep, waySteps } from "./way-steps.ts";

/** Where each step is done. */
function placeOf(order: string, step: WayStep): string {
  const at = { at: String(Math.round(performance.now())) };
  switch (step) {
    case "complete":
      return hrefOf(["orders", order, "edit", "guide"]);
    case "check":
      return hrefOf(["orders", order, "check"]);
    case "compliance":
    case "legal":
      return hrefOf(["orders", order, "edit", "review"], { add: step, ...at });
    case "seal":
      return hrefOf(["orders", order, "packets"], { seal: at.at });
    case "sign":
      return hrefOf(["orders", order, "packets"]);
    case "file":
      return hrefOf(["cases"]);
  }
}

function useGround(order: string): WayGround | undefined {
  const { client } = useDesk();
  const completeness = useAnswer(
    ["completeness", order],
    async () => await client.check.completeness({ order }),
    { keep: true },
  ).data;
  const glance = useAnswer(["glance", order], async () => await client.check.glance({ order }), {
    keep: true,
  }).data;
  const readiness = useAnswer(
    ["readiness", order],
    async () => await client.packets.readiness({ order }),
    { keep: true, fresh: true },
  ).data;
  const packets = useAnswer(["packets", order], async () => await client.packets.list({ order }), {
    keep: true,
  }).data;
  const papers = useAnswer(
    ["packet-papers", order],
    async () => await client.packets.papers({ order }),
    { keep: true },
  ).data;
  const cases = useAnswer(["cases"], async () => await client.cases.list({}), { keep: true }).data;
  if (completeness === undefined || readiness === undefined || packets === undefined)
    return undefined;
  const required = (["cn-filing", "us-exporter"] as const).flatMap((set) =>
    completeness[set].missing.filter(({ need }) => need === "required"),
  );
  const current = packets.filter(
    ({ seal, supersededBy, stale }) =>
      seal !== undefined && supersededBy === undefined && !stale.includes("dossier"),
  );
  const ids = new Set(current.map(({ id }) => id as string));
  return {
    missing: new Set(required.map(({ path }) => path)).size,
    open:
      glance === undefined
        ? 0
        : Math.max(glance.tracks["cn-import"].missing, glance.tracks["us-export"].missing),
    unmet: readiness.items.flatMap(({ item, fault }) => (fault === undefined ? [] : [item])),
    sealed: current.length > 0,
    unsigned: (papers ?? []).filter(({ signed, packet }) => signed === undefined && ids.has(packet))
      .length,
    filed: (cases ?? []).some((row) => row.order === order && row.packet !== undefined),
  };
}

/** The steps from draft to filing, which are done, and the one thing to do next. */
export function OrderWay({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const ground = useGround(order);
  if (ground === undefined) return null;
  const done = doneOf(ground);
  const next = nextOf(ground);
  return (
    <section className="way" aria-label={t("way.title")}>
      <ol className="plain-list way-steps">
        {waySteps.map((step) => (
          <li
            key={step}
            className={done.has(step) ? "way-step way-done" : "way-step"}
            aria-current={step === next ? "step" : undefined}
          >
            {done.has(step) ? <Icon name="check" /> : null}
            {t(`way.step.${step}`)}
            <span className="sr-only">{t(done.has(step) ? "way.done" : "way.open")}</span>
          </li>
        ))}
      </ol>
      {next === undefined ? (
        <span className="small">{t("way.all")}</span>
      ) : (
        <a
          className="button button-small button-primary way-next"
          data-step={next}
          href={placeOf(order, next)}
        >
          {t(`way.next.${next}`, { count: next === "check" ? ground.open : ground.missing })}
        </a>
      )}
    </section>
  );
}
