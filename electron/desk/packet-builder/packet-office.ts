import { formTable, type PortalField, portalSheet, type Sheet, xlsxOf } from "#node/office";
import { listPacketFiles, type Place } from "#node/packets";
import { type Lang, translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result, sha256Hex } from "#shared/kernel";
import { type Block, type Cell, type PacketDocument, plainText, type Table } from "#shared/packet";
import { contentText, documentsOf, type PlacedDocument, type SetContent } from "#shared/papers";
import { contentIn } from "../packet-verify/packet-content.ts";
import { packetName } from "../packets/packet-name.ts";
import type { OfficeFile, OfficeWish } from "./packet-request.ts";

const PORTAL_ROWS = 500;
const UPLOADS = /\.(pdf|jpe?g|png)$/i;

function allBlocks(document: PacketDocument): readonly Block[] {
  return document.blocks.flatMap((block) =>
    block.kind === "landscape" ? [block, ...block.blocks] : [block],
  );
}

/** The tables and forms of a paper as tables. */
function tablesOf(document: PacketDocument): readonly Table[] {
  return allBlocks(document).flatMap((block): readonly Table[] => {
    if (block.kind === "table") return block.rows.length > 0 ? [block] : [];
    if (block.kind !== "keyValue" || block.rows.length === 0) return [];
    const form = formTable({ ...block, columns: 1 });
    return [block.caption === undefined ? form : { ...form, caption: block.caption }];
  });
}

/** First an index of the sheets, then every table and form of the papers on a sheet of its own. */
function sheets(documents: readonly PlacedDocument[], lang: Lang): readonly Sheet[] {
  const tables = documents.flatMap(({ document }) => {
    const own = tablesOf(document);
    return own.map((table, at) => ({
      name: own.length === 1 ? document.title : `${document.title} ${at + 1}`,
      title: document.title,
      table,
    }));
  });
  const say = (key: string) => translateData(lang, `office.index.${key}`);
  const index: Table = {
    kind: "table",
    columns: [{ width: "auto" }, { width: { fr: 3 } }, { width: { fr: 3 } }],
    header: [[say("no"), say("paper"), say("table")]],
    rows: tables.map(({ name, title, table }, at) => [
      String(at + 1),
      title,
      table.caption ?? name,
    ]),
  };
  return [{ name: say("title"), table: index }, ...tables];
}

const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : plainText(cell.content);
};

const FIGURE = /^(?:[A-Z]{3} )?([-+−]?\d[\d,]*(?:\.\d+)?)$/;

/** A value as a portal wants it typed: a figure without its currency and its separators. */
const raw = (text: string): string => FIGURE.exec(text)?.[1]?.replaceAll(",", "") ?? text;

/** One field for every line of a value: a name and a code below it are copied one by one. */
function fieldsOf(section: string, label: string, value: string): readonly PortalField[] {
  const lines = value.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return [{ section, label, value: raw(value) }];
  return lines.map((line, at) => ({ section, label: `${label} (${at + 1})`, value: raw(line) }));
}

function rowFields(table: Table, title: string): readonly PortalField[] {
  const heads = table.header.at(-1) ?? [];
  return table.rows
    .slice(0, PORTAL_ROWS)
    .flatMap((row, index) =>
      row.flatMap((cell, column) =>
        fieldsOf(
          `${table.caption ?? title} · ${index + 1}`,
          cellText(heads[column]),
          cellText(cell),
        ),
      ),
    );
}

// The papers that follow the order of a form; the others are read and not typed in.
const FORMS = /-(data-sheets|licence-data)\.pdf$/;

/** Every field of the papers that follow a form, in its order and below the form's name. */
function portalFields(documents: readonly PlacedDocument[]): readonly PortalField[] {
  const forms = documents.filter(({ path }) => FORMS.test(path));
  return (forms.length > 0 ? forms : documents).flatMap(({ document }) => {
    let form = document.title;
    return allBlocks(document).flatMap((block): readonly PortalField[] => {
      if (block.kind === "heading" && block.level === 1) form = block.text;
      if (block.kind === "keyValue")
        return block.rows.flatMap(({ label, value }) =>
          fieldsOf(block.caption ?? form, label, plainText(value)),
        );
      return block.kind === "table" ? rowFields(block, form) : [];
    });
  });
}

function portal(
  content: SetContent,
  documents: readonly PlacedDocument[],
  files: ReadonlyMap<string, number>,
  { lang, uploadBytes }: OfficeWish,
): string {
  const titles = new Map(documents.map(({ path, document }) => [`data/${path}`, document.title]));
  const uploads = [...files].filter(
    ([path]) => path.startsWith("data/") && !path.endsWith(".json"),
  );
  return portalSheet({
    lang,
    title: `${translate(lang, "portal.title")} · ${content.dossier.order.title}`,
    notice: translate(lang, "portal.notice"),
    words: {
      copy: translate(lang, "portal.copy"),
      copied: translate(lang, "portal.copied"),
      uploads: translate(lang, "portal.uploads"),
      tooLarge: translate(lang, "portal.tooLarge"),
      wrongKind: translate(lang, "portal.wrongKind"),
      empty: translate(lang, "portal.empty"),
    },
    fields: portalFields(documents),
    uploads: uploads.map(([path, bytes]) => ({
      label: titles.get(path) ?? translate(lang, "portal.evidence"),
      file: path.replace(/^data\//, ""),
      bytes,
      ...(uploadBytes === undefined ? {} : { limit: uploadBytes }),
      ...(UPLOADS.test(path) ? {} : { wrongKind: true }),
    })),
  });
}

/**
 * What stands beside a packet, made of the packet's own content and of nothing else: Word drafts for lawyers, a workbook
 * of the tables, or a page to fill a portal from. None of it is hashed or sealed.
 */
export async function officeFile(place: Place, wish: OfficeWish): Promise<Result<OfficeFile>> {
  const content = await contentIn(place);
  if (!content.ok) {
    const { code, params } = content.error;
    return code === "packet-content-older"
      ? err(appError("office-content", { made: String(params["made"]) }))
      : content;
  }
  const documents = documentsOf(content.value);
  const { set, asOf } = content.value;
  const name = packetName({ set, asOf, fingerprint: sha256Hex(contentText(content.value)) });
  if (wish.kind === "docx")
    return ok({
      fileName: `${name}-word.zip`,
      bytes: await (await import("./word-drafts.ts")).wordDrafts(documents),
    });
  if (wish.kind === "xlsx")
    return ok({ fileName: `${name}.xlsx`, bytes: await xlsxOf(sheets(documents, wish.lang)) });
  const files = await listPacketFiles(place);
  if (!files.ok) return files;
  const page = portal(content.value, documents, files.value, wish);
  return ok({ fileName: `${name}-portal.html`, bytes: Buffer.from(page, "utf8") });
}
