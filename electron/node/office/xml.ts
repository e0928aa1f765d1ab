import { neutralText } from "#node/pdf-preparation";

/** Text for XML 1.0: direction and control characters are shown by number, markup is escaped. */
export function xmlText(text: string): string {
  return neutralText(text, [])
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** Text for an attribute in double quotes. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;").replaceAll("\n", " ");
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
