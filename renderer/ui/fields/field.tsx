import { type ReactNode, useId } from "react";
import { useI18n } from "#i18n";
import { AskedMark, useAsked } from "./asked.tsx";
import type { FieldState } from "./form.tsx";

/** What a control inside a field needs for its labels and messages. */
export type FieldIds = {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly wide?: boolean | undefined;
  readonly address?: string;
  /** Several controls under one label become a fieldset. */
  readonly group?: boolean;
  readonly children: (ids: FieldIds) => ReactNode;
};

/** A label, its control, a hint and what is wrong, tied together for everyone who cannot see them side by side. */
export function Field({ label, hint, error, wide, address, group, children }: Props) {
  const id = useId();
  const asked = useAsked(address);
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error === undefined ? undefined : `${id}-error`;
  const describedBy = [hintId, errorId].filter((part) => part !== undefined).join(" ") || undefined;
  const classes = wide ? "field field-wide" : "field";
  const explained =
    hint === undefined ? null : (
      <span id={hintId} className="field-hint">
        {hint}
      </span>
    );
  // Below a single control, so that controls side by side stay on one line; above a group, before it is read.
  const inner = (
    <>
      {group ? explained : null}
      {children({ id, describedBy, invalid: error !== undefined })}
      {group ? null : explained}
      {error === undefined ? null : (
        <span id={errorId} className="field-error" role="status">
          {error}
        </span>
      )}
    </>
  );
  if (group)
    return (
      <fieldset className={classes} data-path={address} aria-describedby={describedBy}>
        <legend className="field-label">{label}</legend>
        <AskedMark asked={asked} />
        {inner}
      </fieldset>
    );
  return (
    <div className={classes} data-path={address}>
      <span className="field-head">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <AskedMark asked={asked} />
      </span>
      {inner}
    </div>
  );
}

/** The words for what is wrong with a field; nothing when nothing is. */
export function useIssueText(state: FieldState): string | undefined {
  const { t } = useI18n();
  if (state.issue === undefined) return undefined;
  switch (state.issue.kind) {
    case "required":
      return t("screen.issue.required");
    case "long":
      return t("screen.issue.long");
    case "number":
      return t("screen.issue.number");
    case "range":
      return t("screen.issue.range");
    case "format":
      return t("screen.issue.format");
  }
}
