import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import { Button, goTo } from "#ui";
import type { AskedQuestion } from "./asked-of.ts";

type Question = AskedQuestion & { readonly key: string; readonly fact: string };

type Props = { readonly order: string; readonly questions: readonly Question[] };

/** Questions of rules that no field of this part answers: each with its texts, one press away from its field. */
export function OpenQuestions({ order, questions }: Props) {
  const { t, td, pick } = useI18n();
  if (questions.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t("guide.questions")}>
      <h3>{t("guide.questions")}</h3>
      <ul className="plain-list missing-list">
        {questions.map(({ key, fact, path, rules }) => (
          <li key={key}>
            <Button
              look="link"
              onClick={() =>
                goTo(["orders", order, "edit"], {
                  focus: path,
                  at: String(Math.round(performance.now())),
                })
              }
            >
              {hasMessage(`fact.${fact}`) ? td(`fact.${fact}`) : fact}
            </Button>
            {rules.slice(0, 1).map(({ title, sources }) => (
              <div key={title.en} className="muted small">
                {[pick(title), ...sources.slice(0, 2).map(({ id }) => id)].join(" · ")}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
