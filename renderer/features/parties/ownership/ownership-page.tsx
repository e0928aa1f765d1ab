import { useI18n } from "#i18n";
import { Button, hrefOf, useBooks } from "#ui";
import { Ownership } from "./ownership.tsx";

/** The ownership picture of one party on a page of its own. */
export function OwnershipPage({ party }: { readonly party: string }) {
  const { t } = useI18n();
  const books = useBooks();
  const name = books.entries("party").find(({ id }) => id === party)?.label ?? party;
  return (
    <div className="page">
      <div className="page-head">
        <div className="stack-tight">
          <a href={hrefOf(["parties"])}>{t("screen.nav.parties")}</a>
          <h1>{t("ownership.page", { name })}</h1>
        </div>
        <Button icon="edit" onClick={() => void books.open("party", { id: party })}>
          {t("ownership.open")}
        </Button>
      </div>
      <section className="card stack">
        <Ownership key={party} party={party} editable />
      </section>
    </div>
  );
}
