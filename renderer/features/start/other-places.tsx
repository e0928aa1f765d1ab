import { useState } from "react";
import { useI18n } from "#i18n";
import { Button, errorOf, PathBox, unwrap, useDesk, useToasts } from "#ui";
import type { StartState } from "./start-state.ts";

type Props = {
  readonly start: StartState;
  readonly path: string;
  readonly onChoose: (path: string) => void;
};

/** Workspaces that were open before, and any other folder of this machine. */
export function OtherPlaces({ start, path, onChoose }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [typed, setTyped] = useState("");
  const recent = start.recent.filter((known) => known !== path);
  const choose = async () => {
    try {
      const { path: chosen } = await unwrap(client.start.choose({}));
      if (chosen !== undefined) onChoose(chosen);
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <section className="card stack" aria-labelledby="others-title">
      <h2 id="others-title">{t("start.others")}</h2>
      {recent.length === 0 ? null : (
        <ul className="plain-list stack-tight" aria-label={t("start.recent")}>
          {recent.map((known) => (
            <li key={known}>
              <Button look="link" onClick={() => onChoose(known)}>
                {known}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "") onChoose(typed.trim());
        }}
      >
        <PathBox
          label={t("start.folder")}
          hint={t("start.folder.hint")}
          value={typed}
          onChange={setTyped}
        />
        <div className="row">
          <Button submit disabled={typed.trim() === ""}>
            {t("start.look")}
          </Button>
          {start.choosesFolders ? (
            <Button onClick={() => void choose()}>{t("start.choose")}</Button>
          ) : null}
        </div>
      </form>
    </section>
  );
}
