import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { parameterText } from "#shared/i18n";
import type { LookupRow } from "#shared/ipc";
import { Badge, Button, hrefOf, useAnswer, useDesk } from "#ui";
import type { Law } from "../law.ts";
import { ConfirmLookup } from "./confirm-lookup.tsx";

type Props = {
  readonly order: string;
  readonly asOf: string;
  readonly lookups: NonNullable<ReportValue["lookups"]>;
  readonly law: Law;
};
type Entry = Props["lookups"][number];

/** Every look-up of the workspace, with who confirmed it where. */
export function useWorkspaceLookups(asOf: string) {
  const { client } = useDesk();
  return useAnswer(["lookups", asOf], async () => await client.lookups.list({ asOf }), {
    keep: true,
  });
}

function rowOf(rows: readonly LookupRow[] | undefined, order: string, id: string) {
  return rows?.find(
    ({ entry, orders }) => entry.id === id && orders.some((one) => one.order === order),
  );
}

/** What persons found about the law and entered for this order: citation, day, name, who confirmed it, when to look again. */
export function Entered({ order, asOf, lookups, law }: Props) {
  const { t, pick } = useI18n();
  const rows = useWorkspaceLookups(asOf);
  const [signing, setSigning] = useState<{ entry: Entry; holds: boolean } | undefined>();
  if (lookups.length === 0) return null;
  return (
    <section className="stack" aria-label={t("check.verify.entered")}>
      <h2>{t("check.verify.entered")}</h2>
      <ul className="plain-list stack">
        {lookups.map((entry) => {
          const parameter = law.parameter(entry.parameter);
          const row = rowOf(rows.data, order, entry.id);
          const confirmed = row?.orders.find((one) => one.order === order)?.confirmed;
          return (
            <li key={entry.id} className="entry stack-tight">
              <div className="row">
                <strong>{parameter === undefined ? entry.parameter : pick(parameter.title)}</strong>
                <Badge>{t(`track.${entry.track}`)}</Badge>
                {entry.applies ? null : <Badge>{t("check.verify.not.that.day")}</Badge>}
                {row?.contradicts === true ? (
                  <Badge tone="warn">{t("lookup.contradiction")}</Badge>
                ) : null}
                <Badge tone={entry.isConfirmed ? "good" : "warn"}>
                  {entry.isConfirmed && confirmed !== undefined
                    ? t("lookup.confirmed", { day: confirmed.day, name: confirmed.name })
                    : t("lookup.unconfirmed")}
                </Badge>
                <RecheckBadge entry={entry} today={asOf} />
              </div>
              <EntryText entry={entry} name={entry.name} />
              <div className="row">
                <Button
                  size="small"
                  onClick={() => setSigning({ entry, holds: !entry.isConfirmed })}
                >
                  {t(entry.isConfirmed ? "lookup.withdraw" : "lookup.confirm")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <a href={hrefOf(["orders", order, "edit", "lookups"])}>{t("check.verify.change")}</a>
      {signing === undefined ? null : (
        <ConfirmLookup
          order={order}
          entry={signing.entry}
          asOf={asOf}
          holds={signing.holds}
          onClose={() => setSigning(undefined)}
        />
      )}
    </section>
  );
}

type Said = LookupRow["entry"];

/** One entry as a sentence: what was found, from when, where it stands, who saw it and when. */
export function EntryText({
  entry,
  name,
}: {
  readonly entry: Said;
  readonly name: string | undefined;
}) {
  const { t, lang } = useI18n();
  const state = t(`parameter.state.${entry.state}`);
  const said = entry.value ?? entry.instead;
  return (
    <span>
      {t("check.verify.entry", {
        state: said === undefined ? state : `${state}: ${parameterText(lang, String(said))}`,
        from: entry.to === undefined ? entry.from : `${entry.from} – ${entry.to}`,
        citation: entry.citation,
        seenOn: entry.seenOn,
        name: name ?? t("check.screening.nobody"),
      })}
    </span>
  );
}

/** When whoever looked means to look again; marked once that day has come. */
function RecheckBadge({ entry, today }: { readonly entry: Said; readonly today: string }) {
  const { t } = useI18n();
  const { recheckOn: day } = entry;
  if (day === undefined) return null;
  return day <= today ? (
    <Badge tone="warn">{t("lookup.recheck.due", { day })}</Badge>
  ) : (
    <Badge>{t("lookup.recheck", { day })}</Badge>
  );
}
