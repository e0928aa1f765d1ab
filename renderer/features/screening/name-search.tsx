import { useDeferredValue, useState } from "react";
import { useI18n } from "#i18n";
import { ErrorNotice, errorOf, Field, TextControl, useAnswer, useDesk } from "#ui";
import { HitView } from "./hits/hit-view.tsx";

/** One name, searched as it is typed. */
export function NameSearch({ ready }: { readonly ready: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [typed, setTyped] = useState("");
  const name = useDeferredValue(typed.trim());
  const hits = useAnswer(
    ["screening", "name", name],
    async () => await client.lists.screen({ names: [name] }),
    { enabled: ready && name !== "", keep: true },
  );
  const found = name === "" ? [] : (hits.data ?? []);
  return (
    <div className="stack">
      <Field label={t("screening.name.label")} hint={t("screening.name.hint")}>
        {(ids) => (
          <TextControl
            ids={ids}
            disabled={!ready}
            value={typed}
            onChange={(next) => setTyped(next ?? "")}
          />
        )}
      </Field>
      {hits.error === null ? null : <ErrorNotice error={errorOf(hits.error)} />}
      <p role="status" className="muted">
        {name === "" || hits.data === undefined
          ? null
          : t("screening.name.found", { count: found.length })}
      </p>
      {found.map((hit) => (
        <HitView key={`${hit.list} ${hit.entry}`} hit={hit} />
      ))}
    </div>
  );
}
