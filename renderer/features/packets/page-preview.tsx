import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { Dialog, ErrorNotice, errorOf, IconButton, Skeleton, useAnswer, useDesk } from "#ui";

type Props = {
  readonly packet: string;
  readonly path: string;
  readonly onClose: () => void;
};

const PAGE_WIDTH = 794;
const zooms = [50, 75, 100, 125, 150, 200] as const;

/** The pages of one document as they will be printed. */
export function PagePreview({ packet, path, onClose }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(100);
  const answer = useAnswer(
    ["packet-page", packet, path, page],
    async () => await client.packets.page({ id: packet, path, page }),
    { keep: true },
  );
  const source = usePicture(answer.data?.svg);
  const pages = answer.data?.pages ?? page;
  return (
    <Dialog title={path} wide onClose={onClose}>
      <div className="stack">
        <div className="row">
          <IconButton
            icon="left"
            label={t("packets.page.before")}
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          />
          <span aria-live="polite">{t("packets.page", { page, pages })}</span>
          <IconButton
            icon="right"
            label={t("packets.page.after")}
            disabled={page >= pages}
            onClick={() => setPage(page + 1)}
          />
          <label className="row">
            {t("packets.zoom")}
            <select
              className="input"
              value={zoom}
              onChange={(event) => setZoom(Number(event.target.value))}
            >
              {zooms.map((percent) => (
                <option key={percent} value={percent}>
                  {`${percent}%`}
                </option>
              ))}
            </select>
          </label>
        </div>
        {answer.error === null ? null : <ErrorNotice error={errorOf(answer.error)} />}
        {answer.isPending ? <Skeleton /> : null}
        {source === undefined ? null : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          <section className="preview-scroll" tabIndex={0} aria-label={t("packets.preview")}>
            <img
              className="preview-page"
              src={source}
              width={(PAGE_WIDTH * zoom) / 100}
              alt={t("packets.page.alt", { path, page })}
            />
          </section>
        )}
      </div>
    </Dialog>
  );
}

/** A picture's address that lives as long as it is shown; inside an image no script of it could run. */
function usePicture(svg: string | undefined): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (svg === undefined) return;
    const next = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(next);
    return () => URL.revokeObjectURL(next);
  }, [svg]);
  return address;
}
