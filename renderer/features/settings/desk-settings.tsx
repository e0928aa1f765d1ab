import { useState } from "react";
import { useI18n } from "#i18n";
import { appError } from "#shared/kernel";
import { type Settings, settingsSchema } from "#shared/model";
import {
  Badge,
  Button,
  createDraft,
  ErrorNotice,
  errorOf,
  Field,
  FilePick,
  IconButton,
  readTextFile,
  Skeleton,
  savable,
  TextControl,
  useAnswer,
  useChange,
  useDesk,
  useDraftValue,
  useToasts,
} from "#ui";

/** As many characters of a drawing as the settings keep. */
const MOST_LOGO = 200_000;

/** What may stand before the first element of a drawing: a declaration, comments, a document type. */
const BEFORE = /^(?:\s|\uFEFF|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)*/i;

/** Whether a text is an SVG drawing by its first element, whatever the file is called. */
function isSvg(text: string): boolean {
  return /^<(?:\w+:)?svg[\s>]/.test(text.replace(BEFORE, ""));
}

/** Language, appearance, letterhead, trusted keys. */
export function DeskSettings() {
  const { client } = useDesk();
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  if (settings.error !== null) return <ErrorNotice error={errorOf(settings.error)} />;
  if (settings.data === undefined) return <Skeleton />;
  return <SettingsForm key={JSON.stringify(settings.data)} start={settings.data} />;
}

function SettingsForm({ start }: { readonly start: Settings }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [draft] = useState(() => createDraft<Settings>(start));
  const save = useChange(client.settings.save, [["settings"]]);
  const host = useAnswer(["host"], async () => await client.host.info({}));
  useDraftValue(draft, (current) => JSON.stringify(current));
  const value = draft.get();
  const parsed = savable(settingsSchema, value);
  const dirty = value !== start;
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  const choose = (
    name: "language" | "theme",
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Field label={label}>
      {(ids) => (
        <select
          id={ids.id}
          className="input"
          value={value[name] ?? ""}
          onChange={(event) =>
            draft.set(name, event.target.value === "" ? undefined : event.target.value)
          }
        >
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const takeLogo = async (file: File) => {
    const text = await readTextFile(file);
    if (!text.ok) return toasts.fail(text.error);
    if (!isSvg(text.value)) return toasts.fail(appError("logo-not-svg", { fileName: file.name }));
    if (text.value.length > MOST_LOGO)
      return toasts.fail(
        appError("logo-too-large", { fileName: file.name, kilobytes: MOST_LOGO / 1000 }),
      );
    draft.set("letterhead", {
      ...value.letterhead,
      name: value.letterhead?.name ?? "",
      logoSvg: text.value,
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (parsed.value !== undefined && parsed.issues.length === 0)
          save.mutate(parsed.value, {
            onSuccess: () => toasts.say(t("screen.saved")),
            onError: failed,
          });
      }}
    >
      <div className="form-grid">
        {choose("language", t("settings.language"), [
          ["zh", t("screen.language.zh")],
          ["en", t("screen.language.en")],
        ])}
        {choose("theme", t("settings.theme"), [
          ["system", t("settings.theme.system")],
          ["light", t("settings.theme.light")],
          ["dark", t("settings.theme.dark")],
        ])}
      </div>
      <h2>{t("settings.letterhead")}</h2>
      <div className="form-grid">
        {(["name", "address"] as const).map((part) => (
          <Field key={part} label={t(`settings.letterhead.${part}`)}>
            {(ids) => (
              <TextControl
                ids={ids}
                disabled={false}
                value={value.letterhead?.[part] ?? ""}
                onChange={(next) => draft.set(`letterhead.${part}`, next)}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="row">
        <FilePick
          label={t("settings.letterhead.logo")}
          accept=".svg,image/svg+xml"
          onFile={(file) => void takeLogo(file)}
        />
        {value.letterhead?.logoSvg === undefined ? null : (
          <>
            <span className="muted">{t("settings.letterhead.logo.set")}</span>
            <Button size="small" onClick={() => draft.set("letterhead.logoSvg", undefined)}>
              {t("settings.letterhead.logo.remove")}
            </Button>
          </>
        )}
      </div>
      <TrustedKeys
        keys={value.trustedPackKeys}
        onChange={(keys) => draft.set("trustedPackKeys", keys)}
      />
      <div className="row">
        <Button
          submit
          look="primary"
          disabled={!dirty || parsed.issues.length > 0 || save.isPending}
        >
          {t("screen.save")}
        </Button>
        {parsed.issues.length === 0 ? null : (
          <span className="field-error">
            {t("screen.record.issues", { count: parsed.issues.length })}
          </span>
        )}
      </div>
      {host.data === undefined ? null : (
        <dl className="facts">
          <dt>{t("settings.version")}</dt>
          <dd>{host.data.version}</dd>
          <dt>{t("settings.host")}</dt>
          <dd>{`${t(`host.kind.${host.data.kind}`)} · ${host.data.platform}`}</dd>
          <dt>{t("settings.workspace")}</dt>
          <dd>
            <code>{host.data.workspace}</code>
          </dd>
        </dl>
      )}
    </form>
  );
}

type KeysProps = {
  readonly keys: Settings["trustedPackKeys"];
  readonly onChange: (keys: Settings["trustedPackKeys"]) => void;
};

function TrustedKeys({ keys, onChange }: KeysProps) {
  const { t } = useI18n();
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const sound = /^[0-9a-f]{64}$/.test(key.trim()) && name.trim() !== "";
  const { client } = useDesk();
  const about = useAnswer(["about"], async () => await client.program.about({}));
  // What the firm decided is shown, and cannot be taken back here.
  const theirs = about.data?.managed?.trustedPackKeys ?? [];
  const onlyTheirs = about.data?.managed?.onlyTheseKeys ?? false;
  return (
    <>
      <h2>{t("settings.keys")}</h2>
      {keys.length === 0 ? <p className="muted">{t("settings.keys.none")}</p> : null}
      <ul className="plain-list stack-tight">
        {keys.map((item) => (
          <li key={item.publicKey} className="row">
            <strong>{item.name}</strong>
            <code className="small">{item.publicKey}</code>
            {theirs.includes(item.name) ? (
              <Badge icon="lock">{t("managed.title")}</Badge>
            ) : (
              <IconButton
                size="small"
                icon="trash"
                label={t("screen.remove.named", { name: item.name })}
                onClick={() => onChange(keys.filter((other) => other.publicKey !== item.publicKey))}
              />
            )}
          </li>
        ))}
      </ul>
      {onlyTheirs ? <p className="muted">{t("managed.only-keys")}</p> : null}
      <div className="form-grid">
        <Field label={t("settings.keys.name")}>
          {(ids) => (
            <TextControl
              ids={ids}
              disabled={false}
              value={name}
              onChange={(next) => setName(next ?? "")}
            />
          )}
        </Field>
        <Field label={t("settings.keys.key")}>
          {(ids) => (
            <TextControl
              ids={ids}
              disabled={false}
              value={key}
              onChange={(next) => setKey(next ?? "")}
            />
          )}
        </Field>
      </div>
      <div className="row">
        <Button
          icon="add"
          disabled={!sound || onlyTheirs}
          onClick={() => {
            onChange([...keys, { name: name.trim(), publicKey: key.trim() }]);
            setName("");
            setKey("");
          }}
        >
          {t("settings.keys.add")}
        </Button>
      </div>
    </>
  );
}
