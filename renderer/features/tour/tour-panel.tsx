import { useCallback, useEffect, useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { Verification } from "#shared/ipc";
import {
  Button,
  errorOf,
  goTo,
  Icon,
  IconButton,
  unwrap,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { tourSample } from "./tour-sample.ts";
import { placeOf, type TourStep, tourSteps } from "./tour-steps.ts";
import "./tour.css";

type Props = { readonly step: number; readonly onStep: (step: number) => void };

/** The tour's card at the edge of the window; the desk beside it stays fully usable. */
export function TourPanel({ step: at, onStep }: Props) {
  const { t } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = tourSteps[at] ?? tourSteps[0];
  const [folded, setFolded] = useState(false);
  const [verified, setVerified] = useState<Verification | undefined>(undefined);
  const sample = useSample();
  const isLast = at >= tourSteps.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new stop is announced, whatever was focused before
  useEffect(() => {
    heading.current?.focus();
  }, [at]);
  if (step === undefined) return null;
  const go = (next: number) => {
    const target = tourSteps[next];
    if (target === undefined) return;
    onStep(next);
    goTo(placeOf(target, tourSample.order));
  };
  const mayGoOn =
    step.task === undefined ||
    (step.task === "load" && sample.loaded) ||
    (step.task === "build" && sample.packet !== undefined) ||
    (step.task === "verify" && verified?.verdict === "draft");
  // One button stands out at a time: what is still to be done here, then the way on.
  const onward = mayGoOn ? "primary" : "normal";
  return (
    <aside className="tour" aria-label={t("tour.title")}>
      <div className="tour-head">
        <span className="small muted">
          {t("tour.progress", { at: at + 1, of: tourSteps.length })}
        </span>
        <span className="grow" />
        <IconButton
          size="small"
          icon={folded ? "right" : "down"}
          label={t(folded ? "tour.unfold" : "tour.fold")}
          onClick={() => setFolded(!folded)}
        />
        <IconButton size="small" icon="close" label={t("tour.end")} onClick={() => onStep(-1)} />
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {t(step.title)}
      </h2>
      {folded ? null : (
        <div className="stack-tight tour-body">
          <p>{t(step.text)}</p>
          <Task step={step} sample={sample} verified={verified} onVerified={setVerified} />
        </div>
      )}
      <div className="row">
        <Button size="small" disabled={at === 0} onClick={() => go(at - 1)}>
          {t("tour.back")}
        </Button>
        {at === 0 ? null : (
          <Button size="small" onClick={() => goTo(placeOf(step, tourSample.order))}>
            {t("tour.there")}
          </Button>
        )}
        <span className="grow" />
        {isLast ? (
          <Button size="small" look={onward} disabled={!mayGoOn} onClick={() => onStep(-1)}>
            {t("tour.finish")}
          </Button>
        ) : (
          <Button size="small" look={onward} disabled={!mayGoOn} onClick={() => go(at + 1)}>
            {t("tour.next")}
          </Button>
        )}
      </div>
    </aside>
  );
}

type Sample = {
  readonly loaded: boolean;
  readonly packet: string | undefined;
  readonly busy: boolean;
  readonly load: () => void;
};

/** The sample's order in this workspace, and the newest packet that was made of it. */
function useSample(): Sample {
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [busy, setBusy] = useState(false);
  const orders = useAnswer(["orders"], async () => await client.orders.list({}));
  const loaded = orders.data?.some(({ id }) => id === tourSample.order) ?? false;
  const packets = useAnswer(
    ["packets", tourSample.order],
    async () => await client.packets.list({ order: tourSample.order }),
    { enabled: loaded },
  );
  const newest = packets.data?.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  const load = useCallback(async () => {
    setBusy(true);
    const { fileName, text } = tourSample;
    try {
      await unwrap(client.orders.import({ fileName, text, onConflict: "keep-mine" }));
      invalidate(["orders"], ["parties"], ["sites"], ["products"], ["evidence"], ["persons"]);
    } catch (fault) {
      const why = errorOf(fault);
      const restored =
        why.code === "store.in-bin"
          ? await client.orders.restore({ id: tourSample.order })
          : undefined;
      if (restored?.ok) invalidate(["orders"]);
      else toasts.fail(why);
    }
    setBusy(false);
  }, [client, invalidate, toasts]);
  return { loaded, packet: newest?.id, busy, load: () => void load() };
}

type TaskProps = {
  readonly step: TourStep;
  readonly sample: Sample;
  readonly verified: Verification | undefined;
  readonly onVerified: (result: Verification) => void;
};

function Task({ step, sample, verified, onVerified }: TaskProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const verify = async (id: string) => {
    try {
      onVerified(await unwrap(client.packets.verify({ id })));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  if (step.task === "load")
    return sample.loaded ? (
      <Done words={t("tour.load.done")} />
    ) : (
      <Button size="small" look="primary" disabled={sample.busy} onClick={sample.load}>
        {t("tour.load.do")}
      </Button>
    );
  if (step.task === "build")
    return sample.packet === undefined ? (
      <p className="muted">{t("tour.build.waiting")}</p>
    ) : (
      <Done words={t("tour.build.done")} />
    );
  if (step.task !== "verify") return null;
  if (verified?.verdict === "draft") return <Done words={t("tour.verify.done")} />;
  if (verified !== undefined) return <p role="alert">{t("tour.verify.broken")}</p>;
  return (
    <Button
      size="small"
      look="primary"
      disabled={sample.packet === undefined}
      onClick={() => sample.packet === undefined || void verify(sample.packet)}
    >
      {t("tour.verify.do")}
    </Button>
  );
}

function Done({ words }: { readonly words: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  // In a low window the card scrolls; what just became true must be in sight.
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <p className="tour-done" role="status" ref={place}>
      <Icon name="check" />
      {words}
    </p>
  );
}
