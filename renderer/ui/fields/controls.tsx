import { useState } from "react";
import { useI18n } from "#i18n";
import type { Lang } from "#shared/i18n";
import { type BookKind, useBooks } from "../data/books.ts";
import { Button, IconButton } from "../layout/button.tsx";
import { Combobox, type Option } from "./combobox.tsx";
import { countryName, countryOptions } from "./countries.ts";
import { directionsIn, withoutDirections } from "./directions.ts";
import type { FieldIds } from "./field.tsx";
import { NumberBox } from "./number-box.tsx";
import { type SuggestionList, Suggestions } from "./suggestions.tsx";

type Common = {
  readonly ids: FieldIds;
  readonly disabled: boolean;
};

type TextProps = Common & {
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
  readonly rows?: number | undefined;
  readonly numeric?: boolean;
  readonly unit?: string | undefined;
  readonly language?: Lang;
  readonly suggest?: SuggestionList | undefined;
  readonly label?: string;
};

type MarksProps = { readonly text: string; readonly onClear: (() => void) | undefined };

/** Says that a text holds marks which nobody sees but which papers print, and takes them out. */
function HiddenMarks({ text, onClear }: MarksProps) {
  const { t } = useI18n();
  const marks = directionsIn(text);
  if (marks.length === 0) return null;
  return (
    <span className="field-error row" role="status">
      {t("screen.direction.marks", { marks: marks.join(", ") })}
      {onClear === undefined ? null : (
        <Button size="small" onClick={onClear}>
          {t("screen.direction.remove")}
        </Button>
      )}
    </span>
  );
}

/** A line or block of text; an empty one is no answer. */
export function TextControl(props: TextProps) {
  const { value, disabled, onChange } = props;
  return (
    <>
      <TextBox {...props} />
      <HiddenMarks
        text={value}
        onClear={disabled ? undefined : () => onChange(withoutDirections(value) || undefined)}
      />
    </>
  );
}

function TextBox(props: TextProps) {
  const { ids, disabled, value, onChange, rows, numeric, unit, language, label, suggest } = props;
  const attributes = {
    id: ids.id,
    className: "input",
    value,
    disabled,
    "aria-label": label,
    "aria-describedby": ids.describedBy,
    "aria-invalid": ids.invalid || undefined,
    lang: language === undefined ? undefined : languageTag(language),
  };
  if (rows !== undefined)
    return (
      <textarea
        {...attributes}
        rows={rows}
        onChange={(event) => {
          const text = withoutDirections(event.target.value);
          onChange(text === "" ? undefined : text);
        }}
      />
    );
  const input = numeric ? (
    <NumberBox {...attributes} onChange={onChange} />
  ) : (
    <>
      <input
        {...attributes}
        autoComplete="off"
        list={suggest === undefined ? undefined : `${ids.id}-codes`}
        onChange={(event) => {
          const text = withoutDirections(event.target.value);
          onChange(text === "" ? undefined : text);
        }}
        onBlur={() => {
          if (value !== value.trim()) onChange(value.trim() === "" ? undefined : value.trim());
        }}
      />
      {suggest === undefined ? null : <Suggestions id={`${ids.id}-codes`} of={suggest} />}
    </>
  );
  if (unit === undefined) return input;
  return (
    <div className="input-with-unit">
      {input}
      <span className="muted nowrap">{unit}</span>
    </div>
  );
}

function languageTag(lang: Lang): string {
  return lang === "zh" ? "zh-Hans" : "en";
}

type ChoiceProps = Common & {
  readonly value: string;
  readonly options: readonly string[];
  readonly words: string;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly onChange: (value: string | undefined) => void;
};

/** A list to choose one of; the platform's own, which every reader and keyboard knows. */
export function ChoiceControl(props: ChoiceProps) {
  const { ids, disabled, value, options, words, labels, onChange } = props;
  const { td, t } = useI18n();
  return (
    <select
      id={ids.id}
      className="input"
      aria-describedby={ids.describedBy}
      aria-invalid={ids.invalid || undefined}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
    >
      <option value="">{t("screen.choose")}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {labels?.[option] ?? td(`${words}.${option}`)}
        </option>
      ))}
    </select>
  );
}

type ManyProps<T> = Common & {
  readonly value: readonly T[];
  readonly onChange: (value: readonly T[] | undefined) => void;
};

type ChoicesProps = ManyProps<string> & {
  readonly options: readonly string[];
  readonly words: string;
};

/** Several of a few fixed things. */
export function ChoicesControl({ disabled, value, options, words, onChange }: ChoicesProps) {
  const { td } = useI18n();
  return (
    <div className="choice-group">
      {options.map((option) => (
        <label key={option} className="choice">
          <input
            type="checkbox"
            disabled={disabled}
            checked={value.includes(option)}
            onChange={(event) => {
              const rest = value.filter((item) => item !== option);
              const next = event.target.checked ? [...rest, option] : rest;
              onChange(next.length === 0 ? undefined : next);
            }}
          />
          {td(`${words}.${option}`)}
        </label>
      ))}
    </div>
  );
}

type CountryProps = Common & {
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
};

/** A country by name in either language or by its two letters. */
export function CountryControl({ ids, disabled, value, onChange }: CountryProps) {
  const { lang } = useI18n();
  return (
    <Combobox
      id={ids.id}
      describedBy={ids.describedBy}
      invalid={ids.invalid}
      disabled={disabled}
      options={countryOptions(lang)}
      shown={value === "" ? "" : countryName(value, lang)}
      onPick={onChange}
    />
  );
}

