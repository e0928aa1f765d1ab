import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { hasMessage } from "#shared/i18n";
import { tracks } from "#shared/rules";
import { Badge, Button, Field, useDesk, useInvalidate, useToasts } from "#ui";
import { answerKind } from "./answer-kind.ts";
import { saveAnswer } from "./save-answer.ts";
import { ValueControl } from "./value-control.tsx";

type Question = ReportValue["tracks"]["cn-import"]["questions"][number];

type Props = {
  readonly order: string;
  readonly report: ReportValue;
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
  readonly onJump: (path: string) => void;
};

const AT_FIRST = 3;

/** The smallest sets of questions that would settle each lane, each question answerable here or one click away. */
export function AskList({ order, report, nameOf, onJump }: Props) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  return (
    <div className="stack">
      <p className="muted">{t("check.ask.about")}</p>
      {tracks.map((track) => {
        const { ask, questions } = report.tracks[track];
        const byKey = new Map(questions.map((question) => [question.key, question]));
        const shown = all ? ask : ask.slice(0, AT_FIRST);
        return (
          <section key={track} className="stack" aria-label={t(`track.${track}`)}>
            <h2>{t(`track.${track}`)}</h2>
            {ask.length === 0 ? <p className="muted">{t("check.ask.none")}</p> : null}
            {shown.map((group, index) => (
              <div key={group.join("+")} className="entry stack">
                <strong>{t("check.ask.group", { number: index + 1, count: group.length })}</strong>
                {group.map((key) => {
                  const question = byKey.get(key);
                  return question === undefined ? (
                    <code key={key}>{key}</code>
                  ) : (
                    <AskItem
                      key={key}
                      order={order}
                      question={question}
                      about={nameOf(question.subject)}
                      onJump={onJump}
                    />
                  );
                })}
              </div>
            ))}
            {ask.length > shown.length ? (
              <Button size="small" onClick={() => setAll(true)}>
                {t("screen.more", { count: ask.length - shown.length })}
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

/** Whether a question is about a possible match, which is decided beside the list and not in a field of the order. */
export function isMatch(path: string): boolean {
  return path.startsWith("order.screening.");
}

type ItemProps = {
  readonly order: string;
  readonly question: Question;
  readonly about: string;
  readonly onJump: (path: string) => void;
};

function AskItem({ order, question, about, onJump }: ItemProps) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const kind = answerKind(question.path);
  const key = `fact.${question.fact}`;
  const words = hasMessage(key) ? td(key) : question.fact;
  const save = async (value: unknown) => {
    if (value === undefined || value === "") return;
    const result = await saveAnswer(client, order, question.path, value);
    if (!result.ok) return toasts.fail(result.error);
    toasts.say(t("check.answered"));
    invalidate(["check", order], ["completeness", order], ["orders"], ["order", order]);
  };
  return (
    <div className="stack-tight">
      <div className="row">
        <strong>{words}</strong>
        <span className="muted">{about}</span>
        {question.owner === "buyer" ? null : (
          <Badge>{t("check.ask.of", { owner: t(`owner.${question.owner}`) })}</Badge>
        )}
        <Button size="small" look="quiet" icon="right" onClick={() => onJump(question.path)}>
          {t(isMatch(question.path) ? "check.ask.decide" : "check.ask.jump")}
        </Button>
      </div>
      {kind === undefined ? null : (
        <Field label={t("check.ask.answer")} group>
          {(ids) => (
            <ValueControl
              kind={kind}
              ids={ids}
              value={undefined}
              onChange={(value) => void save(value)}
            />
          )}
        </Field>
      )}
    </div>
  );
}
