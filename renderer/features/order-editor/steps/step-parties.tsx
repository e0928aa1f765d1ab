import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { readUscc } from "#shared/identity";
import { Button, Field, type FieldSpec, Fields, f, Notice, TextControl, useField } from "#ui";
import { RegisteredAddress } from "../guide/address-fields.tsx";
import { Holders } from "../guide/holders.tsx";
import { PartyForm } from "../guide/record-form.tsx";
import { EndUsersField, RoleField } from "../guide/role-field.tsx";

const NAMES: readonly FieldSpec[] = [
  f.line("names.zh", { wide: true }),
  f.line("names.en", { wide: true }),
];

const PEOPLE: readonly FieldSpec[] = [
  f.line("importerCode"),
  f.line("registeredCapital"),
  f.line("legalRepresentative.name"),
  f.line("signatory.name"),
  f.line("signatory.nameEn"),
];

const NATURE: readonly FieldSpec[] = [
  f.answer("criticalInfrastructure.notice"),
  f.answer("criticalInfrastructure.business"),
  f.answer("criticalInfrastructure.serves"),
  f.answer("military"),
  f.answer("militaryEndUser"),
  f.answer("sensitiveGovernment"),
  f.answer("infrastructureService"),
  { ...f.answer("kycProcedures"), kind: "answer", noteApart: true },
];

/** Everything that both readers ask about the applicant. */
export function StepApplicant() {
  const { t } = useI18n();
  const { value } = useField("buyer");
  if (typeof value !== "string") return <Notice>{t("guide.applicant.none")}</Notice>;
  return (
    <PartyForm id={value}>
      <Fields specs={NAMES} of="party" base="party" />
      <Code />
      <div className="form-grid">
        <RegisteredAddress />
      </div>
      <Fields specs={PEOPLE} of="party" base="party" />
      <FirstContact />
      <Fields specs={[f.text("business.en", 2)]} of="party" base="party" />
      <Holders party={value} />
      <Fields specs={NATURE} of="party" base="party" />
      <NoteWhereYes path="party.kycProcedures" />
    </PartyForm>
  );
}

/** The credit code; a valid one of the mainland says where the firm is registered, which is then filled in and shown. */
function Code() {
  const { t } = useI18n();
  const code = useField("party.uscc");
  const country = useField("party.country");
  const seat = useField("party.headquarters");
  const isMainland = typeof code.value === "string" && readUscc(code.value).valid;
  const { value: there, set } = country;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a code that has just become valid fills the country in
  useEffect(() => {
    if (isMainland && there === undefined) set("CN");
  }, [isMainland]);
  return (
    <div className="form-grid">
      <CodeField code={typeof code.value === "string" ? code.value : ""} />
      <Fields specs={[f.country("country")]} of="party" base="party" />
      <div className="stack-tight">
        <Fields specs={[f.country("headquarters")]} of="party" base="party" />
        {typeof there === "string" && seat.value !== there ? (
          <Button size="small" onClick={() => seat.set(there)}>
            {t("guide.same.country")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Of many characters that stand nowhere the first few say enough. */
const MOST_PROBLEMS = 2;
const WHOLE_CODE = 18;

/** The box of the code and, once it is whole or has been left, what is wrong with it. */
function CodeField({ code }: { readonly code: string }) {
  const { td } = useI18n();
  const [under, setUnder] = useState(false);
  const reading = readUscc(code);
  const settled = !under || code.trim().length >= WHOLE_CODE;
  const problems = code.trim() !== "" && settled ? reading.problems : [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only whether the box inside is being written in is followed
    <div className="stack-tight" onFocus={() => setUnder(true)} onBlur={() => setUnder(false)}>
      <Fields specs={[f.line("uscc")]} of="party" base="party" />
      <div role="status">
        {problems.slice(0, MOST_PROBLEMS).map((problem) => (
          <div key={JSON.stringify(problem)} className="field-error">
            {td(`uscc.problem.${problem.kind}`, problem)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The first contact; a party without one gets it with the first word typed. */
function FirstContact() {
  const { t } = useI18n();
  const { value, set, address, readOnly } = useField("party.contacts");
  const all = Array.isArray(value) ? (value as readonly Readonly<Record<string, string>>[]) : [];
  const change = (name: string, text: string | undefined) => {
    const { [name]: _old, ...rest } = all[0] ?? {};
    set(all.toSpliced(0, 1, text === undefined ? rest : { ...rest, [name]: text }));
  };
  return (
    <div className="form-grid" data-path={address}>
      {(["name", "phone"] as const).map((name) => (
        <Field
          key={name}
          label={`${t("field.contact")} · ${t(`field.contact.${name}`)}`}
          address={`${address}.first.${name}`}
        >
          {(ids) => (
            <TextControl
              ids={ids}
              disabled={readOnly}
              value={all[0]?.[name] ?? ""}
              onChange={(text) => change(name, text)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** A plain yes describes nothing: what it rests on is written below it. */
export function NoteWhereYes({ path }: { readonly path: string }) {
  const { value } = useField(path);
  const said = typeof value === "object" && value !== null && "value" in value ? value.value : "";
  if (said !== "yes") return null;
  return (
    <Fields specs={[f.text("note", 2)]} of={`note.${path.replace("party.", "")}`} base={path} />
  );
}

/** The seller, and who plays which part on the way. */
export function StepRoute() {
  const { t } = useI18n();
  const seller = useField("route.seller").value;
  const exporter = useField("route.exporterOfRecord").value;
  const applicant = { path: "buyer", words: "guide.same.applicant" } as const;
  const buyer = useField("buyer").value;
  const abroad = [...new Set([seller, exporter])].filter(
    (id): id is string => typeof id === "string" && id !== buyer,
  );
  return (
    <>
      <div className="form-grid">
        <RoleField
          part="exporterOfRecord"
          same={{ path: "route.seller", words: "guide.same.seller" }}
        />
        <RoleField part="importerOfRecord" same={applicant} />
        <RoleField part="consignee" same={applicant} />
        <RoleField part="consumingUnit" same={applicant} />
        <EndUsersField />
      </div>
      {abroad.length === 0 ? <Notice>{t("guide.seller.none")}</Notice> : null}
      {abroad.map((id) => (
        <section key={id} className="entry stack" aria-label={t("guide.seller")}>
          <h3>{t("guide.seller")}</h3>
          <PartyForm id={id}>
            <Fields
              specs={[...NAMES, f.country("country"), f.country("headquarters")]}
              of="party"
              base="party"
            />
            <div className="form-grid">
              <RegisteredAddress />
            </div>
          </PartyForm>
        </section>
      ))}
    </>
  );
}
