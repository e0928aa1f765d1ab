import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import type { TrackGlance } from "#shared/ipc";
import type { Order } from "#shared/model";
import type { Lane } from "#shared/rules";
import { Badge, Button, type Draft, goTo, hrefOf, type IconName, type Tone } from "#ui";
import { useGlance } from "../guide/use-asked.ts";
import { type LiveLanes, useLiveLanes } from "./use-live-lanes.ts";
import "./verdict.css";

const tracks = ["cn-import", "us-export"] as const;

const LOOK: Readonly<Record<Lane, { readonly tone: Tone; readonly icon: IconName }>> = {
  "presumption-of-denial": { tone: "bad", icon: "stop" },
  "reported-barred": { tone: "bad", icon: "stop" },
  "reported-hold": { tone: "bad", icon: "lock" },
  "verify-first": { tone: "warn", icon: "search" },
  "needs-information": { tone: "warn", icon: "question" },
  "case-by-case": { tone: "info", icon: "case" },
  "no-bar-found": { tone: "plain", icon: "info" },
};

type Props = {
  readonly order: string;
  /** Goes to the field at an address; the full form where nothing else is said. */
  readonly onJump?: ((path: string) => void) | undefined;
};

/** Both lanes beside whatever is shown of an order, as it is on the disk. */
export function VerdictOfStored({ order }: Props) {
  return <Bar order={order} live={{ lanes: undefined, moved: undefined }} />;
}

/** Both lanes beside a draft, moving as it is typed. */
export function VerdictOfDraft({ order, draft, onJump }: Props & { readonly draft: Draft<Order> }) {
  return <Bar order={order} live={useLiveLanes(order, draft)} onJump={onJump} />;
}

function Bar({ order, live, onJump }: Props & { readonly live: LiveLanes }) {
  const { t } = useI18n();
  const glance = useGlance(order).data;
  const { moved } = live;
  const changed = tracks.filter((track) => moved && moved.from[track] !== moved.to[track]);
  return (
    <section className="verdict" aria-label={t("verdict.title")}>
      <div className="verdict-tracks">
        {tracks.map((track) => (
          <TrackVerdict
            key={track}
            order={order}
            track={track}
            lane={live.lanes?.[track] ?? glance?.tracks[track].lane}
            glance={glance?.tracks[track]}
            onJump={onJump}
          />
        ))}
      </div>
      <p className="small verdict-moved" role="status">
        {moved === undefined
          ? null
          : changed
              .map((track) =>
                t("verdict.moved", {
                  track: t(`track.${track}`),
                  from: t(`lane.${moved.from[track]}`),
                  to: t(`lane.${moved.to[track]}`),
                }),
              )
              .join(" ")}
      </p>
    </section>
  );
}

type TrackProps = {
  readonly order: string;
  readonly track: (typeof tracks)[number];
  readonly lane: Lane | undefined;
  readonly glance: TrackGlance | undefined;
  readonly onJump: Props["onJump"];
};

function TrackVerdict({ order, track, lane, glance, onJump }: TrackProps) {
  const { t, td } = useI18n();
  const next = glance?.questions.find(({ settles }) => settles);
  const toForm = (path: string) =>
    goTo(["orders", order, "edit"], { focus: path, at: String(Math.round(performance.now())) });
  const jump = onJump ?? toForm;
  return (
    <div className="verdict-track">
      <span className="small">{t(`track.${track}`)}</span>
      {lane === undefined ? (
        <span className="muted">{t("verdict.asking")}</span>
      ) : (
        <Badge tone={LOOK[lane].tone} icon={LOOK[lane].icon}>
          {t(`lane.${lane}`)}
        </Badge>
      )}
      {glance === undefined ? null : (
        <>
          <span className="small">
            {glance.missing === 0
              ? t("verdict.facts.complete")
              : t("verdict.facts", { count: glance.missing })}
            {" · "}
            {t(glance.law.settled ? "verdict.law.settled" : "verdict.law.open")}
          </span>
          <Causes glance={glance} onJump={jump} check={hrefOf(["orders", order, "check"])} />
          {next === undefined ? null : (
            <Button size="small" look="link" onClick={() => jump(next.path)}>
              {t("verdict.next", {
                question: hasMessage(`fact.${next.fact}`) ? td(`fact.${next.fact}`) : next.fact,
              })}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

type CausesProps = {
  readonly glance: TrackGlance;
  readonly check: string;
  readonly onJump: (path: string) => void;
};

/** What decides the lane: each rule with its texts, and the answers that made it so. */
function Causes({ glance, check, onJump }: CausesProps) {
  const { t, td, pick } = useI18n();
  return (
    <details className="verdict-why">
      <summary className="small">{t("verdict.why")}</summary>
      <div className="verdict-causes stack-tight">
        {glance.causes.map(({ rule, subject, title, sources, fields }) => (
          <div key={`${rule}-${subject.id}`} className="stack-tight">
            <strong>{pick(title)}</strong>
            <span className="muted small">
              {sources
                .slice(0, 3)
                .map(({ id, authority, date }) =>
                  [id, td(`authority.${authority}`), date]
                    .filter((part) => part !== null)
                    .join(" "),
                )
                .join(" · ")}
            </span>
            {fields.slice(0, 12).map((path) => (
              <Button key={path} size="small" look="link" onClick={() => onJump(path)}>
                {t("verdict.answer", { field: fieldName(path, td) })}
              </Button>
            ))}
          </div>
        ))}
        {glance.law.open.length === 0 ? null : (
          <p className="small">
            {t("verdict.law.which", { names: glance.law.open.map((words) => pick(words)) })}
          </p>
        )}
        <a href={check}>{t("verdict.check")}</a>
      </div>
    </details>
  );
}

/** What a field is called, by the last part of its address that has a name. */
function fieldName(path: string, td: (key: string) => string): string {
  const [root = "", ...steps] = path.split(".");
  const of =
    { order: "order", parties: "party", products: "product", sites: "site", links: "link" }[root] ??
    root;
  const names = root === "order" ? steps : steps.slice(1);
  const list = /^(lines|endUses|tenantMix)$/.exec(names[0] ?? "")?.[1];
  if (list !== undefined) {
    const entry = { lines: "line", endUses: "use", tenantMix: "tenant" }[list] ?? list;
    const key = `field.${entry}.${names.slice(2).join(".")}`;
    return hasMessage(key) ? td(key) : path;
  }
  const key = `field.${of}.${names.join(".")}`;
  return hasMessage(key) ? td(key) : path;
}
