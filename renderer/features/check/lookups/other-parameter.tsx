import { useState } from "react";
import { useI18n } from "#i18n";
import { type Track, tracks } from "#shared/rules";
import { Button, Combobox, Field } from "#ui";
import type { Law } from "../law.ts";

type Props = {
  readonly law: Law;
  readonly onEnter: (parameter: { readonly track: Track; readonly parameter: string }) => void;
};

/** Any parameter of the packs takes a finding, also one that no report leaves open: a reversal is entered the day it is read. */
export function OtherParameter({ law, onEnter }: Props) {
  const { t, pick } = useI18n();
  const [chosen, setChosen] = useState("");
  const options = tracks.flatMap((side) =>
    law.parameters(side).map(({ id, title }) => ({
      value: `${side} ${id}`,
      label: pick(title),
      detail: t(`track.${side}`),
    })),
  );
  const [name = "", parameter = ""] = chosen.split(" ");
  const track = tracks.find((one) => one === name);
  return (
    <details className="details">
      <summary>{t("lookup.other")}</summary>
      <div className="stack">
        <Field label={t("lookup.other.which")}>
          {(ids) => (
            <Combobox
              id={ids.id}
              options={options}
              shown={options.find(({ value }) => value === chosen)?.label ?? ""}
              onPick={(value) => setChosen(value ?? "")}
            />
          )}
        </Field>
        <div>
          <Button
            size="small"
            icon="edit"
            disabled={track === undefined}
            onClick={() => (track === undefined ? undefined : onEnter({ track, parameter }))}
          >
            {t("check.verify.enter")}
          </Button>
        </div>
      </div>
    </details>
  );
}
