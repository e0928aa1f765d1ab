import { lazy, Suspense, useState } from "react";
import { useI18n } from "#i18n";
import type { ListedPacket, PacketSummary } from "#shared/ipc";
import {
  Badge,
  Button,
  bytesText,
  Confirm,
  ErrorNotice,
  errorOf,
  IconButton,
  momentText,
  Notice,
  Skeleton,
  unwrap,
  useChange,
  useDesk,
  useToasts,
  useUndo,
} from "#ui";
import { PacketOffice } from "./packet-office.tsx";
import { VerificationView } from "./verification-view.tsx";

const PacketViewer = lazy(async () => ({
  default: (await import("./packet-viewer.tsx")).PacketViewer,
}));

/** One packet: what it is, its files, and what can be done with it. */
export function PacketCard({ packet }: { readonly packet: ListedPacket }) {
  const { t, td, lang } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const undo = useUndo();
  const [shown, setShown] = useState<string | undefined>(undefined);
  const [place, setPlace] = useState<string | undefined>(undefined);
  const [removing, setRemoving] = useState(false);
  const firstPaper = packet.files.find((file) => file.pages !== undefined)?.path;
  const verify = useChange(desk.client.packets.verify);
  const showing = useChange(desk.client.files.show);
  const remove = useChange(desk.client.packets.remove, [["packets"]]);
  const save = async (path?: string) => {
    try {
      const offer = await unwrap(
        desk.client.packets.offer({ id: packet.id, ...(path === undefined ? {} : { path }) }),
      );
      setPlace((await unwrap(desk.save(offer))).place);
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <article className="entry stack" aria-label={packet.title}>
      <div className="row">
        <h3>{t(`set.${packet.set}`)}</h3>
        {packet.draft ? (
          <Badge tone="warn">{t("packets.draft")}</Badge>
        ) : (
          <Badge tone="good" icon="lock">
            {t("packets.sealed")}
          </Badge>
        )}
        {packet.supersededBy === undefined ? null : (
          <Badge tone="warn">{t("packets.superseded")}</Badge>
        )}
        {packet.supersedes === undefined ? null : <Badge>{t("packets.amendment")}</Badge>}
        <span className="muted small">{t("app.notice.material")}</span>
      </div>
      <p className="muted small">
        {`${packet.title} · ${t("packets.ruleday", { day: packet.asOf })} · ${t("packets.created", { at: momentText(packet.createdAt, lang) })}`}
        <br />
        {`${t("packets.fingerprint")} `}
        <code>{packet.fingerprint}</code>
        {packet.seal === undefined ? null : (
          <>
            <br />
            {`${t("packets.sealedby", { by: packet.seal.by })} `}
            <code>{packet.seal.keyFingerprint}</code>
          </>
        )}
      </p>
      {packet.supersededBy !== undefined
        ? null
        : packet.stale.map((what) => (
            <Notice key={what} tone="warn">
              {t(`packets.stale.${what}`)}
            </Notice>
          ))}
      {packet.remarks === undefined ? null : (
        <details className="details">
          <summary>{t("packets.remarks", { count: packet.remarks.length })}</summary>
          <ul>
            {packet.remarks.map(({ code, params }) => (
              <li key={`${code}-${Object.values(params).join("-")}`}>
                {td(`remark.${code}`, params)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="row">
        <Button
          icon="shield"
          disabled={verify.isPending}
          onClick={() => verify.mutate({ id: packet.id })}
        >
          {t("packets.verify")}
        </Button>
        <Button icon="download" onClick={() => void save()}>
          {t("packets.download")}
        </Button>
        {place === undefined ? null : (
          <Button icon="search" onClick={() => showing.mutate({ place })}>
            {t("packets.show")}
          </Button>
        )}
        {firstPaper === undefined ? null : (
          <Button icon="file" onClick={() => setShown(firstPaper)}>
            {t("packets.preview")}
          </Button>
        )}
        {packet.draft ? (
          <Button icon="trash" look="quiet" onClick={() => setRemoving(true)}>
            {t("packets.remove")}
          </Button>
        ) : null}
      </div>
      {verify.isPending ? <Skeleton lines={2} /> : null}
      {verify.error === null ? null : <ErrorNotice error={errorOf(verify.error)} />}
      {verify.data === undefined ? null : <VerificationView result={verify.data} />}
      <details className="details">
        <summary>{t("packets.files", { count: packet.files.length })}</summary>
        <Files packet={packet} onView={setShown} onSave={(path) => void save(path)} />
      </details>
      <PacketOffice packet={packet.id} />
      {shown === undefined ? null : (
        <Suspense fallback={<Skeleton />}>
          <PacketViewer packet={packet} path={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
      {removing ? (
        <Confirm
          title={t("packets.remove")}
          text={t("packets.remove.text")}
          action={t("packets.remove")}
          danger
          onConfirm={() => {
            setRemoving(false);
            remove.mutate(
              { id: packet.id },
              {
                onSuccess: () => undo(t("packets.removed"), "packet.remove"),
                onError: (fault) => toasts.fail(errorOf(fault)),
              },
            );
          }}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </article>
  );
}

type FilesProps = {
  readonly packet: PacketSummary;
  readonly onView: (path: string) => void;
  readonly onSave: (path: string) => void;
};

function Files({ packet, onView, onSave }: FilesProps) {
  const { t } = useI18n();
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("packets.file.path")}</th>
            <th scope="col" className="num">
              {t("packets.file.pages")}
            </th>
            <th scope="col" className="num">
              {t("packets.file.size")}
            </th>
            <th scope="col">{t("screen.actions")}</th>
          </tr>
        </thead>
        <tbody>
          {packet.files.map((file) => (
            <tr key={file.path}>
              <td>
                {file.pages !== undefined ? (
                  <Button look="link" onClick={() => onView(file.path)}>
                    {file.path}
                  </Button>
                ) : (
                  file.path
                )}
              </td>
              <td className="num">{file.pages}</td>
              <td className="num">{bytesText(file.bytes)}</td>
              <td>
                <IconButton
                  size="small"
                  icon="download"
                  label={t("packets.file.save", { name: file.path })}
                  onClick={() => onSave(file.path)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
