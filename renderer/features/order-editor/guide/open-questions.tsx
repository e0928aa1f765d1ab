import type { ReactNode } from "react";
import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import { Button, type FieldSpec, f, goTo, SpecField } from "#ui";
import type { AskedQuestion } from "./asked-of.ts";
import { ProductForm } from "./record-form.tsx";
import { specOf } from "./spec-of.ts";

type Open = AskedQuestion & { readonly key: string; readonly fact: string };

type Props = { readonly order: string; readonly questions: readonly Open[] };

/** Questions of rules that no other field of this part answers: each with its texts and its own field, or the way to it. */
export function OpenQuestions({ order, questions }: Props) {
  const { t } = useI18n();
  const first = questions.filter(({ settles }) => settles);
  const others = questions.filter(({ settles }) => !settles);
  return (
    <>
      {first.length === 0 ? null : (
        <section className="stack-tight" aria-label={t("guide.questions")}>
          <h3>{t("guide.questions")}</h3>
          <List order={order} questions={first} />
        </section>
      )}
      {others.length === 0 ? null : (
        <details className="details">
          <summary>{t("guide.questions.more", { count: others.length })}</summary>
          <List order={order} questions={others} />
        </details>
      )}
    </>
  );
}

function List({ order, questions }: Props) {
  const { td, pick } = useI18n();
  return (
    <ul className="plain-list missing-list">
      {questions.map(({ key, fact, path, rules }) => (
        <li key={key}>
          <Question path={path}>
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
          </Question>
          {rules.slice(0, 1).map(({ title, sources }) => (
            <div key={title.en} className="muted small">
              {[pick(title), ...sources.slice(0, 2).map(({ id }) => id)].join(" · ")}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What rules ask of a product beyond what the book's own figures say. */
const PRODUCT: readonly FieldSpec[] = [
  f.date("usAvailableOn"),
  f.answer("informedLetter"),
  f.answer("datacenterMarketed"),
  f.answer("computer"),
];

/** The question's own field where it can be drawn here; else the way to it. */
function Question({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const [root, id = "", name = ""] = path.split(".");
  const product = root === "products" ? PRODUCT.find((one) => one.name === name) : undefined;
  if (product !== undefined)
    return (
      <ProductForm id={id}>
        <SpecField spec={product} of="product" />
      </ProductForm>
    );
  const drawn = specOf(path);
  if (drawn === undefined) return children;
  const { spec, of, base } = drawn;
  return <SpecField spec={spec} of={of} {...(base === undefined ? {} : { base })} />;
}