type ChipsProps = {
  readonly items: readonly Option[];
  readonly disabled: boolean;
  readonly onRemove: (value: string) => void;
  readonly onOpen?: (value: string) => void;
};

function Chips({ items, disabled, onRemove, onOpen }: ChipsProps) {
  const { t } = useI18n();
  if (items.length === 0) return null;
  return (
    <ul className="chips plain-list">
      {items.map((item) => (
        <li key={item.value} className="chip">
          {onOpen === undefined ? (
            <span>{item.label}</span>
          ) : (
            <button type="button" className="button button-link" onClick={() => onOpen(item.value)}>
              {item.label}
            </button>
          )}
          <IconButton
            size="small"
            icon="close"
            label={t("screen.remove.named", { name: item.label })}
            disabled={disabled}
            onClick={() => onRemove(item.value)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Several countries. */
export function CountriesControl({ ids, disabled, value, onChange }: ManyProps<string>) {
  const { lang, t } = useI18n();
  const put = (next: readonly string[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <div className="stack-tight">
      <Chips
        items={value.map((code) => ({ value: code, label: countryName(code, lang) }))}
        disabled={disabled}
        onRemove={(code) => put(value.filter((item) => item !== code))}
      />
      <Combobox
        id={ids.id}
        describedBy={ids.describedBy}
        invalid={ids.invalid}
        disabled={disabled}
        options={countryOptions(lang).filter((option) => !value.includes(option.value))}
        shown=""
        placeholder={t("screen.add.another")}
        onPick={(code) => {
          if (code !== undefined) put([...value, code]);
        }}
      />
    </div>
  );
}

/** Several lines of text, one entry each. */
export function LinesControl({ ids, disabled, value, onChange }: ManyProps<string>) {
  const [text, setText] = useState<string | undefined>(undefined);
  const { t } = useI18n();
  return (
    <>
      <textarea
        id={ids.id}
        className="input"
        rows={Math.min(8, Math.max(2, value.length + 1))}
        placeholder={t("screen.one.per.line")}
        aria-describedby={ids.describedBy}
        aria-invalid={ids.invalid || undefined}
        disabled={disabled}
        value={text ?? value.join("\n")}
        onChange={(event) => {
          const typed = withoutDirections(event.target.value);
          setText(typed);
          const lines = typed.split("\n").map((line) => line.trim());
          const filled = lines.filter((line) => line !== "");
          onChange(filled.length === 0 ? undefined : filled);
        }}
        onBlur={() => setText(undefined)}
      />
      <HiddenMarks
        text={text ?? value.join("\n")}
        onClear={disabled ? undefined : () => onChange(value.map(withoutDirections))}
      />
    </>
  );
}

function optionsOf(books: ReturnType<typeof useBooks>, book: BookKind): readonly Option[] {
  return books.entries(book).map((entry) => ({
    value: entry.id,
    label: entry.label,
    detail: entry.detail,
    search: entry.search,
  }));
}

type OneProps = Common & {
  readonly book: BookKind;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
};

/** One entry of a book: search it, open it, or make a new one without leaving the form. */
export function EntryControl({ ids, disabled, book, value, onChange }: OneProps) {
  const books = useBooks();
  const { t } = useI18n();
  const options = optionsOf(books, book);
  const picked = options.find((option) => option.value === value);
  const make = async (name: string) => {
    const id = await books.open(book, name === "" ? {} : { name });
    if (id !== undefined) onChange(id);
  };
  return (
    <div className="input-with-unit">
      <div className="grow">
        <Combobox
          id={ids.id}
          describedBy={ids.describedBy}
          invalid={ids.invalid}
          disabled={disabled}
          options={options}
          shown={value === "" ? "" : (picked?.label ?? t("screen.entry.gone", { id: value }))}
          onPick={onChange}
          onCreate={(name) => void make(name)}
        />
      </div>
      {picked === undefined ? null : (
        <IconButton
          icon="edit"
          label={t("screen.open.named", { name: picked.label })}
          onClick={() => void books.open(book, { id: value })}
        />
      )}
    </div>
  );
}

type EntriesProps = ManyProps<string> & { readonly book: BookKind };

/** Several entries of a book. */
export function EntriesControl({ ids, disabled, book, value, onChange }: EntriesProps) {
  const books = useBooks();
  const { t } = useI18n();
  const options = optionsOf(books, book);
  const put = (next: readonly string[]) => onChange(next.length === 0 ? undefined : next);
  const make = async (name: string) => {
    const id = await books.open(book, name === "" ? {} : { name });
    if (id !== undefined) put([...value, id]);
  };
  const chips = value.map(
    (id) =>
      options.find((option) => option.value === id) ?? {
        value: id,
        label: t("screen.entry.gone", { id }),
      },
  );
  return (
    <div className="stack-tight">
      <Chips
        items={chips}
        disabled={disabled}
        onRemove={(id) => put(value.filter((item) => item !== id))}
        onOpen={(id) => void books.open(book, { id })}
      />
      <Combobox
        id={ids.id}
        describedBy={ids.describedBy}
        invalid={ids.invalid}
        disabled={disabled}
        options={options.filter((option) => !value.includes(option.value))}
        shown=""
        placeholder={t("screen.add.another")}
        onPick={(id) => {
          if (id !== undefined) put([...value, id]);
        }}
        onCreate={(name) => void make(name)}
      />
    </div>
  );
}
