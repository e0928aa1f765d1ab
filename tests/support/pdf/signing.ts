import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { P12Signer, PDF } from "@libpdf/core";

const onPath = (tool: string) =>
  (process.env["PATH"] ?? "").split(delimiter).some((place) => existsSync(join(place, tool)));

/** Whether certificates can be made and signatures be looked at by another program here. */
export const canSign = onPath("openssl");
export const canInspect = onPath("pdfsig");

/** A certificate of an invented firm and person, in a file as signing programs take it. */
export function sampleCertificate(kind: "rsa" | "ec", subject: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "desk-certificate-"));
  const at = (name: string) => join(folder, name);
  const key =
    kind === "rsa"
      ? ["-newkey", "rsa:2048"]
      : ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  const run = (...args: string[]) => execFileSync("openssl", args, { stdio: "pipe" });
  try {
    run(
      ...["req", "-x509", ...key, "-nodes", "-keyout", at("key"), "-out", at("crt")],
      ...["-days", "3650", "-utf8", "-subj", subject],
    );
    run(
      ...["pkcs12", "-export", "-inkey", at("key"), "-in", at("crt")],
      ...["-out", at("p12"), "-passout", "pass:sample"],
    );
    return readFileSync(at("p12"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Signs a PDF as a firm's own signing program would: an update behind its bytes. */
export async function signedPdf(pdf: Uint8Array, certificate: Uint8Array): Promise<Uint8Array> {
  const signer = await P12Signer.create(certificate, "sample");
  const loaded = await PDF.load(new Uint8Array(pdf));
  const signed = await loaded.sign({
    signer,
    signingTime: new Date(Date.UTC(2026, 10, 24, 3, 4, 5)),
  });
  return signed.bytes;
}

/** What another program says of the signatures in a PDF. */
export function inspected(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), "desk-signed-"));
  try {
    writeFileSync(join(folder, "signed.pdf"), pdf);
    return execFileSync("pdfsig", ["-nocert", join(folder, "signed.pdf")], { encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
