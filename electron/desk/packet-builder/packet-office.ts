import { docxDraft, type PortalField, portalSheet, type Sheet, xlsxOf } from "#node/office";
import { listPacketFiles, type Place, safeName, type ZipMember, zipStream } from "#node/packets";
import { translate } from "#shared/i18n";
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

function tablesOf(document: PacketDocument): readonly Table[] {
  return allBlocks(document).filter((block) => block.kind === "table");
}

async function zipOf(members: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const entries: ZipMember[] = members.map(([path, bytes]) => ({
    path,
    bytes: bytes.length,
    read: () => Promise.resolve([bytes] as unknown as AsyncIterable<Uint8Array>),
  }));
  const parts: Uint8Array[] = [];
  for await (const part of zipStream(entries)) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

/** One Word file for each paper, in one archive. */
async function drafts(documents: readonly PlacedDocument[]): Promise<Uint8Array> {
  const members: (readonly [string, Uint8Array])[] = [];
  for (const { path, document } of documents) {
    const number = /(\d+)-[^/]*\.pdf$/.exec(path)?.[1] ?? "";
    const name = safeName(`${number} ${document.title}.docx`.trim());
    members.push([name, await docxDraft(document)]);
  }
  return await zipOf(members);
}

function sheets(documents: readonly PlacedDocument[]): readonly Sheet[] {
  return documents.flatMap(({ document }) => {
    const tables = tablesOf(document).filter((table) => table.rows.length > 0);
    return tables.map((table, index) => ({
      name: tables.length === 1 ? document.title : `${document.title} ${index + 1}`,
      table,
    }));
  });
}

const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : plainText(cell.content);
};

function rowFields(table: Table, title: string): readonly PortalField[] {
  const heads = table.header.at(-1) ?? [];
  return table.rows.slice(0, PORTAL_ROWS).flatMap((row, index) =>
    row.map((cell, column) => ({
      section: `${table.caption ?? title} · ${index + 1}`,
      label: cellText(heads[column]),
      value: cellText(cell),
    })),
  );
}

/** Every field of the papers in their order: forms as they stand, tables row by row. */
function portalFields(documents: readonly PlacedDocument[]): readonly PortalField[] {
  return documents.flatMap(({ document }) =>
    allBlocks(document).flatMap((block): readonly PortalField[] => {
      if (block.kind === "keyValue")
        return block.rows.map(({ label, value }) => ({
          section: block.caption ?? document.title,
          label,
          value: plainText(value),
        }));
      return block.kind === "table" ? rowFields(block, document.title) : [];
    }),
  );
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
    return ok({ fileName: `${name}-word.zip`, bytes: await drafts(documents) });
  if (wish.kind === "xlsx")
    return ok({ fileName: `${name}.xlsx`, bytes: await xlsxOf(sheets(documents)) });
  const files = await listPacketFiles(place);
  if (!files.ok) return files;
  const page = portal(content.value, documents, files.value, wish);
  return ok({ fileName: `${name}-portal.html`, bytes: Buffer.from(page, "utf8") });
}
