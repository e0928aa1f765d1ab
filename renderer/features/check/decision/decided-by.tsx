import { useI18n } from "#i18n";
import { figureName, questionText } from "#shared/check";
import { type Lang, seenText, translate } from "#shared/i18n";
import { Button, useAnswer, useDesk } from "#ui";
import type { DecidingFact } from "./deciding-facts.ts";

const SHOWN = 5;

type Props = {
  readonly order: string;
  readonly facts: readonly DecidingFact[];
  readonly nameOf: (subject: { readonly kind: string; readonly id: string }) => string;
  readonly onJump: (path: string) => void;
};

/** An answer beside its question; a figure that was computed from answers by its own name. */
function saidText(lang: Lang, { fact, seen }: DecidingFact): string {
  const said = seenText(lang, fact, seen);
  const name = figureName(lang, fact);
  return name === undefined
    ? translate(lang, "decision.answer", { question: questionText(lang, fact), seen: said })
    : translate(lang, "decision.figure", { name, seen: said });
}

/** The answers that decide, as they were given, each one click from the field that holds it. */
export function DecidedBy({ order, facts, nameOf, onJump }: Props) {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const asked = facts.map(({ fact, subject }) => ({ fact, subject }));
  const fields = useAnswer(
    ["check", order, "fields", JSON.stringify(asked)],
    async () => await client.check.fields({ order, facts: asked }),
    { enabled: asked.length > 0 },
  );
  if (facts.length === 0) return null;
  const pathOf = ({ fact, subject }: DecidingFact) =>
    fields.data?.find((one) => one.fact === fact && one.subject === subject.id)?.path;
  // An answer that can be changed at once stands before a figure that was computed.
  const sorted = [
    ...facts.filter((one) => pathOf(one) !== undefined),
    ...facts.filter((one) => pathOf(one) === undefined),
  ].slice(0, SHOWN);
  return (
    <section className="stack-tight" aria-label={t("decision.answers")}>
      <h3>{t("decision.answers")}</h3>
      <ul className="plain-list decided-by">
        {sorted.map((one) => {
          const { fact, subject } = one;
          const path = pathOf(one);
          return (
            <li key={`${fact}@${subject.id}`}>
              <span>
                {saidText(lang, one)} <span className="muted small">{nameOf(subject)}</span>
              </span>
              {path === undefined ? null : (
                <Button size="small" look="quiet" icon="right" onClick={() => onJump(path)}>
                  {t("check.ask.jump")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
