import { createHash } from "node:crypto";
import { xmlAttribute, xmlText } from "./xml.ts";

/** One field of a portal's form and the value to paste there. */
export type PortalField = {
  readonly label: string;
  readonly value: string;
  readonly section?: string;
};

/** One file to upload; `limit` is the portal's size limit in bytes, where the person knows it. */
type PortalUpload = {
  readonly label: string;
  readonly file: string;
  readonly bytes: number;
  readonly limit?: number;
  /** The portal takes PDF, JPG and PNG; this is something else. */
  readonly wrongKind?: boolean;
};

/** What a sheet is made of; the words are the caller's, in the reader's language. */
export type PortalSheet = {
  readonly lang: "zh" | "en";
  readonly title: string;
  readonly notice: string;
  readonly words: {
    readonly copy: string;
    readonly copied: string;
    readonly uploads: string;
    readonly tooLarge: string;
    readonly wrongKind: string;
    readonly empty: string;
  };
  readonly fields: readonly PortalField[];
  readonly uploads: readonly PortalUpload[];
};

const STYLE =
  "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.4rem .6rem;text-align:left;vertical-align:top}th{width:16rem;background:#f3f3f3;font-weight:600}pre{margin:0;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}td:last-child{width:6rem}button{font:inherit;padding:.2rem .8rem}.warn{font-weight:700}";

// Copies the text of the row's value; where the clipboard is closed to files, marks it for the keyboard.
const SCRIPT =
  'document.addEventListener("click",async e=>{const b=e.target.closest("button");if(!b)return;const v=b.closest("tr").querySelector("pre");try{await navigator.clipboard.writeText(v.textContent)}catch{const s=getSelection();s.removeAllRanges();const r=document.createRange();r.selectNodeContents(v);s.addRange(r);document.execCommand("copy")}b.textContent=b.dataset.done});';

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(2)} MB`;
}

function fieldRow(field: PortalField, sheet: PortalSheet): string {
  const { copy, copied, empty } = sheet.words;
  const button =
    field.value === ""
      ? xmlText(empty)
      : `<button type="button" data-done="${xmlAttribute(copied)}">${xmlText(copy)}</button>`;
  return `<tr><th scope="row">${xmlText(field.label)}</th><td><pre>${xmlText(field.value)}</pre></td><td>${button}</td></tr>`;
}

function uploadRow(upload: PortalUpload, sheet: PortalSheet): string {
  const kind =
    upload.wrongKind === true
      ? `<br><span class="warn">${xmlText(sheet.words.wrongKind)}</span>`
      : "";
  const over = upload.limit !== undefined && upload.bytes > upload.limit;
  const warning = over
    ? `<br><span class="warn">${xmlText(sheet.words.tooLarge)} ${megabytes(upload.limit ?? 0)}</span>`
    : "";
  return `<tr><th scope="row">${xmlText(upload.label)}</th><td>${xmlText(upload.file)}${kind}${warning}</td><td>${megabytes(upload.bytes)}</td></tr>`;
}

function sections(fields: readonly PortalField[]): ReadonlyMap<string, readonly PortalField[]> {
  const grouped = new Map<string, PortalField[]>();
  for (const field of fields) {
    const key = field.section ?? "";
    const group = grouped.get(key);
    if (group) group.push(field);
    else grouped.set(key, [field]);
  }
  return grouped;
}

/**
 * A page to keep open beside a filing portal: every field with a button that copies exactly its value, and the files to
 * upload with their sizes. One file that works without a network and may load nothing.
 */
export function portalSheet(sheet: PortalSheet): string {
  const policy = `default-src 'none'; style-src ${hashSource(STYLE)}; script-src ${hashSource(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const tables = [...sections(sheet.fields)].map(
    ([name, fields]) =>
      `${name === "" ? "" : `<h2>${xmlText(name)}</h2>`}<table>${fields.map((field) => fieldRow(field, sheet)).join("")}</table>`,
  );
  const uploads =
    sheet.uploads.length === 0
      ? ""
      : `<h2>${xmlText(sheet.words.uploads)}</h2><table>${sheet.uploads.map((upload) => uploadRow(upload, sheet)).join("")}</table>`;
  return `<!doctype html>
<html lang="${sheet.lang === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${xmlText(sheet.title)}</title><style>${STYLE}</style></head><body><h1>${xmlText(sheet.title)}</h1><p>${xmlText(sheet.notice)}</p>${tables.join("")}${uploads}<script>${SCRIPT}</script></body></html>
`;
}
