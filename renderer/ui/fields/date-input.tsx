import * as Popover from "@radix-ui/react-popover";
import { useId, useState } from "react";
import { useI18n } from "#i18n";
import { addDays, addMonths, dayNumber, isCivilDate, lastOfMonth } from "#shared/kernel";
import { IconButton } from "../layout/button.tsx";

type Props = {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
};

/** Reads what people type for a day: `2026-1-5`, `2026/01/05`, `20260105`, `2026年1月5日`. */
export function readDay(text: string): string {
  const parts = /^\s*(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?\s*$/.exec(text);
  if (parts === null) return text.trim();
  return `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`;
}

/**
 * A day as `YYYY-MM-DD`, typed or picked. What is no day is said below the box, unless the form around it says so itself
 * (`invalid` given).
 * The platform's own date box would speak the system's language, not the page's.
 */
export function DateInput({ id, label, describedBy, invalid, value, disabled, onChange }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  // While the box has the focus its text stays as it is, also when the value it began with arrives or changes.
  const [text, setText] = useState<string | undefined>(undefined);
  const [typed, setTyped] = useState(false);
  const noteId = useId();
  const wrong = invalid === undefined && text === undefined && value !== "" && !isCivilDate(value);
  const box = (
    <div className="input-with-unit">
      <input
        id={id}
        className="input"
        aria-label={label}
        aria-describedby={wrong ? noteId : describedBy}
        aria-invalid={invalid || wrong || undefined}
        inputMode="numeric"
        placeholder="YYYY-MM-DD"
        disabled={disabled}
        value={text ?? value}
        onFocus={() => {
          setText(value);
          setTyped(false);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setTyped(true);
          const day = readDay(event.target.value);
          if (day === "" || isCivilDate(day)) onChange(day);
        }}
        onBlur={() => {
          if (text !== undefined && typed) onChange(readDay(text));
          setText(undefined);
        }}
      />
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <IconButton icon="calendar" label={t("screen.date.pick")} disabled={disabled} />
        </Popover.Trigger>
        <Popover.Content className="calendar" align="end" sideOffset={4}>
          <Calendar
            value={isCivilDate(value) ? value : undefined}
            onPick={(day) => {
              setText(undefined);
              onChange(day);
              setOpen(false);
            }}
          />
        </Popover.Content>
      </Popover.Root>
    </div>
  );
  return (
    <>
      {box}
      {wrong ? (
        <span id={noteId} className="field-error" role="status">
          {t("screen.date.wrong", { text: value })}
        </span>
      ) : null}
    </>
  );
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Monday is 1. 1970-01-01 was a Thursday. */
function weekday(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

function localToday(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

type CalendarProps = {
  readonly value: string | undefined;
  readonly onPick: (day: string) => void;
};

function Calendar({ value, onPick }: CalendarProps) {
  const { t } = useI18n();
  const [month, setMonth] = useState(`${(value ?? localToday()).slice(0, 7)}-01`);
  const [pointed, setPointed] = useState(value ?? localToday());
  const length = Number(lastOfMonth(month).slice(8));
  const blanks = weekday(month) - 1;
  const point = (day: string) => {
    setPointed(day);
    setMonth(`${day.slice(0, 7)}-01`);
  };
  const keys: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => addDays(pointed, -1),
    ArrowRight: () => addDays(pointed, 1),
    ArrowUp: () => addDays(pointed, -7),
    ArrowDown: () => addDays(pointed, 7),
    PageUp: () => addMonths(pointed, -1),
    PageDown: () => addMonths(pointed, 1),
  };
  return (
    <div>
      <div className="calendar-head">
        <IconButton
          icon="left"
          label={t("screen.date.before")}
          onClick={() => setMonth(addMonths(month, -1))}
        />
        <strong aria-live="polite">{month.slice(0, 7)}</strong>
        <IconButton
          icon="right"
          label={t("screen.date.after")}
          onClick={() => setMonth(addMonths(month, 1))}
        />
      </div>
      <div className="calendar-grid">
        {WEEKDAYS.map((day) => (
          <span key={day} className="muted small" style={{ gridColumn: day }}>
            {t(`screen.weekday.${day}`)}
          </span>
        ))}
        {Array.from({ length }, (_, index) => {
          const day = addDays(month, index);
          return (
            <button
              key={day}
              type="button"
              className="calendar-day"
              style={index === 0 ? { gridColumn: blanks + 1 } : undefined}
              aria-pressed={day === value}
              aria-label={day}
              tabIndex={
                day === pointed || (index === 0 && pointed.slice(0, 7) !== month.slice(0, 7))
                  ? 0
                  : -1
              }
              ref={(node) => {
                if (day === pointed) node?.focus();
              }}
              onClick={() => onPick(day)}
              onKeyDown={(event) => {
                const move = keys[event.key];
                if (move === undefined) return;
                event.preventDefault();
                point(move());
              }}
            >
              {index + 1}
            </button>
          );
        })}
      </div>
    </div>
  );
}
