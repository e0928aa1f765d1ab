import { useI18n } from "#i18n";
import { hasMessage } from "#shared/i18n";
import type { Answer } from "#shared/model";
import { useToasts } from "../feedback/toast.tsx";
import { Button } from "../layout/button.tsx";
import { jumpTo } from "../layout/jump.ts";
import { AnswerControl } from "./answer-control.tsx";
import type { Option } from "./combobox.tsx";
import { Combobox } from "./combobox.tsx";
import {
  ChoiceControl,
  ChoicesControl,
  CountriesControl,
  CountryControl,
  EntriesControl,
  EntryControl,
  LinesControl,
  TextControl,
} from "./controls.tsx";
import { DateInput } from "./date-input.tsx";
import { Field, type FieldIds, useIssueText } from "./field.tsx";
import { type FieldState, useField, useRemoval, useRows } from "./form.tsx";
import { ShareControl } from "./share-control.tsx";
import type { FieldSpec, RowsSpec } from "./spec.ts";

/** Currencies of this trade; others can be typed as three letters. */
const CURRENCIES = ["USD", "CNY", "HKD", "SGD", "EUR", "JPY", "GBP"];

const GROUPS = new Set(["answer", "share", "choices"]);

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

type Props = { readonly spec: FieldSpec; readonly base?: string; readonly of: string };

/** One field by its description: label and hint from the catalogue, value from the form's draft. */
export function SpecField({ spec, base, of }: Props) {
  const { td } = useI18n();
  const path = base === undefined ? spec.name : `${base}.${spec.name}`;
  const state = useField(path);
  const error = useIssueText(state);
  const key = `field.${of}.${spec.name}`;
  if (spec.kind === "bilingual") return <BilingualField spec={spec} path={path} label={td(key)} />;
  return (
    <Field
      label={td(key)}
      hint={hasMessage(`${key}.hint`) ? td(`${key}.hint`) : undefined}
      error={error}
      wide={spec.wide}
      address={state.address}
      group={GROUPS.has(spec.kind)}
    >
      {(ids) => <Control spec={spec} state={state} ids={ids} />}
    </Field>
  );
}

type ControlProps = {
  readonly spec: FieldSpec;
  readonly state: FieldState;
  readonly ids: FieldIds;
};

function Control({ spec, state, ids }: ControlProps) {
  const common = { ids, disabled: state.readOnly, onChange: state.set };
  switch (spec.kind) {
    case "line":
    case "amount":
      return (
        <TextControl
          {...common}
          value={text(state.value)}
          numeric={spec.kind === "amount"}
          unit={spec.unit}
          suggest={spec.kind === "line" ? spec.suggest : undefined}
        />
      );
    case "integer":
      return <IntegerControl {...common} value={text(state.value)} unit={spec.unit} />;
    case "text":
      return <TextControl {...common} value={text(state.value)} rows={spec.rows ?? 4} />;
    case "date":
      return (
        <DateInput
          id={ids.id}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          disabled={state.readOnly}
          value={text(state.value)}
          onChange={(day) => state.set(day === "" ? undefined : day)}
        />
      );
    case "country":
      return <CountryControl {...common} value={text(state.value)} />;
    case "countries":
      return <CountriesControl {...common} value={list(state.value)} />;
    case "currency":
      return <CurrencyControl {...common} value={text(state.value)} />;
    case "choice":
      return (
        <ChoiceControl
          {...common}
          value={text(state.value)}
          options={spec.options}
          words={spec.words}
          labels={spec.labels}
        />
      );
    case "choices":
      return (
        <ChoicesControl
          {...common}
          value={list(state.value)}
          options={spec.options}
          words={spec.words}
        />
      );
    case "answer":
      return (
        <AnswerControl
          {...common}
          value={state.value as Answer | undefined}
          noteApart={spec.noteApart ?? false}
        />
      );
    case "share":
      return <ShareControl {...common} value={state.value} />;
    case "lines":
      return <LinesControl {...common} value={list(state.value)} />;
    case "one":
      return <EntryControl {...common} book={spec.book} value={text(state.value)} />;
    case "many":
      return <EntriesControl {...common} book={spec.book} value={list(state.value)} />;
    case "bool":
      return <YesControl {...common} value={state.value === true} />;
    case "bilingual":
      return null;
  }
}

type PartProps = {
  readonly ids: FieldIds;
  readonly disabled: boolean;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly onChange: (value: unknown) => void;
};

function IntegerControl({ value, onChange, ...rest }: PartProps) {
  return (
    <TextControl
      {...rest}
      numeric
      value={value}
      onChange={(next) => onChange(next !== undefined && /^\d+$/.test(next) ? Number(next) : next)}
    />
  );
}

function CurrencyControl({ ids, disabled, value, onChange }: PartProps) {
  const { td } = useI18n();
  const options: readonly Option[] = CURRENCIES.map((code) => ({
    value: code,
    label: `${code} ${td(`screen.currency.${code}`)}`,
  }));
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Combobox
      id={ids.id}
      describedBy={ids.describedBy}
      invalid={ids.invalid}
      disabled={disabled}
      options={options}
      shown={shown}
      onPick={onChange}
      onCreate={(typed) => onChange(typed.toUpperCase())}
    />
  );
}

