import { useCallback, useState } from "react";
import { useI18n } from "#i18n";
import type { PacketSummary } from "#shared/ipc";
import { Button, Dialog, ErrorNotice, errorOf, IconButton, useAnswer, useDesk } from "#ui";
import { nameOf, PageImage } from "./page-image.tsx";
import { usePrint } from "./print-pages.ts";

type Props = {
  readonly packet: PacketSummary;
  readonly path: string;
  readonly onClose: () => void;
};

const zooms = [50, 75, 100, 125, 150, 200, 300] as const;

/** Every paper of a packet: the list of papers beside the page, paging, zoom, search over all papers, printing. */
export function PacketViewer({ packet, path: first, onClose }: Props) {
  const { t } = useI18n();
  const papers = packet.files.filter((file) => file.pages !== undefined);
  const [path, setPath] = useState(first);
  const [page, setPage] = useState(1);
  const [pages, setPages] = useState(1);
  const [zoom, setZoom] = useState(100);
  const [words, setWords] = useState("");
  const [sought, setSought] = useState("");
  const hits = useHits(packet.id, sought);
  const titleOf = (one: string) => papers.find((file) => file.path === one)?.title ?? nameOf(one);
  const print = usePrint(packet.id);
  const open = (next: string, at = 1) => {
    setPath(next);
    setPage(at);
  };
  const marks = (hits.data ?? [])
    .filter((hit) => hit.path === path && hit.page === page)
    .flatMap((hit) => hit.boxes);
  return (
    <Dialog title={`${t(`set.${packet.set}`)} · ${titleOf(path)}`} wide onClose={onClose}>
      <div className="viewer">
        <div className="viewer-side stack">
          <form
            className="row viewer-search"
            onSubmit={(event) => {
              event.preventDefault();
              setSought(words.trim());
            }}
          >
            <input
              className="input grow"
              type="search"
              aria-label={t("packets.find")}
              placeholder={t("packets.find")}
              value={words}
              maxLength={200}
              onChange={(event) => setWords(event.target.value)}
            />
            <Button submit icon="search" size="small">
              {t("packets.find.go")}
            </Button>
          </form>
          {hits.error === null ? null : <ErrorNotice error={hits.error} />}
          {sought === "" ? null : (
            <Hits count={hits.data?.length} hits={hits.data ?? []} onOpen={open} />
          )}
          <nav aria-label={t("packets.papers")}>
            <ol className="plain-list">
              {papers.map((file) => (
                <li key={file.path}>
                  <button
                    type="button"
                    className="nav-link viewer-paper"
                    aria-current={file.path === path ? "page" : undefined}
                    onClick={() => open(file.path)}
                  >
                    <span>{file.title ?? nameOf(file.path)}</span>
                    <span className="muted small nowrap">
                      {t("packets.pages", { count: file.pages ?? 0 })}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
          </nav>
        </div>
        <div className="viewer-main stack-tight">
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
            <select
              className="input viewer-zoom"
              aria-label={t("packets.zoom")}
              value={zoom}
              onChange={(event) => setZoom(Number(event.target.value))}
            >
              {zooms.map((percent) => (
                <option key={percent} value={percent}>
                  {`${percent}%`}
                </option>
              ))}
            </select>
            <span className="grow" />
            <Button
              icon="print"
              disabled={print.busy}
              onClick={() => void print.start([{ path, pages }])}
            >
              {t("packets.print")}
            </Button>
            <Button
              icon="print"
              look="quiet"
              disabled={print.busy}
              onClick={() =>
                void print.start(
                  papers.map((file) => ({ path: file.path, pages: file.pages ?? 0 })),
                )
              }
            >
              {t("packets.print.all")}
            </Button>
          </div>
          {print.error === undefined ? null : <ErrorNotice error={print.error} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className="preview-scroll" tabIndex={0} aria-label={t("packets.preview")}>
            <PageImage
              packet={packet.id}
              path={path}
              page={page}
              zoom={zoom}
              marks={marks}
              onPages={useCallback((count: number) => setPages(count), [])}
            />
          </section>
        </div>
      </div>
    </Dialog>
  );
}

function useHits(packet: string, words: string) {
  const { client } = useDesk();
  const answer = useAnswer(["packet-find", packet, words], async () =>
    words === ""
      ? { ok: true as const, value: [] }
      : await client.packets.find({ id: packet, words }),
  );
  return { data: answer.data, error: answer.error === null ? null : errorOf(answer.error) };
}

type HitsProps = {
  readonly count: number | undefined;
  readonly hits: readonly {
    readonly path: string;
    readonly page: number;
    readonly excerpt: string;
  }[];
  readonly onOpen: (path: string, page: number) => void;
};

const SHOWN = 100;

function Hits({ count, hits, onOpen }: HitsProps) {
  const { t } = useI18n();
  return (
    <div className="stack-tight" role="status">
      <strong className="small">
        {count === undefined ? t("packets.find.busy") : t("packets.find.count", { count })}
      </strong>
      <ul className="plain-list viewer-hits">
        {hits.slice(0, SHOWN).map((hit, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice on a page
          <li key={index}>
            <Button look="link" onClick={() => onOpen(hit.path, hit.page)}>
              {t("packets.find.hit", { name: nameOf(hit.path), page: hit.page })}
            </Button>
            <div className="muted small">{hit.excerpt}</div>
          </li>
        ))}
      </ul>
    </div>
  );
}
