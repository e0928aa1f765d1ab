import { useI18n } from "#i18n";
import { type Alternative, claimKinds, endUseKinds } from "#shared/model";
import {
  ChoiceControl,
  Combobox,
  Field,
  Fields,
  f,
  newId,
  Rows,
  type RowsSpec,
  SpecField,
  useAnswer,
  useDesk,
  useField,
  useRows,
} from "#ui";
import {
  alternativeRows,
  claimRows,
  remoteRows,
  tenantRows,
  useRowsSpec,
} from "../sections/sections.ts";

const USE: RowsSpec = {
  ...useRowsSpec,
  fields: useRowsSpec.fields.filter(({ name }) =>
    ["kind", "commercial", "description"].includes(name),
  ),
};
const ALTERNATIVE: RowsSpec = {
  ...alternativeRows,
  fields: alternativeRows.fields.filter(({ name }) => name === "product" || name === "considered"),
};

/** What the units are for, whom they serve, and why domestic ones do not suffice. */
export function StepUse() {
  const { t } = useI18n();
  const serves = useField("declarations.capacityServesOthers").value;
  const servesOthers =
    typeof serves === "object" && serves !== null && "value" in serves && serves.value === "yes";
  return (
    <>
      <First spec={USE} options={endUseKinds} words="use.kind" member="kind" />
      <SpecField spec={f.answer("declarations.capacityServesOthers")} of="order" />
      {servesOthers ? (
        <>
          <Rows spec={tenantRows} />
          <Rows spec={remoteRows} />
          <SpecField spec={f.answer("declarations.tenantMixComplete")} of="order" />
        </>
      ) : null}
      <h3>{t("editor.section.necessity")}</h3>
      <Fields specs={[f.date("necessity.needDate")]} of="order" />
      <Fields specs={[f.text("necessity.statement.zh", 4)]} of="order" />
      <First spec={claimRows} options={claimKinds} words="claim.kind" member="kind" />
      <Alternatives />
      <Fields specs={[f.text("necessity.conclusion.zh", 3)]} of="order" />
    </>
  );
}

type FirstProps = {
  readonly spec: RowsSpec;
  readonly options: readonly string[];
  readonly words: string;
  readonly member: string;
};

/** Entries of a list; the first one begins with the choice that says what it is. */
function First({ spec, options, words, member }: FirstProps) {
  const { td } = useI18n();
  const rows = useRows(spec.name);
  const state = useField(spec.name);
  if (rows.length > 0) return <Rows spec={spec} />;
  return (
    <Field label={td(`field.${spec.of}`)} address={state.address}>
      {(ids) => (
        <ChoiceControl
          ids={ids}
          disabled={state.readOnly}
          value=""
          options={options}
          words={words}
          onChange={(value) => {
            if (value !== undefined) state.set([{ ...Object(spec.fresh()), [member]: value }]);
          }}
        />
      )}
    </Field>
  );
}

function isAlternative(value: unknown): value is Alternative {
  return typeof value === "object" && value !== null && "vendor" in value && "model" in value;
}

/** Domestic products that were looked at: those with published figures to choose from, any other by its name. */
function Alternatives() {
  const { t } = useI18n();
  const { client } = useDesk();
  const state = useField("necessity.alternatives");
  const rows = useRows("necessity.alternatives");
  const known = useAnswer(["alternatives"], async () => await client.products.alternatives({}));
  const published = (known.data ?? []).filter(isAlternative);
  const add = (product: string, sourceId: string | undefined) =>
    state.set([
      ...rows,
      { id: newId("alt"), product, ...(sourceId === undefined ? {} : { sourceId }) },
    ]);
  return (
    <>
      {rows.length === 0 ? null : <Rows spec={ALTERNATIVE} />}
      <Field label={t("guide.alternative.next")} address={`${state.address}.next`}>
        {(ids) => (
          <Combobox
            id={ids.id}
            describedBy={ids.describedBy}
            disabled={state.readOnly}
            shown=""
            options={published.map(({ id, vendor, model }) => ({
              value: id,
              label: `${vendor} ${model}`,
            }))}
            onPick={(value) => {
              const found = published.find(({ id }) => id === value);
              if (found !== undefined) add(`${found.vendor} ${found.model}`, found.id);
            }}
            onCreate={(name) => {
              if (name !== "") add(name, undefined);
            }}
          />
        )}
      </Field>
    </>
  );
}
