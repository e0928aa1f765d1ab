import { useState } from "react";
import { useI18n } from "#i18n";
import type { PaperOfSeal } from "#shared/ipc";
import type { AppError } from "#shared/kernel";
import { copyLines } from "#shared/packet";
import {
  Badge,
  Button,
  bytesText,
  ErrorNotice,
  errorOf,
  FilePick,
  momentText,
  unwrap,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { nameOf } from "./page-image.tsx";

/** The way of the paper after sealing: print, sign and seal by hand, scan, attach; and what is still open. */
export function SignedPapers({ order }: { readonly order: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const papers = useAnswer(
    ["packet-papers", order],
    async () => await client.packets.papers({ order }),
  );
  if (papers.error !== null) return <ErrorNotice error={errorOf(papers.error)} />;
  if (papers.data === undefined || papers.data.length === 0) return null;
  const open = papers.data.filter((paper) => paper.signed === undefined).length;
  return (
    <section className="card stack" aria-label={t("papers.title")}>
      <div className="card-head">
        <h2>{t("papers.title")}</h2>
        {open === 0 ? (
          <Badge tone="good" icon="check">
            {t("papers.alldone")}
          </Badge>
        ) : (
          <Badge tone="warn">{t("papers.open", { open, count: papers.data.length })}</Badge>
        )}
      </div>
      <p className="muted">{t("papers.about")}</p>
      <ul className="plain-list stack">
        {papers.data.map((paper) => (
          <PaperRow key={`${paper.packet}-${paper.path}`} order={order} paper={paper} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { readonly order: string; readonly paper: PaperOfSeal };

function PaperRow({ order, paper }: RowProps) {
  const { t, lang } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const { packet: id, path, signed } = paper;
  const name = paper.title ?? nameOf(path);
  const attach = async (file: File) => {
    setBusy(true);
    setError(undefined);
    try {
      const { grant } = await unwrap(desk.upload(file, file.name));
      await unwrap(desk.client.packets.attach({ id, path, grant }));
      invalidate(["packet-papers", order]);
      toasts.say(t("papers.attached", { name }));
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  const save = async (offer: () => ReturnType<typeof desk.client.packets.offer>) => {
    try {
      await unwrap(desk.save(await unwrap(offer())));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  return (
    <li className="entry stack-tight">
      <div className="row">
        <strong>{`${t(`set.${paper.set}`)} · ${name}`}</strong>
        {signed === undefined ? (
          <Badge tone="warn">{t("papers.unsigned")}</Badge>
        ) : (
          <Badge tone="good" icon="check">
            {t("papers.signed")}
          </Badge>
        )}
      </div>
      <p className="muted small">
        {t("papers.original", { pages: paper.pages })} <code>{paper.sha256.slice(0, 16)}</code>
        {signed === undefined ? null : (
          <>
            <br />
            {t("papers.scan", {
              name: signed.fileName,
              size: bytesText(signed.bytes),
              at: momentText(signed.attachedAt, lang),
            })}{" "}
            <code>{signed.sha256.slice(0, 16)}</code>
          </>
        )}
      </p>
      {signed?.found === undefined ? null : (
        <ul className="plain-list small">
          {copyLines(lang, signed.found).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <Button
          icon="download"
          size="small"
          onClick={() => void save(() => desk.client.packets.offer({ id, path }))}
        >
          {t("papers.print")}
        </Button>
        <FilePick
          size="small"
          label={t(signed === undefined ? "papers.attach" : "papers.replace")}
          accept=".pdf,.jpg,.jpeg,.png"
          disabled={busy}
          onFile={(file) => void attach(file)}
        />
        {signed === undefined ? null : (
          <Button
            look="quiet"
            size="small"
            onClick={() => void save(() => desk.client.packets.signedCopy({ id, path }))}
          >
            {t("papers.show")}
          </Button>
        )}
      </div>
      {error === undefined ? null : <ErrorNotice error={error} />}
    </li>
  );
}
