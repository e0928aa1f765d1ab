import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { TrackGlance } from "#shared/ipc";
import type { Order } from "#shared/model";
import { AskedFields, Badge, Button, type Draft, goTo, hrefOf, Icon, useField } from "#ui";
import { StepCover, StepDeclarations, StepPapers } from "../steps/step-closing.tsx";
import { StepGoods } from "../steps/step-goods.tsx";
import { StepApplicant, StepRoute } from "../steps/step-parties.tsx";
import { StepSite } from "../steps/step-site.tsx";
import { StepStart } from "../steps/step-start.tsx";
import { StepUse } from "../steps/step-use.tsx";
import {
  firstOpen,
  type GuideStep,
  guideSteps,
  type StepState,
  stateOf,
  stepOf,
} from "./guide-steps.ts";
import { OpenQuestions } from "./open-questions.tsx";
import { QuickBooks } from "./quick-books.tsx";
import { useAskedFields, useCompleteness, useGlance } from "./use-asked.ts";

type Props = {
  readonly order: string;
  readonly step: string | undefined;
  readonly draft: Draft<Order>;
};

const at = (order: string, step: GuideStep) => ["orders", order, "edit", "guide", step] as const;

/** The order part by part: only what its papers and rules need, in the order that settles most. */
export function Guide({ order, step, draft }: Props) {
  const { t } = useI18n();
  const asked = useAskedFields(order);
  const glance = useGlance(order).data;
  const counted = useCompleteness(order).data !== undefined && glance !== undefined;
  const buyer = useField("buyer").value;
  const route = useField("route").value as Order["route"];
  const roles = { buyer: typeof buyer === "string" ? buyer : undefined, route };
  const shown = guideSteps.find((name) => name === step) ?? "start";
  const index = guideSteps.indexOf(shown);
  const next = guideSteps[index + 1];
  const body = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [arrived, setArrived] = useState(shown);
  useEffect(() => {
    if (arrived === shown) return;
    setArrived(shown);
    globalThis.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [arrived, shown]);

  useEffect(() => {
    // Whoever comes from a window that has closed would stand nowhere: here the way begins.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);

  const counts = new Map<GuideStep, number>();
  for (const [address, { needed }] of asked)
    if (needed) {
      const of = stepOf(address, roles);
      counts.set(of, (counts.get(of) ?? 0) + 1);
    }
  // Without a part in its address the guide goes on where something is missing; only once, so that nobody is moved while typing.
  const goOn = useEffectEvent(() => {
    const open = firstOpen(counts);
    if (open !== "start") goTo(at(order, open));
  });
  useEffect(() => {
    if (step === undefined && counted) goOn();
  }, [step, counted]);
  const missing = [...counts.values()].reduce((total, count) => total + count, 0);
  const missingText =
    missing === 0 ? t("guide.missing.none") : t("guide.missing", { count: missing });
  const questions = useOpenQuestions(
    (["cn-import", "us-export"] as const)
      .flatMap((track) => glance?.tracks[track].questions ?? [])
      .filter(({ path }) => stepOf(path, roles) === shown),
    shown,
    body,
  );
  const goNext = () => {
    if (next !== undefined) return goTo(at(order, next));
    goTo(["orders", order, "check"]);
  };
  /** Enter goes to the next field, and from the last one to the next part; in a text of several lines it stays a line end. */
  const onEnter = (event: React.KeyboardEvent) => {
    const field = event.target;
    if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (!(field instanceof HTMLInputElement) || field.type === "file") return;
    event.preventDefault();
    const all = [
      ...(body.current?.querySelectorAll<HTMLElement>(
        ":is(input:not([type=file]):not([type=checkbox]), select, textarea):not(:disabled)",
      ) ?? []),
    ].filter(
      (one) => !(one instanceof HTMLInputElement && one.name !== "" && one.name === field.name),
    );
    const after = all.find(
      (one) => (field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    if (after === undefined) goNext();
    else after.focus();
  };
  return (
    <>
      <nav className="editor-nav" aria-label={t("guide.steps")}>
        <ol className="plain-list">
          {guideSteps.map((name) => (
            <li key={name}>
              <a
                className="nav-link"
                href={hrefOf(at(order, name))}
                aria-current={name === shown ? "step" : undefined}
              >
                <span className="grow">{t(`guide.step.${name}`)}</span>
                <StepMark
                  state={stateOf(name, counted ? (counts.get(name) ?? 0) : undefined, roles)}
                />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <section className="card stack guide" aria-labelledby="guide-title">
        <div className="row">
          <h2 id="guide-title" ref={heading} tabIndex={-1} className="grow">
            {t("guide.title", {
              number: index + 1,
              count: guideSteps.length,
              name: t(`guide.step.${shown}`),
            })}
          </h2>
          <span className="muted">{counted ? missingText : null}</span>
        </div>
        <p className="muted">{t(`guide.about.${shown}`)}</p>
        <AskedFields asked={asked}>
          <QuickBooks>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter is that of the fields inside */}
            <div className="stack" ref={body} onKeyDown={onEnter}>
              <StepBody step={shown} draft={draft} asked={asked} />
            </div>
            <OpenQuestions order={order} questions={questions} />
          </QuickBooks>
        </AskedFields>
        <div className="row guide-foot">
          <Button look="primary" icon="right" onClick={goNext}>
            {next === undefined
              ? t("guide.finish")
              : t("guide.next", { name: t(`guide.step.${next}`) })}
          </Button>
          <span className="muted small">{t("guide.enter")}</span>
        </div>
      </section>
    </>
  );
}

/** The field at an address, or one below it. */
const selectorOf = (path: string) => `[data-path="${path}"], [data-path^="${path}."]`;

const holds = (fields: HTMLElement, path: string) =>
  fields.querySelector(selectorOf(path)) !== null;

type Question = TrackGlance["questions"][number];

/** Questions that no field of the part answers. Those once shown stay while the part is, so that an answer does not take its own field away. */
function useOpenQuestions(
  all: readonly Question[],
  step: GuideStep,
  body: RefObject<HTMLElement | null>,
): readonly Question[] {
  const [kept, setKept] = useState<{
    readonly step: GuideStep;
    readonly list: readonly Question[];
  }>({
    step,
    list: [],
  });
  // The fields of a party or a site come once its entry is loaded: what they ask is then not asked again below them.
  useEffect(() => {
    const fields = body.current;
    if (fields === null) return undefined;
    const watcher = new MutationObserver(() =>
      setKept((before) => {
        const list = before.list.filter(({ path }) => !holds(fields, path));
        return list.length === before.list.length ? before : { ...before, list };
      }),
    );
    watcher.observe(fields, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, [body]);
  useEffect(() => {
    setKept((before) => {
      const old = before.step === step ? before.list : [];
      const fresh = all.filter(
        ({ key, path }, place) =>
          all.findIndex((one) => one.key === key) === place &&
          !old.some((one) => one.key === key || one.path === path) &&
          body.current !== null &&
          !holds(body.current, path),
      );
      if (fresh.length === 0 && before.step === step) return before;
      return { step, list: [...old, ...fresh] };
    });
  });
  return kept.step === step ? kept.list : [];
}

function StepMark({ state }: { readonly state: StepState }) {
  const { t } = useI18n();
  if (state === "open") return null;
  if (state !== "done")
    return <Badge tone="warn">{t("guide.count", { count: state.missing })}</Badge>;
  return (
    <span className="step-done">
      <Icon name="check" />
      <span className="sr-only">{t("guide.done")}</span>
    </span>
  );
}

type BodyProps = {
  readonly step: GuideStep;
  readonly draft: Draft<Order>;
  readonly asked: ReturnType<typeof useAskedFields>;
};

function StepBody({ step, draft, asked }: BodyProps) {
  switch (step) {
    case "start":
      return <StepStart />;
    case "applicant":
      return <StepApplicant />;
    case "route":
      return <StepRoute />;
    case "papers":
      return <StepPapers />;
    case "goods":
      return <StepGoods />;
    case "site":
      return <StepSite />;
    case "use":
      return <StepUse />;
    case "declarations":
      return <StepDeclarations draft={draft} asked={asked} />;
    case "cover":
      return <StepCover />;
  }
}
