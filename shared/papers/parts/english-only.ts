import type { PacketDocument } from "#shared/packet";

/** A run of Chinese with the punctuation, digits and spaces inside it. */
const CHINESE = /\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef]*/gu;

/**
 * A paper of the English set with every value that has no English replaced by the remark that it is still to be given: nothing
 * is translated silently and nothing goes out that its reader cannot read. Completeness lists the same values with their fields.
 */
export function inEnglishOnly(document: PacketDocument, wanted: string): PacketDocument {
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return value.replace(CHINESE, wanted);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(document) as PacketDocument;
}
