import { expect, test } from "vitest";
import { sniff } from "./sniff.ts";

const typeOf = (bytes: Buffer) => sniff(bytes, true).mediaType;

test("a file is what its bytes say", () => {
  expect(typeOf(Buffer.from("%PDF-1.7\n"))).toBe("application/pdf");
  expect(typeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe("image/png");
  expect(typeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(typeOf(Buffer.from("MZ\u0090"))).toBe("application/vnd.microsoft.portable-executable");
  const zip = (name: string) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(name)]);
  expect(typeOf(zip("word/document.xml"))).toMatch(/wordprocessingml/);
  expect(typeOf(zip("xl/workbook.xml"))).toMatch(/spreadsheetml/);
  expect(typeOf(zip("OFD.xml"))).toBe("application/ofd");
  expect(typeOf(zip("photo.raw"))).toBe("application/zip");
});

test("text is told from bytes, and a page or picture written as text from plain text", () => {
  expect(typeOf(Buffer.from("证明\n"))).toBe("text/plain");
  expect(typeOf(Buffer.from('  {"a":1}'))).toBe("application/json");
  expect(typeOf(Buffer.from("<!DOCTYPE html><p>"))).toBe("text/html");
  expect(typeOf(Buffer.from("<svg xmlns='x'/>"))).toBe("image/svg+xml");
  expect(typeOf(Buffer.from([0, 1, 2, 3]))).toBe("application/octet-stream");
  expect(typeOf(Buffer.alloc(0))).toBe("application/octet-stream");
});

test("a Chinese text cut in the middle of a character is still text", () => {
  const start = Buffer.from("采购说明").subarray(0, 7);
  expect(sniff(start, false).mediaType).toBe("text/plain");
  expect(sniff(start, true).mediaType).toBe("application/octet-stream");
});
