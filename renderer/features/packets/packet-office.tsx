import { useState } from "react";
import { useI18n } from "#i18n";
import { Button, errorOf, unwrap, useDesk, useToasts } from "#ui";

type Kind = "docx" | "xlsx" | "portal";
const LIMITS = [2, 5, 10, 20, 50] as const;

/** What stands beside a packet: Word drafts, tables, and a sheet to fill a portal from under its size limit. */
export function PacketOffice({ packet }: { readonly packet: string }) {
  const { t, lang } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const [limit, setLimit] = useState(10);
  const [busy, setBusy] = useState(false);
  const make = async (kind: Kind) => {
    setBusy(true);
    try {
      const wish = { id: packet, kind, lang, uploadMegabytes: limit };
      await unwrap(desk.save(await unwrap(desk.client.packets.office(wish))));
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
    setBusy(false);
  };
  return (
    <details className="details">
      <summary>{t("office.title")}</summary>
      <div className="stack">
        <p className="muted small">{t("office.about")}</p>
        <div className="row">
          <Button icon="file" disabled={busy} onClick={() => void make("docx")}>
            {t("office.docx")}
          </Button>
          <Button icon="list" disabled={busy} onClick={() => void make("xlsx")}>
            {t("office.xlsx")}
          </Button>
          <Button icon="copy" disabled={busy} onClick={() => void make("portal")}>
            {t("office.portal")}
          </Button>
          <label className="row">
            {t("office.limit")}
            <select
              className="input office-limit"
              value={limit}
              onChange={(event) => setLimit(Number(event.target.value))}
            >
              {LIMITS.map((megabytes) => (
                <option key={megabytes} value={megabytes}>
                  {`${megabytes} MB`}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
    </details>
  );
}
