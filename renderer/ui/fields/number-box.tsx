import { type ComponentProps, useState } from "react";
import { useI18n } from "#i18n";
import { readNumber } from "./read-number.ts";

type Props = Omit<ComponentProps<"input">, "value" | "onChange" | "onPaste" | "onBlur"> & {
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
};

/**
 * A box for a number. What is typed stays as typed while the box has the focus; the form gets the plain decimal as soon
 * as it can be read. Several cells pasted at once are refused and said, because they would become one wrong number.
 */
export function NumberBox({ value, onChange, ...attributes }: Props) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [several, setSeveral] = useState(false);
  const read = typed === undefined ? undefined : readNumber(typed);
  const said = read?.kind === "number" ? read.value : typed?.trim();
  // Another hand changed the value meanwhile, as undoing does: what was typed counts no longer.
  const shown = typed === undefined || (said !== value && typed !== value) ? value : typed;
  return (
    <>
      <input
        {...attributes}
        autoComplete="off"
        inputMode="decimal"
        value={shown}
        onChange={(event) => {
          const text = event.target.value;
          const now = readNumber(text);
          setTyped(text);
          setSeveral(false);
          if (now.kind === "number") onChange(now.value);
          else onChange(text.trim() === "" ? undefined : text);
        }}
        onPaste={(event) => {
          if (readNumber(event.clipboardData.getData("text")).kind !== "several") return;
          event.preventDefault();
          setSeveral(true);
        }}
        onBlur={() => {
          setTyped(undefined);
          setSeveral(false);
        }}
      />
      {several ? (
        <span className="field-error" role="alert">
          {t("screen.number.several")}
        </span>
      ) : null}
    </>
  );
}
