import { lazy, Suspense } from "react";
import { useI18n, usePageTitle } from "#i18n";
import { goTo, hrefOf, Icon, type IconName, Skeleton, useAnswer, useDesk, usePlace } from "#ui";

const OrderEditor = lazy(async () => ({
  default: (await import("../features/order-editor/order-editor.tsx")).OrderEditor,
}));
const VerdictOfStored = lazy(async () => ({
  default: (await import("../features/order-editor/verdict/verdict-bar.tsx")).VerdictOfStored,
}));
const OrderWay = lazy(async () => ({
  default: (await import("../features/order-way/order-way.tsx")).OrderWay,
}));
const OrderHistory = lazy(async () => ({
  default: (await import("../features/order-editor/order-history.tsx")).OrderHistory,
}));
const CheckPanel = lazy(async () => ({
  default: (await import("../features/check/check-panel.tsx")).CheckPanel,
}));
const Screening = lazy(async () => ({
  default: (await import("../features/screening/hits/screening.tsx")).Screening,
}));
const PacketsPanel = lazy(async () => ({
  default: (await import("../features/packets/packets-panel.tsx")).PacketsPanel,
}));

const views: readonly {
  readonly step: "edit" | "check" | "packets" | "history";
  readonly icon: IconName;
}[] = [
  { step: "edit", icon: "edit" },
  { step: "check", icon: "rules" },
  { step: "packets", icon: "packet" },
  { step: "history", icon: "history" },
];

/** One order with its three views: draft, check, packets. */
export function OrderFrame({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const { steps, query } = usePlace();
  const view = steps[2] ?? "edit";
  const orders = useAnswer(["orders"], async () => await client.orders.list({}));
  const summary = orders.data?.find((item) => item.id === order);
  const shown = views.find(({ step }) => step === view)?.step ?? "edit";
  usePageTitle(
    `${summary?.title ?? t("screen.order.untitled")} · ${t(`screen.order.view.${shown}`)}`,
  );
  const jump = (path: string) =>
    goTo(["orders", order, "edit"], { focus: path, at: String(performance.now()) });
  return (
    <div className="page">
      <div className="stack-tight">
        <a href={hrefOf(["orders"])} className="small">
          {t("screen.order.back")}
        </a>
        <h1>{summary?.title ?? t("screen.order.untitled")}</h1>
        <nav className="tabs" aria-label={t("screen.order.views")}>
          {views.map(({ step, icon }) => (
            <a
              key={step}
              className="tab"
              href={hrefOf(["orders", order, step])}
              aria-current={view === step ? "page" : undefined}
            >
              <span className="row">
                <Icon name={icon} />
                {t(`screen.order.view.${step}`)}
              </span>
            </a>
          ))}
        </nav>
      </div>
      <Suspense fallback={<Skeleton />}>
        <OrderWay order={order} />
        {view === "packets" || view === "history" ? <VerdictOfStored order={order} /> : null}
        {view === "check" ? (
          <CheckPanel order={order} onJump={jump} screening={<Screening order={order} />} />
        ) : null}
        {view === "packets" ? <PacketsPanel order={order} onJump={jump} /> : null}
        {view === "history" ? <OrderHistory order={order} /> : null}
        {view === "check" || view === "packets" || view === "history" ? null : (
          <OrderEditor
            order={order}
            section={steps[3]}
            step={steps[4]}
            focus={query.get("focus") ?? undefined}
            focusedAt={query.get("at") ?? ""}
          />
        )}
      </Suspense>
    </div>
  );
}
