import * as Tabs from "@radix-ui/react-tabs";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useI18n } from "#i18n";
import { isCivilDate } from "#shared/kernel";
import { type Track, tracks } from "#shared/rules";
import {
  DateInput,
  Empty,
  ErrorNotice,
  errorOf,
  Field,
  Skeleton,
  unwrap,
  useAnswer,
  useDesk,
  usePlace,
} from "#ui";
import { Affected } from "./affected.tsx";
import { Compare } from "./compare.tsx";
import type { LoadedPack } from "./loaded-pack.ts";
import { Packs } from "./packs.tsx";
import { RuleList } from "./rule-list.tsx";
import { SourceList } from "./source-list.tsx";
import { Timeline } from "./timeline.tsx";
import "./rules.css";

const views = ["rules", "parameters", "sources", "packs", "compare", "affected"] as const;

/** The law as the packs have it: rules, the history of each parameter, sources, packs and their differences. */
export function RulesPage() {
  const { t } = useI18n();
  const { client } = useDesk();
  const [track, setTrack] = useState<Track | "all">("all");
  const [search, setSearch] = useState("");
  const [day, setDay] = useState("");
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const packs = useAnswer(["packs"], async () => await client.packs.list({}));
  const active = (packs.data ?? []).filter((pack) => pack.active);
  const loaded = useLoaded(active);
  const shown = loaded.filter(({ pack }) => track === "all" || pack.track === track);
  const asOf = isCivilDate(day) ? day : (host.data?.today ?? "");
  // A pack that the system handed over leads straight to where packs are taken in.
  const { steps } = usePlace();
  const wanted = views.find((view) => view === steps[1]) ?? "rules";
  const filter = { search: search.trim().toLowerCase(), asOf };
  if (packs.error !== null) return <ErrorNotice error={errorOf(packs.error)} />;
  return (
    <div className="page">
      <h1>{t("screen.nav.rules")}</h1>
      {packs.isPending ? <Skeleton /> : null}
      {packs.data?.length === 0 ? <Empty title={t("rules.none")} /> : null}
      <section className="card rules-bar" aria-label={t("rules.search")}>
        <Field label={t("rules.search")}>
          {(ids) => (
            <input
              id={ids.id}
              type="search"
              className="input"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("rules.track")}>
          {(ids) => (
            <select
              id={ids.id}
              className="input"
              value={track}
              onChange={(event) =>
                setTrack(tracks.find((item) => item === event.target.value) ?? "all")
              }
            >
              <option value="all">{t("rules.all")}</option>
              {tracks.map((item) => (
                <option key={item} value={item}>
                  {t(`track.${item}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("rules.day")}>
          {(ids) => <DateInput id={ids.id} value={day === "" ? asOf : day} onChange={setDay} />}
        </Field>
      </section>
      <Tabs.Root key={wanted} defaultValue={wanted} className="card">
        <Tabs.List className="tabs" aria-label={t("rules.view")}>
          {views.map((view) => (
            <Tabs.Trigger key={view} value={view} className="tab">
              {t(view === "affected" ? "rules.affected" : `rules.view.${view}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="rules" className="tab-body">
          <RuleList packs={shown} filter={filter} />
        </Tabs.Content>
        <Tabs.Content value="parameters" className="tab-body">
          <Timeline packs={shown} filter={filter} />
        </Tabs.Content>
        <Tabs.Content value="sources" className="tab-body">
          <SourceList packs={shown} search={filter.search} />
        </Tabs.Content>
        <Tabs.Content value="packs" className="tab-body">
          <Packs />
        </Tabs.Content>
        <Tabs.Content value="compare" className="tab-body">
          <Compare />
        </Tabs.Content>
        <Tabs.Content value="affected" className="tab-body">
          <Affected today={host.data?.today ?? ""} />
        </Tabs.Content>
      </Tabs.Root>
    </div>
  );
}

function useLoaded(
  packs: readonly { readonly id: string; readonly version: string }[],
): readonly LoadedPack[] {
  const { client } = useDesk();
  return useQueries({
    queries: packs.map(({ id, version }) => ({
      queryKey: ["pack", id, version],
      queryFn: async () => await unwrap(client.packs.get({ id, version })),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) =>
      results.flatMap((result) => (result.data === undefined ? [] : [result.data])),
  });
}
