import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Component, licenceBook, shippedComponents } from "./components.ts";
import { builderConfig, fuses } from "./config.ts";
import { toIcns, toIco } from "./icon-files.ts";
import { billOfMaterials } from "./sbom.ts";
import { signingPlan } from "./signing.ts";

const root = join(import.meta.dirname, "..", "..");
const wishes = {
  icons: "icons",
  out: "out",
  electronVersion: "45.4.1",
  signed: false,
  setFuses: true,
};

/** electron-builder's own check of a configuration; it is not part of its public face. */
type Validate = (config: unknown, logger: { add(): void; isEnabled: boolean }) => Promise<void>;
const builder = createRequire(import.meta.url)("app-builder-lib/out/util/config/config.js") as {
  validateConfiguration: Validate;
};
const logger = { add: () => undefined, isEnabled: false };

test("electron-builder accepts the configuration, signed and unsigned", async () => {
  for (const signed of [false, true]) {
    const config = builderConfig({ ...wishes, signed });
    await expect(builder.validateConfiguration(config, logger)).resolves.toBeUndefined();
  }
});

test("electron-builder's check sees a word it does not know, so its silence means something", async () => {
  const config = { ...builderConfig(wishes), asarr: true };
  await expect(builder.validateConfiguration(config, logger)).rejects.toThrow("asarr");
});

test("every fuse is set, and each of them closes something", () => {
  const { electronFuses } = builderConfig(wishes);
  expect(electronFuses).toMatchObject(fuses);
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test("no package looks for updates by itself, and taking the program off leaves the workspace", () => {
  const config = builderConfig(wishes);
  expect(config.publish).toBeNull();
  expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
});

test("signing is all or nothing: what is missing is named", () => {
  expect(signingPlan("mac", {})).toEqual({ kind: "unsigned" });
  expect(signingPlan("win", { WIN_CSC_LINK: "x", WIN_CSC_KEY_PASSWORD: "y" })).toEqual({
    kind: "signed",
  });
  expect(signingPlan("win", { WIN_CSC_LINK: "x" })).toEqual({
    kind: "half",
    missing: ["WIN_CSC_KEY_PASSWORD"],
  });
  expect(signingPlan("mac", { CSC_LINK: "x", CSC_KEY_PASSWORD: "" })).toMatchObject({
    kind: "half",
  });
  expect(signingPlan("linux", {})).toEqual({ kind: "unsigned" });
});

const pictures = [16, 256, 1024].map((size) => ({ size, png: Buffer.alloc(size, size % 251) }));

test("the Windows icon holds each picture at the place its directory names", () => {
  const ico = Buffer.from(toIco(pictures));
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 2]);
  for (const [index, { size, png }] of pictures.slice(0, 2).entries()) {
    const at = 6 + 16 * index;
    expect(ico.readUInt8(at)).toBe(size % 256);
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
    expect(ico.subarray(offset, offset + length)).toEqual(png);
  }
});

test("the Apple icon is a chain of parts whose lengths add up", () => {
  const icns = Buffer.from(toIcns(pictures));
  expect(icns.toString("ascii", 0, 4)).toBe("icns");
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const types: string[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    types.push(icns.toString("ascii", at, at + 4));
  expect(types).toEqual(["icp4", "ic08", "ic13", "ic10"]);
});

const components: Component[] = [
  { name: "@a/b", version: "1.0.0", licence: "MIT", text: "MIT words", integrity: "sha512-AAAA" },
  { name: "c", version: "2.0.0", licence: "(MIT OR Apache-2.0)", text: "" },
];
const subject = { name: "h200-desk", version: "0.1.0", description: "d", licence: "Apache-2.0" };

test("the bill of materials names each library once, with address, licence and hash, and is the same twice", () => {
  const bill = JSON.parse(billOfMaterials(subject, components));
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
  expect(bill.components[0]).toMatchObject({
    purl: "pkg:npm/%40a/b@1.0.0",
    licenses: [{ license: { id: "MIT" } }],
    hashes: [{ alg: "SHA-512", content: "000000" }],
  });
  expect(bill.components[1].licenses).toEqual([{ expression: "(MIT OR Apache-2.0)" }]);
  expect(bill.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(billOfMaterials(subject, components)).toBe(billOfMaterials(subject, components));
});

test("what ships is known from the lock file: fonts and Electron are in, tools are out, each with a licence", () => {
  const shipped = shippedComponents(root);
  const names = shipped.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(["@expo-google-fonts/noto-serif-sc", "electron", "react", "zod"]),
  );
  expect(names).not.toEqual(expect.arrayContaining(["vitest"]));
  expect(names).not.toContain("typescript");
  expect(shipped.filter(({ licence }) => licence === "not stated")).toEqual([]);
  expect(licenceBook(shipped)).toContain("Licence: MIT");
});
