import { useI18n } from "#i18n";
import type { Completeness, MissingItem } from "#shared/check";
import { fieldLabel } from "#shared/packet";
import { Badge, Button, ErrorNotice, errorOf, goTo, Skeleton, useAnswer, useDesk } from "#ui";

/** What the two outgoing sets still lack; each item leads to its field. */
export function CompletenessList({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const answer = useAnswer(
    ["completeness", order],
    async () => await client.check.completeness({ order }),
    { keep: true },
  );
  return (
    <aside className="card stack editor-side" aria-label={t("editor.missing.title")}>
      <h2>{t("editor.missing.title")}</h2>
      {answer.error === null ? null : (
        <ErrorNotice error={errorOf(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending ? <Skeleton /> : null}
      {answer.data === undefined
        ? null
        : (["cn-filing", "us-exporter"] as const).map((set) => (
            <SetList key={set} order={order} set={set} state={answer.data[set]} />
          ))}
    </aside>
  );
}

type SetProps = {
  readonly order: string;
  readonly set: "cn-filing" | "us-exporter";
  readonly state: Completeness;
};

function SetList({ order, set, state }: SetProps) {
  const { t } = useI18n();
  const required = state.missing.filter((item) => item.need !== "optional");
  const optional = state.missing.filter((item) => item.need === "optional");
  return (
    <section className="stack-tight">
      <div className="row">
        <h3>{t(`set.${set}`)}</h3>
        {state.complete ? (
          <Badge tone="good" icon="check">
            {t("editor.missing.none")}
          </Badge>
        ) : (
          <Badge tone="warn">{t("editor.missing.count", { count: required.length })}</Badge>
        )}
      </div>
      <Items order={order} items={required} />
      {state.returns.length === 0 ? null : (
        <details className="details" open>
          <summary>{t("editor.returns", { count: state.returns.length })}</summary>
          <Items order={order} items={state.returns} />
        </details>
      )}
      {optional.length === 0 ? null : (
        <details className="details">
          <summary>{t("editor.optional", { count: optional.length })}</summary>
          <Items order={order} items={optional} />
        </details>
      )}
    </section>
  );
}

type ItemsProps = { readonly order: string; readonly items: readonly MissingItem[] };

function Items({ order, items }: ItemsProps) {
  const { td, lang } = useI18n();
  return (
    <ul className="plain-list missing-list">
      {items.map((item) => {
        const label = fieldLabel(lang, item.path);
        return (
          <li key={`${item.path}-${item.why}`}>
            <Button
              look="link"
              onClick={() =>
                goTo(["orders", order, "edit"], {
                  focus: item.path,
                  at: String(Math.round(performance.now())),
                })
              }
            >
              {td(`completeness.why.${item.why}`, item.params)}
            </Button>
            {label === item.path ? null : <div className="muted small">{label}</div>}
          </li>
        );
      })}
    </ul>
  );
}
