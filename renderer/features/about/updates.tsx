import { useState } from "react";
import { useI18n } from "#i18n";
import type { UpdateFindingView } from "#shared/ipc";
import {
  Badge,
  Button,
  ErrorNotice,
  errorOf,
  Skeleton,
  type Tone,
  unwrap,
  useAnswer,
  useDesk,
  useToasts,
} from "#ui";

const tones: Readonly<Record<UpdateFindingView["state"], Tone>> = {
  ready: "good",
  same: "plain",
  older: "plain",
  unsigned: "bad",
  stranger: "bad",
  forged: "bad",
  "other-system": "plain",
  "file-missing": "warn",
  "file-altered": "bad",
  unreadable: "warn",
};

/** Update files that somebody put in place, each with what was found of it. Nothing is fetched, nothing is started. */
export function Updates() {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [picked, setPicked] = useState<UpdateFindingView | undefined>(undefined);
  const updates = useAnswer(["updates"], async () => await client.program.updates({}), {
    fresh: true,
  });
  if (updates.error !== null) return <ErrorNotice error={errorOf(updates.error)} />;
  if (updates.data === undefined) return <Skeleton />;
  const { folders, signers, picks, found } = updates.data;
  const pick = async () => {
    try {
      const { found: chosen } = await unwrap(client.program.pickUpdate({}));
      if (chosen !== undefined) setPicked(chosen);
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <div className="stack">
      <p>{t("update.about")}</p>
      {picks ? null : <p className="muted">{t("update.from-sources")}</p>}
      {picks && signers.length === 0 ? <p className="muted">{t("update.no-keys")}</p> : null}
      {signers.length === 0 ? null : <p>{t("update.signers", { names: signers })}</p>}
      {folders.length === 0 ? null : (
        <div className="stack-tight">
          <span>{t("update.folders")}</span>
          <ul className="plain-list">
            {folders.map((folder) => (
              <li key={folder}>
                <code>{folder}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {picks ? (
        <div className="row">
          <Button disabled={updates.isFetching} onClick={() => void updates.refetch()}>
            {t("update.look")}
          </Button>
          <Button onClick={() => void pick()}>{t("update.pick")}</Button>
        </div>
      ) : null}
      {picks && found.length === 0 && picked === undefined ? (
        <p className="muted">{t("update.none")}</p>
      ) : null}
      <ul className="plain-list stack">
        {[...(picked === undefined ? [] : [picked]), ...found].map((item) => (
          <Finding key={`${item.folder}/${item.fileName}`} item={item} />
        ))}
      </ul>
    </div>
  );
}

function Finding({ item }: { readonly item: UpdateFindingView }) {
  const { t, pick } = useI18n();
  const { state, version, issued, signer, notes, installer, folder } = item;
  return (
    <li className="entry stack-tight">
      <div className="row">
        <strong>{version === undefined ? item.fileName : t("update.version", { version })}</strong>
        <Badge tone={tones[state]}>{t(`update.state.${state}`)}</Badge>
        {signer === undefined ? null : (
          <span className="muted">{t("update.signed-by", { name: signer })}</span>
        )}
        {issued === undefined ? null : <span className="muted">{issued}</span>}
      </div>
      <p>{t(`update.what.${state}`, { name: installer ?? item.fileName })}</p>
      <code className="small">{folder}</code>
      {notes === undefined ? null : <p className="about-notes">{pick(notes)}</p>}
    </li>
  );
}
