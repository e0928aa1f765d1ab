import * as Tabs from "@radix-ui/react-tabs";
import { useI18n } from "#i18n";
import { goTo, hrefOf, Notice, useAnswer, useDesk, usePlace } from "#ui";
import { BatchSearch } from "./batch-search.tsx";
import { OpenMatches } from "./matches/open-matches.tsx";
import { NameSearch } from "./name-search.tsx";
import "./screening.css";
import { TenantBooks } from "./tenants/tenant-books.tsx";

const tabs = ["matches", "name", "batch", "tenants"] as const;

/** Names against the imported lists: of every draft, of one name, of a file, and of a provider's tenants. */
export function ScreeningPage() {
  const { t } = useI18n();
  const { client } = useDesk();
  const { steps } = usePlace();
  const tab = tabs.find((name) => name === steps[1]) ?? "matches";
  const lists = useAnswer(["lists"], async () => await client.lists.list({}));
  const present = (lists.data ?? []).filter(({ superseded }) => !superseded);
  return (
    <div className="page">
      <h1>{t("screen.nav.screening")}</h1>
      {lists.data !== undefined && present.length === 0 ? (
        <Notice
          tone="warn"
          action={
            <a className="button button-small" href={hrefOf(["settings", "lists"])}>
              {t("settings.lists.import")}
            </a>
          }
        >
          {t("check.screening.nolists")}
        </Notice>
      ) : null}
      <SearchedWith lists={present} />
      <Tabs.Root value={tab} onValueChange={(next) => goTo(["screening", next])} className="card">
        <Tabs.List className="tabs" aria-label={t("screen.nav.screening")}>
          {tabs.map((name) => (
            <Tabs.Trigger key={name} value={name} className="tab">
              {t(`screening.tab.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="matches" className="tab-body">
          <OpenMatches ready={present.length > 0} />
        </Tabs.Content>
        <Tabs.Content value="name" className="tab-body">
          <NameSearch ready={present.length > 0} />
        </Tabs.Content>
        <Tabs.Content value="batch" className="tab-body">
          <BatchSearch ready={present.length > 0} />
        </Tabs.Content>
        <Tabs.Content value="tenants" className="tab-body">
          <TenantBooks />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  );
}

type ListsProps = {
  readonly lists: readonly {
    readonly title: string;
    readonly date: string;
    readonly sha256: string;
  }[];
};

/** Which lists every search here looks through, and how much of what is listed it is known to find. */
function SearchedWith({ lists }: ListsProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const known = useAnswer(["search-accuracy"], async () => await client.lists.accuracy({}));
  if (lists.length === 0 || known.data === undefined) return null;
  const { date, pairs, recall, possible } = known.data;
  const names = lists.map(
    (list) =>
      `${list.title} ${list.date === "unknown" ? t("list.date.unknown") : list.date} (${list.sha256.slice(0, 8)})`,
  );
  return (
    <p className="muted small">
      {t("check.screening.with", { lists: names.join("; ") })}{" "}
      {t("check.screening.known", { date, pairs, recall, possible })}
    </p>
  );
}
