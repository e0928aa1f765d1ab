import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { hasMessage } from "#shared/i18n";
import { tracks } from "#shared/rules";
import {
  Badge,
  Button,
  Combobox,
  ErrorNotice,
  errorOf,
  Field,
  IconButton,
  type Option,
  useChange,
  useDesk,
} from "#ui";
import { LaneBadge } from "../lane-badge.tsx";
import type { Law } from "../law.ts";
import { type AnswerKind, answerKind } from "./answer-kind.ts";
import { ValueControl } from "./value-control.tsx";

type Props = {
  readonly order: string;
  readonly report: ReportValue;
  readonly law: Law;
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
};

type Choice = Option & { readonly kind: AnswerKind };

const alwaysOffered = [
  "order.route.countryOfExport",
  "order.declarations.commercialUseOnly",
  "order.declarations.militaryEndUse",
  "order.declarations.stateFundedProject",
  "order.declarations.capacityServesOthers",
];

/** Sets some facts to other values and shows which lanes and findings move; nothing is saved. */
export function WhatIf({ order, report, law, nameOf }: Props) {
  const { t, td, pick } = useI18n();
  const { client } = useDesk();
  const [set, setSet] = useState<ReadonlyMap<string, unknown>>(new Map());
  const run = useChange(client.check.whatIf);
  const choices = choicesOf(report, nameOf, td);
  const put = (path: string, value: unknown) => setSet(new Map(set).set(path, value));
  const drop = (path: string) => {
    const next = new Map(set);
    next.delete(path);
    setSet(next);
  };
  const filled = [...set].filter(([, value]) => value !== undefined && value !== "");
  return (
    <div className="stack">
      <p className="muted">{t("check.whatif.about")}</p>
      <Field label={t("check.whatif.field")}>
        {(ids) => (
          <Combobox
            id={ids.id}
            options={choices.filter((choice) => !set.has(choice.value))}
            shown=""
            placeholder={t("screen.add.another")}
            onPick={(path) => {
              if (path !== undefined) put(path, undefined);
            }}
          />
        )}
      </Field>
      {[...set].map(([path, value]) => {
        const choice = choices.find((item) => item.value === path);
        if (choice === undefined) return null;
        return (
          <div key={path} className="entry row">
            <div className="grow">
              <Field label={choice.label} hint={choice.detail} group>
                {(ids) => (
                  <ValueControl
                    kind={choice.kind}
                    ids={ids}
                    value={value}
                    onChange={(next) => put(path, next)}
                  />
                )}
              </Field>
            </div>
            <IconButton
              icon="close"
              label={t("screen.remove.named", { name: choice.label })}
              onClick={() => drop(path)}
            />
          </div>
        );
      })}
      <div className="row">
        <Button
          look="primary"
          disabled={filled.length === 0 || run.isPending}
          onClick={() =>
            run.mutate({
              order,
              asOf: report.asOf,
              reading: report.reading,
              set: filled.map(([path, value]) => ({ path, value })),
            })
          }
        >
          {t("check.whatif.run")}
        </Button>
      </div>
      {run.error === null ? null : <ErrorNotice error={errorOf(run.error)} />}
      {run.data === undefined
        ? null
        : tracks.map((track) => {
            const before = run.data.before[track];
            const after = run.data.after[track];
            const moved = movedFindings(before.findings, after.findings);
            return (
              <section key={track} className="entry stack-tight" aria-label={t(`track.${track}`)}>
                <div className="row">
                  <strong>{t(`track.${track}`)}</strong>
                  {t("check.whatif.before")}
                  <LaneBadge lane={before.lane} />
                  {t("check.whatif.after")}
                  <LaneBadge lane={after.lane} />
                </div>
                {moved.length === 0 ? (
                  <span className="muted">{t("check.whatif.same")}</span>
                ) : (
                  <ul>
                    {moved.map(({ finding, from }) => (
                      <li key={`${finding.rule}-${finding.subject.id}`}>
                        {pick(law.rule(finding.rule)?.title ?? { en: finding.rule })}
                        <span className="muted">{` · ${nameOf(finding.subject)} `}</span>
                        <Badge>{t(`check.finding.${from}`)}</Badge>
                        {" → "}
                        <Badge tone="info">{t(`check.finding.${finding.value}`)}</Badge>
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            );
          })}
    </div>
  );
}

type Finding = ReportValue["tracks"]["cn-import"]["findings"][number];

function movedFindings(before: readonly Finding[], after: readonly Finding[]) {
  const keyOf = (finding: Finding) =>
    `${finding.rule}@${finding.subject.kind}.${finding.subject.id}`;
  const known = new Map(before.map((finding) => [keyOf(finding), finding.value]));
  return after.flatMap((finding) => {
    const from = known.get(keyOf(finding)) ?? "fails";
    return from === finding.value ? [] : [{ finding, from }];
  });
}

function choicesOf(
  report: ReportValue,
  nameOf: Props["nameOf"],
  td: (key: string) => string,
): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const track of tracks)
    for (const question of report.tracks[track].questions) {
      const kind = answerKind(question.path);
      const key = `fact.${question.fact}`;
      if (kind !== undefined && hasMessage(key))
        choices.set(question.path, {
          value: question.path,
          label: td(key),
          detail: nameOf(question.subject),
          kind,
        });
    }
  for (const path of alwaysOffered) {
    const kind = answerKind(path);
    if (kind !== undefined && !choices.has(path))
      choices.set(path, { value: path, label: td(`field.${path}`), kind });
  }
  return [...choices.values()];
}
