import { useI18n } from "#i18n";
import { Button, Fields, f, SpecField, useField, useRows } from "#ui";
import { SiteAddress } from "../guide/address-fields.tsx";
import { SiteForm } from "../guide/record-form.tsx";
import { NoteWhereYes } from "./step-parties.tsx";

/** Where the units will stand: each site with what both readers ask about it. */
export function StepSite() {
  const { t } = useI18n();
  const sites = useRows("sites") as readonly string[];
  const buyer = useField("buyer").value;
  const applicant = typeof buyer === "string" ? buyer : undefined;
  return (
    <>
      <SpecField spec={f.many("sites", "site")} of="order" />
      {sites.map((id) => (
        <section key={id} className="entry stack" aria-label={t("guide.site")}>
          <SiteForm id={id}>
            <Fields specs={[f.bilingual("names", false)]} of="site" />
            <div className="form-grid">
              <SiteAddress applicant={applicant} />
            </div>
            <Fields
              specs={[
                f.country("country"),
                f.choice("tenure", ["owned", "leased", "colocation", "cloud"], "site.tenure"),
              ]}
              of="site"
            />
            <Operator applicant={applicant} />
            <Fields
              specs={["stateFunded", "projectFiling", "energyReview", "physicalSecurity"].map(
                (name) => f.answer(name),
              )}
              of="site"
            />
            <Fields specs={[f.text("physicalSecurityText", 2)]} of="site" />
            <Fields
              specs={[{ ...f.answer("remoteAccessControlled"), kind: "answer", noteApart: true }]}
              of="site"
            />
            <NoteWhereYes path="remoteAccessControlled" />
          </SiteForm>
        </section>
      ))}
    </>
  );
}

function Operator({ applicant }: { readonly applicant: string | undefined }) {
  const { t } = useI18n();
  const { value, set, readOnly } = useField("operator");
  return (
    <div className="stack-tight">
      <SpecField spec={f.one("operator", "party")} of="site" />
      {applicant === undefined || value === applicant ? null : (
        <Button
          size="small"
          look="quiet"
          disabled={readOnly}
          aria-label={`${t("field.site.operator")}: ${t("guide.same.applicant")}`}
          onClick={() => set(applicant)}
        >
          {t("guide.same.applicant")}
        </Button>
      )}
    </div>
  );
}
