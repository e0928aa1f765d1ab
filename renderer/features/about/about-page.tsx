import * as Tabs from "@radix-ui/react-tabs";
import { useI18n } from "#i18n";
import { Button, ErrorNotice, errorOf, goTo, Skeleton, useAnswer, useDesk, usePlace } from "#ui";
import { Diagnostics } from "./diagnostics.tsx";
import { Licences } from "./licences.tsx";
import { ManagedRules } from "./managed-rules.tsx";
import { Updates } from "./updates.tsx";
import "./about.css";

const tabs = ["program", "updates", "licences", "diagnostics"] as const;

type Props = {
  /** No workspace is open: nothing leads to pages that need one. */
  readonly closed?: boolean;
};

/** What this program is, under which rules of the firm it runs, and what it noted of itself. */
export function AboutPage({ closed = false }: Props) {
  const { t } = useI18n();
  const { steps } = usePlace();
  const tab = tabs.find((known) => known === steps[1]) ?? "program";
  return (
    <div className="page">
      <h1>{t("about.title")}</h1>
      <Tabs.Root value={tab} onValueChange={(next) => goTo(["about", next])}>
        <Tabs.List className="tabs" aria-label={t("about.title")}>
          {tabs.map((name) => (
            <Tabs.Trigger key={name} value={name} className="tab">
              {t(`about.tab.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="program" className="card tab-card">
          <Program closed={closed} />
        </Tabs.Content>
        <Tabs.Content value="updates" className="card tab-card">
          <Updates />
        </Tabs.Content>
        <Tabs.Content value="licences" className="card tab-card">
          <Licences />
        </Tabs.Content>
        <Tabs.Content value="diagnostics" className="card tab-card">
          <Diagnostics />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  );
}

function Program({ closed = false }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const about = useAnswer(["about"], async () => await client.program.about({}));
  const host = useAnswer(["host"], async () => await client.host.info({}));
  if (about.error !== null) return <ErrorNotice error={errorOf(about.error)} />;
  if (about.data === undefined) return <Skeleton />;
  const { version, runtime, managed } = about.data;
  return (
    <div className="stack">
      <p className="about-name">{`${t("app.name")} ${version}`}</p>
      <p>{t("app.notice.material")}</p>
      <dl className="facts">
        <dt>{t("about.runtime")}</dt>
        <dd>{runtime === "" ? "–" : runtime}</dd>
        {host.data === undefined ? null : (
          <>
            <dt>{t("settings.host")}</dt>
            <dd>{`${t(`host.kind.${host.data.kind}`)} · ${host.data.platform}`}</dd>
            <dt>{t("settings.workspace")}</dt>
            <dd>
              <code>{host.data.workspace}</code>
            </dd>
          </>
        )}
        <dt>{t("about.licence.own")}</dt>
        <dd>{t("about.licence.name")}</dd>
      </dl>
      {closed ? null : (
        <div className="row">
          <Button icon="question" onClick={() => goTo(["tour"])}>
            {t("tour.title")}
          </Button>
        </div>
      )}
      {managed === undefined ? (
        <p className="muted">{t("managed.none")}</p>
      ) : (
        <ManagedRules managed={managed} />
      )}
    </div>
  );
}
