import { useState } from "react";
import { useI18n } from "#i18n";
import {
  BookTable,
  Button,
  countryName,
  Empty,
  ErrorNotice,
  errorOf,
  goTo,
  IconButton,
  Skeleton,
  useAnswer,
  useBooks,
  useDesk,
  usePlace,
} from "#ui";
import { ImportParties } from "./import/import-parties.tsx";
import { MergeParties } from "./merge-parties.tsx";
import { OwnershipPage } from "./ownership/ownership-page.tsx";

/** All parties of this workspace, or who stands behind one of them. */
export function PartiesPage() {
  const { steps } = usePlace();
  const [, party] = steps;
  return party === undefined ? <PartyList /> : <OwnershipPage party={party} />;
}

function PartyList() {
  const { t, td, pick, lang } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const [search, setSearch] = useState("");
  const [importing, setImporting] = useState(false);
  const [merging, setMerging] = useState<string | undefined>(undefined);
  const parties = useAnswer(["parties"], async () => await client.parties.list({}));
  const words = search.trim().toLowerCase().split(/\s+/);
  const found = (parties.data ?? []).filter((party) => {
    const hay =
      `${party.zh ?? ""} ${party.en ?? ""} ${party.uscc ?? ""} ${party.search}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  type Party = (typeof found)[number];
  const nameOf = (party: Party) => pick(party) || party.id;
  const other = (party: Party) => (lang === "zh" ? party.en : party.zh);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.parties")}</h1>
        <div className="row">
          <Button look="primary" icon="add" onClick={() => void books.open("party", {})}>
            {t("parties.new")}
          </Button>
          <Button icon="upload" onClick={() => setImporting(true)}>
            {t("parties.import")}
          </Button>
        </div>
      </div>
      {parties.error === null ? null : (
        <ErrorNotice error={errorOf(parties.error)} onRetry={() => void parties.refetch()} />
      )}
      {parties.isPending ? <Skeleton /> : null}
      {parties.data?.length === 0 ? (
        <Empty title={t("parties.empty.title")} text={t("parties.empty.text")} />
      ) : null}
      {parties.data === undefined || parties.data.length === 0 ? null : (
        <section className="card stack">
          <input
            className="input"
            type="search"
            aria-label={t("parties.search")}
            placeholder={t("parties.search")}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {found.length === 0 ? (
            <p className="muted">{t("screen.nothing.found", { text: search })}</p>
          ) : (
            <BookTable
              book="party"
              items={found}
              idOf={(party) => party.id}
              nameOf={nameOf}
              stale={["parties"]}
              remove={client.parties.remove}
              restore={client.parties.restore}
              extra={(party) => (
                <>
                  <IconButton
                    size="small"
                    icon="graph"
                    label={t("ownership.page", { name: nameOf(party) })}
                    onClick={() => goTo(["parties", party.id])}
                  />
                  <IconButton
                    size="small"
                    icon="copy"
                    label={`${t("parties.merge")}: ${nameOf(party)}`}
                    onClick={() => setMerging(party.id)}
                  />
                </>
              )}
              columns={[
                { label: t("parties.column.name"), cell: nameOf },
                { label: t("parties.column.other"), cell: other },
                {
                  label: t("parties.column.code"),
                  cell: (party) => <code className="nowrap">{party.uscc}</code>,
                },
                {
                  label: t("parties.column.kind"),
                  cell: (party) => td(`party.kind.${party.kind}`),
                },
                {
                  label: t("parties.column.country"),
                  cell: (party) =>
                    party.country === undefined ? null : countryName(party.country, lang),
                },
                {
                  label: t("parties.column.holders"),
                  number: true,
                  cell: (party) => party.holders,
                },
              ]}
            />
          )}
        </section>
      )}
      {importing ? <ImportParties onClose={() => setImporting(false)} /> : null}
      {merging === undefined ? null : (
        <MergeParties keep={merging} onClose={() => setMerging(undefined)} />
      )}
    </div>
  );
}
