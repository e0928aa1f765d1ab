import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Icon, type IconName } from "../feedback/icon.tsx";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "type"> & {
  readonly look?: "normal" | "primary" | "danger" | "quiet" | "link";
  readonly size?: "normal" | "small";
  readonly icon?: IconName;
  readonly submit?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button with words; never sends a form unless it says `submit`. */
export function Button({ look = "normal", size, icon, submit, children, ...rest }: Props) {
  const classes = ["button", `button-${look}`, size === "small" ? "button-small" : ""];
  return (
    <button {...rest} type={submit ? "submit" : "button"} className={classes.join(" ").trim()}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<Props, "children" | "icon"> & {
  readonly icon: IconName;
  readonly label: string;
};

/** A button that shows only a drawing; its words are for screen readers and the tooltip. */
export function IconButton({ icon, label, look = "quiet", size, ...rest }: IconButtonProps) {
  const { submit: _submit, ...attributes } = rest;
  const classes = ["button button-icon", `button-${look}`, size === "small" ? "button-small" : ""];
  return (
    <button
      {...attributes}
      type="button"
      aria-label={label}
      title={label}
      className={classes.join(" ").trim()}
    >
      <Icon name={icon} />
    </button>
  );
}
