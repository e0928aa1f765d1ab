import { useI18n } from "#i18n";
import type { Address } from "#shared/model";
import { Button, Field, TextControl, useDesk, useField, useToasts } from "#ui";

const LANGS = ["zh", "en"] as const;

type BothProps = {
  readonly value: Address | undefined;
  readonly kind: Address["kind"];
  readonly at: string;
  readonly readOnly: boolean;
  readonly onChange: (value: Address | undefined) => void;
};

/** An address as each reader reads it. */
function BothLanguages({ value, kind, at, readOnly, onChange }: BothProps) {
  const { t } = useI18n();
  return LANGS.map((lang) => (
    <Field key={lang} label={t(`field.address.${lang}`)} wide address={`${at}.${lang}`}>
      {(ids) => (
        <TextControl
          ids={ids}
          disabled={readOnly}
          language={lang}
          value={value?.[lang] ?? ""}
          onChange={(text) => {
            const { [lang]: _old, ...rest } = value ?? { kind };
            onChange(text === undefined ? rest : { ...rest, [lang]: text });
          }}
        />
      )}
    </Field>
  ));
}

/** The registered address of the party above; its other addresses stay as they are. */
export function RegisteredAddress() {
  const { value, set, address, readOnly } = useField("party.addresses");
  const all = Array.isArray(value) ? (value as readonly Address[]) : [];
  const at = Math.max(
    0,
    all.findIndex(({ kind }) => kind === "registered"),
  );
  return (
    <BothLanguages
      value={all[at]}
      kind="registered"
      at={address}
      readOnly={readOnly}
      onChange={(next) => set(next === undefined ? all : all.toSpliced(at, 1, next))}
    />
  );
}

/** The address of the site above, with the applicant's registered one to be taken over. */
export function SiteAddress({ applicant }: { readonly applicant: string | undefined }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const { value, set, address, readOnly } = useField("address");
  const country = useField("country");
  const takeOver = async (party: string) => {
    const stored = await client.parties.get({ id: party });
    if (!stored.ok) return toasts.fail(stored.error);
    const all = stored.value.value.party.addresses ?? [];
    const found = all.find(({ kind }) => kind === "registered") ?? all[0];
    if (found === undefined) return toasts.say(t("guide.same.address.none"));
    set({ ...found, kind: "business" });
    const place = found.country ?? stored.value.value.party.country;
    if (country.value === undefined && place !== undefined) country.set(place);
  };
  return (
    <>
      <BothLanguages
        value={value as Address | undefined}
        kind="business"
        at={address}
        readOnly={readOnly}
        onChange={set}
      />
      {applicant === undefined ? null : (
        <div className="field-wide">
          <Button
            size="small"
            look="quiet"
            disabled={readOnly}
            onClick={() => void takeOver(applicant)}
          >
            {t("guide.same.address")}
          </Button>
        </div>
      )}
    </>
  );
}
