import { useId, useRef, useState } from "react";
import { useI18n } from "#i18n";
import { Button } from "../layout/button.tsx";
import { withoutDirections } from "./directions.ts";

/** One thing to choose. */
export type Option = {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly search?: string;
};

type Props = {
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  readonly label?: string;
  readonly options: readonly Option[];
  /** What the box shows while nobody types in it. */
  readonly shown: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onPick: (value: string | undefined) => void;
  /** Offers to make a new entry of what was typed. */
  readonly onCreate?: ((text: string) => void) | undefined;
};

const MOST_SHOWN = 60;

function matching(options: readonly Option[], text: string): readonly Option[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return options.slice(0, MOST_SHOWN);
  const words = wanted.split(/\s+/);
  const found = options.filter((option) => {
    const hay = `${option.label} ${option.detail ?? ""} ${option.search ?? ""}`.toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  return found.slice(0, MOST_SHOWN);
}

/** What is typed, found and marked in the list, and what each act of the person does. */
function usePicking({ options, shown, disabled, onPick, onCreate }: Props) {
  const [text, setText] = useState<string | undefined>(undefined);
  const [active, setActive] = useState(0);
  /** Typed and left without a choice: it stays to be seen, and nothing is saved of it. */
  const [unpicked, setUnpicked] = useState<string | undefined>(undefined);
  const box = useRef<HTMLInputElement>(null);
  const open = text !== undefined;
  const found = open ? matching(options, text === shown ? "" : text) : [];
  const count = found.length + (onCreate === undefined ? 0 : 1);

  const close = () => setText(undefined);
  const pick = (value: string | undefined) => {
    setUnpicked(undefined);
    onPick(value);
  };
  const choose = (index: number) => {
    const option = found[index];
    const typed = text ?? "";
    close();
    if (option !== undefined) pick(option.value);
    else if (index === found.length && onCreate !== undefined) {
      setUnpicked(undefined);
      onCreate(typed === shown ? "" : typed.trim());
    }
  };
  const start = () => {
    if (!open && !disabled) {
      setText(unpicked ?? shown);
      setActive(0);
      box.current?.select();
    }
  };
  const leave = () => {
    const typed = text?.trim() ?? "";
    close();
    if (text === undefined || text === shown) return;
    const named = options.filter((option) => option.label.toLowerCase() === typed.toLowerCase());
    if (typed === "") {
      setUnpicked(undefined);
      if (shown !== "") onPick(undefined);
    } else if (named.length === 1 && named[0] !== undefined) pick(named[0].value);
    else setUnpicked(typed);
  };
  const create = (named: string) => {
    setUnpicked(undefined);
    onCreate?.(named);
  };
  const type = (typed: string) => {
    setText(withoutDirections(typed));
    setActive(0);
  };
  const move = (step: 1 | -1) => {
    if (!open) start();
    else if (count > 0) setActive((active + step + count) % count);
  };
  const enter = () => {
    if (text?.trim() === "" && shown !== "") {
      close();
      pick(undefined);
    } else choose(active);
  };
  const giveUp = () => {
    setUnpicked(undefined);
    close();
  };
  return {
    ...{ text, open, found, count, active, unpicked, box },
    ...{ choose, create, start, leave, type, move, enter, giveUp },
  };
}

type Picking = ReturnType<typeof usePicking>;

/** Arrows walk the list and open it, Enter chooses, Escape leaves the box as it was. */
function pressed(event: React.KeyboardEvent<HTMLInputElement>, picking: Picking): void {
  // The keys of a composition belong to the input method: its Enter ends a syllable and chooses nobody.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    picking.move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && picking.open) {
    event.preventDefault();
    picking.enter();
  } else if (event.key === "Escape" && picking.open) {
    event.preventDefault();
    event.stopPropagation();
    picking.giveUp();
  }
}

/** A text box with a list below it: type to search, arrows and Enter to choose, Escape to leave it as it was. */
export function Combobox(props: Props) {
  const { id, describedBy, invalid, label, shown, placeholder, disabled, onCreate } = props;
  const { t } = useI18n();
  const picking = usePicking(props);
  const { text, open, found, count, active, unpicked } = picking;
  const listId = useId();
  return (
    <div className="combo">
      <input
        ref={picking.box}
        id={id}
        className="input combo-box"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && count > 0 ? `${listId}-${active}` : undefined}
        aria-describedby={
          [describedBy, unpicked === undefined ? undefined : `${listId}-left`]
            .filter((part) => part !== undefined)
            .join(" ") || undefined
        }
        aria-invalid={invalid || unpicked !== undefined || undefined}
        placeholder={placeholder ?? t("screen.choose")}
        disabled={disabled}
        value={text ?? unpicked ?? shown}
        onClick={picking.start}
        onChange={(event) => picking.type(event.target.value)}
        onKeyDown={(event) => pressed(event, picking)}
        onBlur={picking.leave}
      />
      {unpicked === undefined || open ? null : (
        <span id={`${listId}-left`} className="field-error row" role="status">
          {t("screen.picker.unpicked", { text: unpicked })}
          {onCreate === undefined ? null : (
            <Button size="small" onClick={() => picking.create(unpicked)}>
              {t("screen.create.named", { name: unpicked })}
            </Button>
          )}
        </span>
      )}
      <div
        id={listId}
        className="combo-list"
        role="listbox"
        aria-label={label ?? t("screen.options")}
        hidden={!open || count === 0}
      >
        {found.map((option, index) => (
          <ComboOption
            key={option.value}
            id={`${listId}-${index}`}
            selected={index === active}
            onChoose={() => picking.choose(index)}
          >
            {option.label}
            {option.detail === undefined ? null : (
              <div className="muted small">{option.detail}</div>
            )}
          </ComboOption>
        ))}
        {onCreate !== undefined && text !== undefined ? (
          <ComboOption
            id={`${listId}-${found.length}`}
            selected={active === found.length}
            onChoose={() => picking.choose(found.length)}
          >
            {text.trim() === "" || text === shown
              ? t("screen.create.new")
              : t("screen.create.named", { name: text.trim() })}
          </ComboOption>
        ) : null}
      </div>
    </div>
  );
}

type OptionProps = {
  readonly id: string;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
};

function ComboOption({ id, selected, onChoose, children }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className="combo-option"
      ref={(node) => {
        if (selected) node?.scrollIntoView({ block: "nearest" });
      }}
      // The text box keeps the focus; a press chooses before it could be lost.
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      {children}
    </div>
  );
}
