import { useState } from "react";
import { useI18n } from "#i18n";
import { type PlanValue, questionText } from "#shared/check";
import { useAnswer, useDesk } from "#ui";

type Props = {
  readonly order: string;
  readonly facts: PlanValue["rows"][number]["carriedBy"];
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
  readonly onJump: (path: string) => void;
};

/** The stated facts that carry a lane: how many, and on request each with its field. */
export function CarriedBy({ order, facts, nameOf, onJump }: Props) {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const asked = facts.map(({ fact, subject }) => ({ fact, subject }));
  const fields = useAnswer(
    ["check", order, "fields", JSON.stringify(asked)],
    async () => await client.check.fields({ order, facts: asked }),
    { enabled: isOpen && asked.length > 0 },
  );
  if (facts.length === 0) return <span className="muted">{t("plan.carried.none")}</span>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("plan.carried", { count: facts.length })}</summary>
      <ul className="tight-list">
        {facts.map(({ fact, subject }) => {
          const path = fields.data?.find(
            (one) => one.fact === fact && one.subject === subject.id,
          )?.path;
          const words = questionText(lang, fact);
          return (
            <li key={`${fact}@${subject.id}`}>
              {path === undefined ? (
                words
              ) : (
                <button type="button" className="link-button" onClick={() => onJump(path)}>
                  {words}
                </button>
              )}{" "}
              <span className="muted small">{nameOf(subject)}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
