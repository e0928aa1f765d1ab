import { isDict, readPdf } from "#node/pdf-reading";
import { type Dict, type Revision, revisionsAfter } from "./appended.ts";
import { readCmsSignature } from "./cms-signature.ts";
import { anyVisible, Final, onlySignatures, signatureFields } from "./only-signatures.ts";

/** A signature found in a signed copy: whose certificate, at what time by the signer's own clock, over how much of the file. */
type FoundSignature = {
  readonly subject: string;
  readonly claimedAt: string | undefined;
  /** Whether the bytes it covers are those that were signed with the certificate's key; who issued it is not looked at. */
  readonly fits: "yes" | "no" | "unknown";
  readonly coversAll: boolean;
};

/**
 * What a PDF is to the paper that it should be a signed copy of.
 *
 * - `begins`: whether it begins with the exact bytes of the paper.
 * - `adds`: what comes behind them: `nothing`, `signatures` alone, something `else`, or what this program `cannot-tell`.
 * - `visible`: whether a signature takes room on a page, where it may lie over what the page says.
 */
export type SignedCopy = {
  readonly begins: boolean;
  readonly adds: "nothing" | "signatures" | "else" | "cannot-tell";
  readonly visible: boolean;
  readonly signatures: readonly FoundSignature[];
};

const OTHER: SignedCopy = { begins: false, adds: "else", visible: false, signatures: [] };

/** `D:20261124030405Z` and its like as ISO text in UTC; nothing where a zone or a part is missing. */
function claimedTime(value: unknown): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const text = Buffer.from(value).toString("latin1");
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(Z|[+-]\d{2}'?\d{2}'?)/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, zone = "Z"] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return zone.startsWith("Z")
    ? `${local}Z`
    : `${local}${zone.slice(0, 3)}:${zone.slice(-3).replace(/\D/g, "").padStart(2, "0")}`;
}

function signatureOf(bytes: Buffer, value: Dict, revisions: readonly Revision[]): FoundSignature {
  const { from, length } = coverage(bytes, value);
  const message = value.get("Contents");
  const covered =
    length === undefined
      ? Buffer.alloc(0)
      : Buffer.concat([
          bytes.subarray(0, length.first),
          bytes.subarray(from, from + length.second),
        ]);
  const end = length === undefined ? -1 : from + length.second;
  const cms = readCmsSignature(
    message instanceof Uint8Array ? Buffer.from(message) : Buffer.alloc(0),
    covered,
  );
  // A signature covers the whole of its own update; anything less leaves room for what nobody signed.
  const whole = revisions.some(
    (revision) => Math.abs(revision.end - end) <= 2 && end <= bytes.length,
  );
  return {
    subject: cms.subject,
    claimedAt: claimedTime(value.get("M")) ?? cms.signedAt,
    fits: length === undefined || !whole ? "no" : cms.fits,
    coversAll: end >= bytes.length - 2,
  };
}

/** The two stretches that a signature covers: all but the place of the signature itself. */
function coverage(bytes: Buffer, value: Dict) {
  const range = value.get("ByteRange");
  const numbers = Array.isArray(range) ? range.map(Number) : [];
  const [start = -1, first = -1, from = -1, second = -1] = numbers;
  const gap = bytes.subarray(first, from).toString("latin1");
  const sound =
    numbers.length === 4 &&
    start === 0 &&
    first > 0 &&
    from > first &&
    from + second <= bytes.length &&
    /^<[0-9A-Fa-f]*>$/.test(gap);
  return { from, length: sound ? { first, second } : undefined };
}

/**
 * Holds a PDF that came back from a signing program against the paper that went there. Names every signature it finds; says of no
 * certificate that it is trusted, and of no time more than that it is claimed.
 */
export function signedCopyOf(paper: Uint8Array, copy: Uint8Array): SignedCopy {
  const bytes = Buffer.from(copy.buffer, copy.byteOffset, copy.byteLength);
  if (bytes.length < paper.length || !bytes.subarray(0, paper.length).equals(paper)) return OTHER;
  if (bytes.length === paper.length) return { ...OTHER, begins: true, adds: "nothing" };
  try {
    const original = readPdf(paper);
    const revisions = revisionsAfter(bytes, paper.length);
    const final = new Final(original, revisions);
    const root = Number(/\/Root (\d+) 0 R/.exec(original.trailer)?.[1]);
    const fields = signatureFields(final, root);
    const signatures = fields.flatMap((field) => {
      const value = final.value(field.get("V"));
      return isDict(value) ? [signatureOf(bytes, value, revisions)] : [];
    });
    const only = signatures.length > 0 && onlySignatures(original, revisions, final);
    return {
      begins: true,
      adds: only ? "signatures" : "else",
      visible: anyVisible(final, fields),
      signatures,
    };
  } catch {
    return { ...OTHER, begins: true, adds: "cannot-tell" };
  }
}
