import { useQueries } from "@tanstack/react-query";
import { useCallback } from "react";
import type { PackWords, ReportValue } from "#shared/check";
import { translate } from "#shared/i18n";
import type { Pack, Rule, Source, Track } from "#shared/rules";
import { unwrap, useDesk } from "#ui";

/** The words of the packs that a report names, by their ids. */
export type Law = {
  /** The packs as texts about a report take them; empty until they are here. */
  readonly packs: readonly PackWords[];
  readonly rule: (id: string) => Rule | undefined;
  readonly source: (id: string) => Source | undefined;
  readonly parameter: (id: string) => Pack["parameters"][number] | undefined;
  readonly parameters: (track: Track) => Pack["parameters"];
  readonly definition: (id: string) => Pack["definitions"][number] | undefined;
};

type Loaded = { readonly pack: Pack; readonly sources: readonly Source[] };

function wordsOf({ pack }: Loaded): PackWords {
  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  return { pack, parameters: byId(pack.parameters), definitions: byId(pack.definitions) };
}

function found<T extends { readonly id: string }>(lists: readonly (readonly T[])[], id: string) {
  for (const list of lists) {
    const item = list.find((one) => one.id === id);
    if (item !== undefined) return item;
  }
  return undefined;
}

type Lookups = NonNullable<ReportValue["lookups"]>;

/** What a person looked up, shown as the text it is: its citation, the day it was seen. */
function lookedUp(lookups: Lookups, id: string): Source | undefined {
  const entry = lookups.find((one) => one.id === id);
  if (entry === undefined) return undefined;
  return {
    id,
    authority: "data",
    title: {
      zh: translate("zh", "check.verify.source"),
      en: translate("en", "check.verify.source"),
    },
    date: entry.seenOn,
    confidence: "medium",
    quote: entry.citation,
  };
}

/** Fetches the packs of a report once and finds their rules, sources, parameters and definitions. */
export function useLaw(packs: ReportValue["packs"], lookups: Lookups = []): Law {
  const { client } = useDesk();
  // The same answers give the same packs, so that texts are not written again on every drawing.
  const combine = useCallback(
    (results: readonly { readonly data: Loaded | undefined }[]) =>
      results.flatMap(({ data }) =>
        data === undefined ? [] : [{ ...data, words: wordsOf(data) }],
      ),
    [],
  );
  const loaded = useQueries({
    queries: packs.map(({ id, version }) => ({
      queryKey: ["pack", id, version],
      queryFn: async () => await unwrap(client.packs.get({ id, version })),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine,
  });
  return {
    packs: loaded.map(({ words }) => words),
    rule: (id) =>
      found(
        loaded.map(({ pack }) => pack.rules),
        id,
      ),
    source: (id) =>
      found(
        loaded.map(({ sources }) => sources),
        id,
      ) ?? lookedUp(lookups, id),
    parameter: (id) =>
      found(
        loaded.map(({ pack }) => pack.parameters),
        id,
      ),
    parameters: (track) =>
      loaded.flatMap(({ pack }) => (pack.track === track ? pack.parameters : [])),
    definition: (id) =>
      found(
        loaded.map(({ pack }) => pack.definitions),
        id,
      ),
  };
}
