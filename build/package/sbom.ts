import { createHash } from "node:crypto";
import type { Component } from "./components.ts";

/** The program itself, as the bill of materials names it. */
export interface Subject {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly licence: string;
}

const packageUrl = (name: string, version: string) =>
  `pkg:npm/${name.startsWith("@") ? `%40${name.slice(1)}` : name}@${version}`;

function hashes(integrity: string | undefined): object {
  const [algorithm, value] = (integrity ?? "").split("-", 2);
  if (algorithm !== "sha512" || value === undefined) return {};
  return { hashes: [{ alg: "SHA-512", content: Buffer.from(value, "base64").toString("hex") }] };
}

function licenceEntry(licence: string): object {
  if (licence === "not stated") return {};
  const isExpression = /\s(OR|AND|WITH)\s/.test(licence);
  return { licenses: [isExpression ? { expression: licence } : { license: { id: licence } }] };
}

/** A number in the form of a UUID that follows from the content, so that the same program has the same bill. */
function serialNumber(content: string): string {
  const hex = createHash("sha256").update(content).digest("hex");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join("-")}`;
}

/** The bill of materials in CycloneDX 1.6, without a date: the same input gives the same bytes. */
export function billOfMaterials(subject: Subject, components: readonly Component[]): string {
  const own = packageUrl(subject.name, subject.version);
  const list = components.map(({ name, version, licence, integrity }) => ({
    type: "library",
    "bom-ref": packageUrl(name, version),
    name,
    version,
    purl: packageUrl(name, version),
    ...licenceEntry(licence),
    ...hashes(integrity),
  }));
  const content = {
    metadata: {
      component: {
        type: "application",
        "bom-ref": own,
        name: subject.name,
        version: subject.version,
        description: subject.description,
        purl: own,
        ...licenceEntry(subject.licence),
      },
    },
    components: list,
    dependencies: [{ ref: own, dependsOn: list.map((entry) => entry["bom-ref"]) }],
  };
  const head = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: serialNumber(JSON.stringify(content)),
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}
