import * as Tabs from "@radix-ui/react-tabs";
import { type ReactNode, useRef, useState } from "react";
import { useI18n } from "#i18n";
import { isCivilDate } from "#shared/kernel";
import { type Reading, readings } from "#shared/rules";
import {
  Button,
  DateInput,
  ErrorNotice,
  errorOf,
  Field,
  Skeleton,
  useAnswer,
  useDesk,
  useInvalidate,
} from "#ui";
import { AskList, isMatch } from "./answers/ask-list.tsx";
import "./check.css";
import { WhatIf } from "./answers/what-if.tsx";
import { DecisionCard } from "./decision/decision-card.tsx";
import { Findings } from "./findings/findings.tsx";
import { useLaw } from "./law.ts";
import { ListsSearched } from "./lists-searched.tsx";
import { VerifyList } from "./lookups/verify-list.tsx";
import { Missing } from "./missing.tsx";
import { Plan } from "./plan/plan.tsx";
import { ReadingsTable } from "./readings-table.tsx";
import { useSubjectNames } from "./subjects.ts";
import { TodayCompared } from "./today-compared.tsx";

type Props = {
  readonly order: string;
  readonly onJump: (path: string) => void;
  /** Near matches of this order with the imported lists, which another feature shows. */
  readonly screening: ReactNode;
};

const tabs = ["findings", "ask", "verify", "screening", "whatif", "plan"] as const;

/** What the rules of a day say of this order, why, and what would settle what is open. */
export function CheckPanel({ order, onJump, screening }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const invalidate = useInvalidate();
  const [day, setDay] = useState("");
  const [reading, setReading] = useState<Reading>("working");
  const [tab, setTab] = useState<string>("findings");
  const asOf = isCivilDate(day) ? day : undefined;
  const answer = useAnswer(
    ["check", order, asOf ?? "", reading],
    async () => await client.check.run({ order, reading, ...(asOf === undefined ? {} : { asOf }) }),
    { keep: true },
  );
  const report = answer.data;
  const law = useLaw(report?.packs ?? [], report?.lookups);
  const nameOf = useSubjectNames(order);
  const details = useRef<HTMLDivElement>(null);
  const showTab = (name: (typeof tabs)[number]) => {
    setTab(name);
    details.current?.scrollIntoView({ block: "start" });
    details.current?.querySelector<HTMLElement>("[role=tab][data-state=active]")?.focus();
  };
  const jump = (path: string) => (isMatch(path) ? showTab("screening") : onJump(path));
  return (
    <div className="stack">
      <section className="card check-bar" aria-label={t("check.controls")}>
        <Field label={t("check.asof")}>
          {(ids) => (
            <DateInput
              id={ids.id}
              value={day === "" ? (report?.asOf ?? "") : day}
              onChange={setDay}
            />
          )}
        </Field>
        <Field label={t("check.reading")} hint={t("check.reading.about")} group>
          {(ids) => (
            <div className="choice-group">
              {readings.map((name) => (
                <label key={name} className="choice">
                  <input
                    type="radio"
                    name={ids.id}
                    checked={reading === name}
                    onChange={() => setReading(name)}
                  />
                  {t(`reading.${name}`)}
                </label>
              ))}
            </div>
          )}
        </Field>
        <div className="row">
          {day === "" ? null : <Button onClick={() => setDay("")}>{t("check.asof.today")}</Button>}
          <Button
            look="primary"
            icon="rules"
            disabled={answer.isFetching}
            onClick={() => invalidate(["check", order])}
          >
            {t(answer.isFetching ? "check.running" : "check.run")}
          </Button>
        </div>
      </section>
      {answer.error === null ? null : (
        <ErrorNotice error={errorOf(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending ? <Skeleton lines={6} /> : null}
      {report === undefined ? null : (
        <div
          className={answer.isPlaceholderData ? "stack check-stale" : "stack"}
          aria-busy={answer.isPlaceholderData}
        >
          <div className="track-cards">
            {(["cn-import", "us-export"] as const).map((track) => (
              <DecisionCard
                key={track}
                order={order}
                track={track}
                report={report}
                law={law}
                nameOf={nameOf}
                onJump={jump}
                onInformation={() => showTab("findings")}
              />
            ))}
          </div>
          {asOf === undefined ? null : (
            <TodayCompared order={order} reading={reading} report={report} />
          )}
          <ListsSearched lists={report.lists} />
          <Missing order={order} report={report} />
          <ReadingsTable report={report} />
          <Tabs.Root ref={details} value={tab} onValueChange={setTab} className="card">
            <Tabs.List className="tabs" aria-label={t("check.lanes")}>
              {tabs.map((name) => (
                <Tabs.Trigger key={name} value={name} className="tab">
                  {t(`check.tab.${name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value="findings" className="tab-body">
              <Findings report={report} law={law} nameOf={nameOf} />
            </Tabs.Content>
            <Tabs.Content value="ask" className="tab-body">
              <AskList order={order} report={report} nameOf={nameOf} onJump={jump} />
            </Tabs.Content>
            <Tabs.Content value="verify" className="tab-body">
              <VerifyList order={order} report={report} law={law} />
            </Tabs.Content>
            <Tabs.Content value="screening" className="tab-body">
              {screening}
            </Tabs.Content>
            <Tabs.Content value="whatif" className="tab-body">
              <WhatIf order={order} report={report} law={law} nameOf={nameOf} />
            </Tabs.Content>
            <Tabs.Content value="plan" className="tab-body">
              <Plan order={order} report={report} law={law} nameOf={nameOf} onJump={jump} />
            </Tabs.Content>
          </Tabs.Root>
          <p className="muted small">
            {t("check.meta", {
              dossier: report.dossier.sha256.slice(0, 16),
              packs: report.packs.map((pack) => `${pack.id} ${pack.version}`),
            })}
          </p>
        </div>
      )}
    </div>
  );
}
