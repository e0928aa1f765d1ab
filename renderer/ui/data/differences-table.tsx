import { useI18n } from "#i18n";
import { hasMessage, type Lang } from "#shared/i18n";
import type { Difference } from "#shared/model";
import type { FieldSpec } from "../fields/spec.ts";
import { useBooks } from "./books.ts";

/** What the fields of one kind of document are called: the catalogue key of a path, and the words of its options. */
export type FieldNames = {
  readonly keyOf: (path: string) => string;
  /** The label itself, where another module knows the names of all fields. */
  readonly label?: (lang: Lang, path: string) => string;
  /** Where the options of a choice stand in the catalogue, by the key of the field. */
  readonly words: ReadonlyMap<string, string>;
};

/** The options of choices by the key of their field, out of the specs that also draw the form. */
export function wordsOfSpecs(
  groups: readonly (readonly [of: string, specs: readonly FieldSpec[]])[],
): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(([of, specs]) =>
      specs.flatMap((spec): [string, string][] =>
        "words" in spec ? [[`field.${of}.${spec.name}`, spec.words]] : [],
      ),
    ),
  );
}

type Props = {
  readonly differences: readonly Difference[];
  readonly names: FieldNames;
  readonly before: string;
  readonly after: string;
};

/** Where two versions differ, field by field in the words of the form. */
export function DifferencesTable({ differences, names, before, after }: Props) {
  const { t } = useI18n();
  const words = useWords(names);
  if (differences.length === 0) return <p className="muted">{t("history.same")}</p>;
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("history.column.field")}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.path}>
              <th scope="row">{words.place(difference)}</th>
              <td className="pre">{words.value(difference.path, difference.before)}</td>
              <td className="pre">{words.value(difference.path, difference.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Plain = { readonly [key: string]: unknown };

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Turns paths and values into what a person reads on the form. */
function useWords(names: FieldNames) {
  const { t, td, lang } = useI18n();
  const books = useBooks();

  /** The label of a path; where only something above it has one, that and the rest in words. */
  const label = (path: string): string => {
    if (names.label !== undefined) return names.label(lang, path);
    const steps = path.split(".");
    for (let kept = steps.length; kept > 0; kept -= 1) {
      const key = names.keyOf(steps.slice(0, kept).join("."));
      if (!hasMessage(key)) continue;
      const rest = steps.slice(kept).map((step) => part(step));
      return [td(key), ...rest].join(" · ");
    }
    return steps.map((step) => part(step)).join(" · ");
  };
  const part = (step: string): string =>
    hasMessage(`history.part.${step}`) ? td(`history.part.${step}`) : step;

  const place = ({ path, place: shown }: Difference): string => {
    const steps = path.split(".");
    const positions = shown.split(".");
    const lists = steps.flatMap((step, index) => {
      if (step === positions[index]) return [];
      const list = label(steps.slice(0, index).join("."));
      return [`${list} ${positions[index] ?? ""}`];
    });
    const last = steps.at(-1) === positions.at(-1);
    return [...lists, ...(last ? [label(path)] : [])].join(" · ");
  };

  const bookLabel = (id: string): string | undefined => {
    for (const kind of ["party", "site", "product", "evidence", "person"] as const) {
      const entry = books.entries(kind).find((one) => one.id === id);
      if (entry !== undefined) return entry.label;
    }
    return undefined;
  };

  const text = (path: string, item: string): string => {
    const words = names.words.get(names.keyOf(path));
    const key = `${words ?? ""}.${item}`;
    if (words !== undefined && hasMessage(key)) return td(key);
    if (hasMessage(`answer.${item}`) && /(^|\.)value$/.test(path)) return td(`answer.${item}`);
    return bookLabel(item) ?? item;
  };

  const value = (path: string, item: unknown): string => {
    if (item === undefined || item === null) return "—";
    if (typeof item === "string") return text(path, item);
    if (typeof item === "boolean") return t(item ? "answer.yes" : "answer.no");
    if (typeof item === "number") return String(item);
    if (Array.isArray(item)) {
      const plain = item.every((one) => typeof one === "string");
      const lines = item.map((one) => value(path, one));
      return plain ? lines.join(lang === "zh" ? "、" : ", ") : lines.join("\n\n");
    }
    if (!isPlain(item)) return "";
    return Object.entries(item)
      .filter(([name]) => name !== "id")
      .map(([name, inner]) => {
        const at = `${path}.${name}`;
        return `${label(at)}: ${value(at, inner)}`;
      })
      .join("\n");
  };
  return { place, value };
}
