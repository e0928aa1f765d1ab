import { createHash, verify, X509Certificate } from "node:crypto";
import { visibleText } from "#shared/kernel";
import { type Der, members, oidOf, readDer, timeOf } from "./der.ts";

/** What a signature in a PDF says of itself, and whether the bytes that it covers are those that were signed. */
export type CmsSignature = {
  /** The subject of the certificate that came with it, as it stands there; nobody here vouches for who issued it. */
  readonly subject: string;
  readonly signedAt: string | undefined;
  readonly fits: "yes" | "no" | "unknown";
};

const DIGESTS: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "sha1",
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_TIME = "1.2.840.113549.1.9.5";
const PSS = "1.2.840.113549.1.1.10";

type Signer = {
  readonly attributes: Der | undefined;
  readonly digest: string | undefined;
  readonly scheme: string;
  readonly value: Buffer;
  readonly serial: string;
};

function signerOf(info: Der): Signer {
  const parts = members(info);
  const identifier = parts[1];
  if (identifier === undefined) throw new RangeError("no signer");
  const serial =
    identifier.tag === 0x30 ? (members(identifier)[1]?.body.toString("hex") ?? "") : "";
  const attributes = parts.find(({ tag }) => tag === 0xa0);
  const value = parts.find(({ tag }) => tag === 0x04);
  const at = parts.indexOf(value ?? identifier);
  const algorithm = parts[at - 1];
  const digest = parts[2];
  if (value === undefined || algorithm === undefined || digest === undefined)
    throw new RangeError("no signature");
  const [name] = members(digest);
  const [scheme] = members(algorithm);
  return {
    attributes,
    digest: name === undefined ? undefined : DIGESTS[oidOf(name)],
    scheme: scheme === undefined ? "" : oidOf(scheme),
    value: value.body,
    serial,
  };
}

function attribute({ attributes }: Signer, oid: string): Der | undefined {
  if (attributes === undefined) return undefined;
  for (const one of members(attributes)) {
    const [name, values] = members(one);
    if (name !== undefined && values !== undefined && oidOf(name) === oid)
      return members(values)[0];
  }
  return undefined;
}

const digits = (serial: string) => serial.toLowerCase().replace(/^0+/, "");

function certificateOf(bag: Der, signer: Signer): X509Certificate | undefined {
  const all = members(bag).flatMap(({ whole }) => {
    try {
      return [new X509Certificate(whole)];
    } catch {
      return [];
    }
  });
  return (
    all.find(({ serialNumber }) => digits(serialNumber) === digits(signer.serial)) ??
    (signer.serial === "" ? all[0] : undefined)
  );
}

/** `CN=…, O=…` on one line; names come from whoever made the certificate and are shown by what they are. */
function subjectOf(certificate: X509Certificate | undefined): string {
  return visibleText((certificate?.subject ?? "").split("\n").join(", ")).slice(0, 300);
}

function fits(signer: Signer, certificate: X509Certificate | undefined, covered: Buffer) {
  const { digest, attributes, scheme, value } = signer;
  // Certificates of the national algorithms (SM2 with SM3) cannot be checked by this program.
  if (digest === undefined || certificate === undefined || scheme === PSS) return "unknown";
  const stated = attribute(signer, MESSAGE_DIGEST)?.body;
  if (attributes === undefined || stated === undefined) return "unknown";
  if (!createHash(digest).update(covered).digest().equals(stated)) return "no";
  // What is signed are the attributes as a set, not under the tag that they have in the message.
  const signed = Buffer.from(attributes.whole);
  signed[0] = 0x31;
  try {
    return verify(digest, signed, certificate.publicKey, value) ? "yes" : "no";
  } catch {
    return "unknown";
  }
}

/** Reads a signature as PDFs carry it (CMS, detached) and holds it against the bytes that it covers. Never throws. */
export function readCmsSignature(message: Buffer, covered: Buffer): CmsSignature {
  try {
    const [type, wrapped] = members(readDer(message));
    if (type === undefined || wrapped === undefined || oidOf(type) !== SIGNED_DATA)
      throw new RangeError("no signed data");
    const data = members(readDer(wrapped.body));
    const bag = data.find(({ tag }) => tag === 0xa0);
    const infos = data.at(-1);
    const [info] = infos === undefined ? [] : members(infos);
    if (info === undefined) throw new RangeError("no signer");
    const signer = signerOf(info);
    const certificate = bag === undefined ? undefined : certificateOf(bag, signer);
    const time = attribute(signer, SIGNING_TIME);
    return {
      subject: subjectOf(certificate),
      signedAt: time === undefined ? undefined : timeOf(time),
      fits: fits(signer, certificate, covered),
    };
  } catch {
    return { subject: "", signedAt: undefined, fits: "unknown" };
  }
}
