import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { ErrorNotice, errorOf, Skeleton, useAnswer, useDesk } from "#ui";

/** A place on a page, in the units of its picture. */
type Box = {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

type Props = {
  readonly packet: string;
  readonly path: string;
  readonly page: number;
  readonly zoom: number;
  readonly marks: readonly Box[];
  readonly onPages: (pages: number) => void;
};

// Width of an A4 page at 96 dots an inch, and in the units of a picture (points).
const SCREEN = 794;
const POINTS = 595.28;

/** One page as it will be printed, with what was searched for marked on it. */
export function PageImage({ packet, path, page, zoom, marks, onPages }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const answer = useAnswer(
    ["packet-page", packet, path, page],
    async () => await client.packets.page({ id: packet, path, page }),
    { keep: true },
  );
  const source = usePicture(answer.data?.svg);
  const pages = answer.data?.pages;
  useEffect(() => {
    if (pages !== undefined) onPages(pages);
  }, [pages, onPages]);
  if (answer.error !== null) return <ErrorNotice error={errorOf(answer.error)} />;
  if (source === undefined || answer.data === undefined) return <Skeleton />;
  const scale = ((SCREEN / POINTS) * zoom) / 100;
  const width = widthOf(answer.data.svg) * scale;
  return (
    <div className="preview-sheet">
      <img
        className="preview-page"
        src={source}
        width={width}
        alt={t("packets.page.alt", { path: nameOf(path), page })}
      />
      {marks.map(({ x, y, w, h }) => (
        <span
          key={`${x}-${y}-${w}`}
          className="preview-mark"
          style={{ left: x * scale, top: y * scale, width: w * scale, height: h * scale }}
        />
      ))}
    </div>
  );
}

function widthOf(svg: string): number {
  return Number(/viewBox="0 0 ([\d.]+)/.exec(svg.slice(0, 300))?.[1] ?? POINTS);
}

/** The last part of a path: what people call the file. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
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
