import { useState } from "react";
import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import { authorities, effectOf, lanes, type Rule } from "#shared/rules";
import { Badge, Button } from "#ui";
import { type Filter, type LoadedPack, mentions } from "./loaded-pack.ts";
import { type RuleState, ruleState, ruleStates } from "./rule-status.ts";

type Props = { readonly packs: readonly LoadedPack[]; readonly filter: Filter };

const AT_FIRST = 60;

const tones = {
  "in-force": "good",
  "not-yet": "plain",
  repealed: "plain",
  suspended: "plain",
  unverified: "warn",
} as const;

/** The rules, each with its text, its days, its effect and what it cites. */
export function RuleList({ packs, filter }: Props) {
  const { t } = useI18n();
  const [authority, setAuthority] = useState("");
  const [state, setState] = useState("");
  const [most, setMost] = useState(AT_FIRST);
  const found = packs.flatMap(({ pack, sources }) => {
    const kinds = new Map(sources.map((source) => [source.id, source.authority]));
    return pack.rules
      .filter((rule) => mentions(rule, filter.search))
      .filter((rule) => authority === "" || rule.sources.some((id) => kinds.get(id) === authority))
      .map((rule) => ({
        rule,
        pack,
        kinds,
        state: ruleState(rule, { pack, sources }, filter.asOf),
      }))
      .filter((one) => state === "" || one.state === state);
  });
  return (
    <div className="stack">
      <div className="row">
        <label className="row">
          {t("rules.status")}
          <select
            className="input"
            value={state}
            onChange={(event) => setState(event.target.value)}
          >
            <option value="">{t("rules.all")}</option>
            {ruleStates.map((item) => (
              <option key={item} value={item}>
                {t(`parameter.state.${item}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="row">
          {t("rules.authority")}
          <select
            className="input"
            value={authority}
            onChange={(event) => setAuthority(event.target.value)}
          >
            <option value="">{t("rules.all")}</option>
            {authorities.map((item) => (
              <option key={item} value={item}>
                {t(`authority.${item}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="muted" role="status">
        {t("rules.count", { count: found.length })}
      </p>
      {found.slice(0, most).map(({ rule, pack, kinds, state: own }) => (
        <RuleView
          key={`${pack.id}-${rule.id}`}
          rule={rule}
          track={pack.track}
          state={own}
          kinds={kinds}
        />
      ))}
      {found.length > most ? (
        <Button onClick={() => setMost(most + 200)}>
          {t("screen.more", { count: found.length - most })}
        </Button>
      ) : null}
    </div>
  );
}

type RuleProps = {
  readonly rule: Rule;
  readonly track: string;
  readonly state: RuleState;
  readonly kinds: ReadonlyMap<string, string>;
};

function effectKey(rule: Rule): string {
  const effect =
    effectOf(rule, "working") ??
    effectOf(rule, "broad") ??
    effectOf(rule, "narrow") ??
    "no-bar-found";
  return lanes.some((lane) => lane === effect) ? `lane.${effect}` : `check.effect.${effect}`;
}

function RuleView({ rule, track, state, kinds }: RuleProps) {
  const { t, td, pick } = useI18n();
  return (
    <details className="entry">
      <summary>
        <strong>{pick(rule.title)}</strong> <Badge>{td(`track.${track}`)}</Badge>{" "}
        <Badge tone="info">{td(effectKey(rule))}</Badge>{" "}
        <Badge tone={tones[state]}>{t(`parameter.state.${state}`)}</Badge>
      </summary>
      <div className="stack-tight tab-body">
        <p>{pick(rule.text)}</p>
        {rule.decides === undefined ? null : (
          <p className="muted">{t("check.decides", { text: pick(rule.decides) })}</p>
        )}
        <dl className="facts">
          <dt>{t("rules.day")}</dt>
          <dd>
            {t("rules.period", {
              from: rule.from ?? t("rules.open"),
              to: rule.to ?? t("rules.open"),
            })}
          </dd>
          <dt>{t("rules.subject")}</dt>
          <dd>{td(`rules.subject.${rule.subject}`)}</dd>
          {(rule.evidence ?? []).length === 0 ? null : (
            <>
              <dt>{t("screen.evidence")}</dt>
              <dd>
                {(rule.evidence ?? [])
                  .map((kind) =>
                    hasMessage(`evidence.kind.${kind}`) ? td(`evidence.kind.${kind}`) : kind,
                  )
                  .join(" · ")}
              </dd>
            </>
          )}
          <dt>{t("check.sources")}</dt>
          <dd>
            {rule.sources
              .map((id) => `${id} (${td(`authority.${kinds.get(id) ?? "unverified"}`)})`)
              .join(", ")}
          </dd>
        </dl>
        {(rule.conditions ?? []).map((condition) => (
          <p key={condition.id}>
            {`${t("check.conditions")}: ${pick(condition.text)} `}
            <span className="muted">
              {t("check.condition.owner", { owner: t(`owner.${condition.owner}`) })}
            </span>
          </p>
        ))}
        <code className="muted small">{rule.id}</code>
      </div>
    </details>
  );
}