type YesProps = {
  readonly ids: FieldIds;
  readonly disabled: boolean;
  readonly value: boolean;
  readonly onChange: (value: unknown) => void;
};

function YesControl({ ids, disabled, value, onChange }: YesProps) {
  const { t } = useI18n();
  return (
    <span className="row">
      <input
        id={ids.id}
        type="checkbox"
        disabled={disabled}
        checked={value}
        onChange={(event) => onChange(event.target.checked ? true : undefined)}
      />
      {t("answer.yes")}
    </span>
  );
}

type BilingualProps = {
  readonly spec: FieldSpec & { readonly kind: "bilingual" };
  readonly path: string;
  readonly label: string;
};

function BilingualField({ spec, path, label }: BilingualProps) {
  const { t } = useI18n();
  const { address } = useField(path);
  return (
    <fieldset className="field field-wide" data-path={address}>
      <legend className="field-label">{label}</legend>
      <div className="form-grid">
        {(["zh", "en"] as const).map((lang) => (
          <BilingualPart
            key={lang}
            path={`${path}.${lang}`}
            lang={lang}
            label={t(`screen.language.${lang}`)}
            rows={spec.long === true ? 6 : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

type BilingualPartProps = {
  readonly path: string;
  readonly lang: "zh" | "en";
  readonly label: string;
  readonly rows: number | undefined;
};

function BilingualPart({ path, lang, label, rows }: BilingualPartProps) {
  const state = useField(path);
  const error = useIssueText(state);
  return (
    <Field label={label} error={error} address={state.address}>
      {(ids) => (
        <TextControl
          ids={ids}
          disabled={state.readOnly}
          language={lang}
          rows={rows}
          value={text(state.value)}
          onChange={state.set}
        />
      )}
    </Field>
  );
}

type FieldsProps = {
  readonly specs: readonly FieldSpec[];
  readonly of: string;
  readonly base?: string;
};

/** Several fields in as many columns as fit. */
export function Fields({ specs, of, base }: FieldsProps) {
  return (
    <div className="form-grid">
      {specs.map((spec) => (
        <SpecField key={spec.name} spec={spec} of={of} {...(base === undefined ? {} : { base })} />
      ))}
    </div>
  );
}

type RowsProps = { readonly spec: RowsSpec; readonly base?: string };

/** A list of entries, each with its own fields; entries are added at the end and taken away one by one. */
export function Rows({ spec, base }: RowsProps) {
  const { td, t } = useI18n();
  const path = base === undefined ? spec.name : `${base}.${spec.name}`;
  const rows = useRows(path);
  const state = useField(path);
  const error = useIssueText(state);
  const remove = useRemoval(path);
  const toasts = useToasts();
  const take = (index: number) => {
    const undo = remove(index);
    toasts.say(t("screen.row.removed", { what: td(`field.${spec.of}`), number: index + 1 }), undo);
    // The focus goes to the entry that moved up, else to the list itself, never to the page.
    const next = rows[index + 1] ?? rows[index - 1];
    jumpTo(
      next === undefined
        ? state.address
        : `${state.address}.${rowKey(next, Math.min(index, rows.length - 2))}`,
    );
  };
  const full = spec.most !== undefined && rows.length >= spec.most;
  const put = (next: readonly unknown[]) => state.set(next.length === 0 ? undefined : next);
  return (
    <fieldset className="field field-wide stack" data-path={state.address}>
      <legend className="field-label">{td(`field.${spec.of}`)}</legend>
      {rows.map((row, index) => {
        const key = rowKey(row, index);
        return (
          <div key={key} className="entry stack" data-path={`${state.address}.${key}`}>
            <Fields specs={spec.fields} of={spec.of} base={`${path}.${key}`} />
            <div className="row">
              <Button
                size="small"
                look="quiet"
                icon="trash"
                disabled={state.readOnly}
                onClick={() => take(index)}
              >
                {t("screen.row.remove", { number: index + 1 })}
              </Button>
            </div>
          </div>
        );
      })}
      <div className="row">
        <Button
          size="small"
          icon="add"
          disabled={state.readOnly || full}
          onClick={() => {
            const row = spec.fresh();
            put([...rows, row]);
            // Whoever adds a row fills it next.
            jumpTo(`${state.address}.${rowKey(row, rows.length)}`);
          }}
        >
          {t("screen.row.add", { what: td(`field.${spec.of}`) })}
        </Button>
      </div>
      {error === undefined ? null : <span className="field-error">{error}</span>}
    </fieldset>
  );
}

/** Entries with an id are named by it, the others by their place. */
export function rowKey(row: unknown, index: number): string {
  return typeof row === "object" && row !== null && "id" in row ? String(row.id) : String(index);
}
