import { useEffect } from "react";
import { useI18n } from "#i18n";
import type { Evidence } from "#shared/model";
import { Icon, useAnswer, useDesk } from "#ui";

const WIDE = 160;
const HIGH = 120;

const drawable = /^image\/(png|jpeg|webp|gif|bmp)$/;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** Draws a picture small; nothing when the bytes are no picture that this browser can draw. */
async function makeSmall(base64: string, mediaType: string): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(new Blob([bytesOf(base64)], { type: mediaType }));
    const scale = Math.min(1, WIDE / picture.width, HIGH / picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const address = canvas.toDataURL("image/png");
    return address.slice(address.indexOf(",") + 1);
  } catch {
    return undefined;
  }
}

type Props = { readonly item: Evidence; readonly name: string };

/** A small picture of a piece of evidence, drawn once and kept by the desk; a sign for kinds that cannot be drawn. */
export function Thumbnail({ item, name }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const { id, sha256, mediaType } = item;
  const canDraw = drawable.test(mediaType);
  const kept = useAnswer(
    ["thumbnail", sha256],
    async () => await client.evidence.thumbnail({ sha256 }),
    { enabled: canDraw },
  );
  const { refetch } = kept;
  const missing = kept.data !== undefined && kept.data.base64 === undefined;
  useEffect(() => {
    if (!(canDraw && missing)) return;
    let gone = false;
    const draw = async () => {
      const picture = await client.evidence.picture({ id });
      if (!picture.ok || picture.value.base64 === undefined) return;
      const small = await makeSmall(picture.value.base64, picture.value.mediaType ?? mediaType);
      if (small === undefined || gone) return;
      const stored = await client.evidence.keepThumbnail({ sha256, base64: small });
      if (stored.ok && !gone) await refetch();
    };
    void draw();
    return () => {
      gone = true;
    };
  }, [canDraw, missing, client, id, sha256, mediaType, refetch]);
  const { base64, mediaType: type = "image/png" } = kept.data ?? {};
  return (
    <span className="thumb">
      {base64 === undefined ? (
        <Icon name="file" />
      ) : (
        <img src={`data:${type};base64,${base64}`} alt={t("evidence.thumbnail", { name })} />
      )}
    </span>
  );
}
