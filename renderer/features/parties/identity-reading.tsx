import { useI18n } from "#i18n";
import { type Contradiction, contradictionsOf, legalFormOf } from "#shared/identity";
import type { Party, PartyRecord } from "#shared/model";
import { countryName, type Draft, Notice, useDraftValue } from "#ui";

type Props = { readonly draft: Draft<PartyRecord> };

/** The words behind the values of a contradiction: kinds, forms, countries and categories are ids until they are read. */
function useContradictionText() {
  const { td, lang } = useI18n();
  const form = (id: string) => td(`identity.form.${id}`);
  return ({ kind, params }: Contradiction) => {
    const { said = "", form: shape = "", zh = "", en = "" } = params;
    const words: Record<string, string> = { ...params };
    if (kind === "code-and-kind" || kind === "kind-and-form")
      words["said"] = td(`party.kind.${said}`);
    if (kind === "code-and-form") words["said"] = form(said);
    if (kind === "code-and-country") words["said"] = countryName(said, lang);
    if (kind === "capital-and-kind") words["said"] = td(`state.capital.${said}`);
    if (kind === "foreign-code-not-valid")
      words["scheme"] = td(`code.scheme.${params["scheme"] ?? ""}`);
    if (shape !== "") words["form"] = form(shape);
    if (kind === "names-and-forms") Object.assign(words, { zh: form(zh), en: form(en) });
    return td(`identity.contradiction.${kind}`, words);
  };
}

/** What name, form, kind, code and country say against each other, while they are typed; nothing is decided or changed. */
export function Contradictions({ draft }: Props) {
  const { t } = useI18n();
  const text = useContradictionText();
  const found = useDraftValue(draft, ({ party }) => JSON.stringify(contradictionsOf(party)));
  const all = (JSON.parse(found) as Contradiction[]).filter(
    // The reading of the code says this itself, with the place.
    ({ kind }) => kind !== "code-not-valid",
  );
  if (all.length === 0) return null;
  return (
    <Notice tone="warn" role="status">
      <strong>{t("parties.contradictions")}</strong>
      <ul>
        {all.map((one) => (
          <li key={`${one.kind} ${one.fields.join(" ")}`}>{text(one)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function formOf(names: Party["names"], country: string | undefined, lang: "zh" | "en") {
  return legalFormOf(names[lang] ?? "", country);
}

/** The legal form that each name shows, with its codes of ISO 20275 where the country is known. */
export function FormReading({ draft }: Props) {
  const { t, td } = useI18n();
  const found = useDraftValue(draft, ({ party: { names, country } }) =>
    JSON.stringify([formOf(names, country, "zh") ?? null, formOf(names, country, "en") ?? null]),
  );
  const forms = (JSON.parse(found) as (ReturnType<typeof legalFormOf> | null)[]).flatMap(
    (form) => form ?? [],
  );
  if (forms.length === 0) return null;
  return (
    <p className="muted small">
      {forms
        .map(({ form, ending, elf }) => {
          const words = { ending, form: td(`identity.form.${form}`) };
          if (elf.length === 0) return t("parties.form", words);
          return t("parties.form.coded", { ...words, elf: elf.join(" / ") });
        })
        .join(" ")}
    </p>
  );
}

/** What the sector codes stand for; they are hints and show nothing about critical infrastructure by themselves. */
export function SectorReading({ draft }: Props) {
  const { t, td } = useI18n();
  const letters = useDraftValue(draft, ({ party }) =>
    [...new Set((party.sectors ?? []).map((code) => code.charAt(0)))]
      .filter((letter) => /^[A-T]$/.test(letter))
      .sort()
      .join(""),
  );
  if (letters === "") return null;
  return (
    <Notice>
      <span>
        {[...letters].map((letter) => `${letter} ${td(`sector.${letter}`)}`).join(t("uscc.comma"))}
      </span>
      <span className="muted small">{t("parties.sectors.about")}</span>
    </Notice>
  );
}
