import { describe, expect, test } from "vitest";
import { evidenceKinds } from "./evidence.ts";
import { bytesFit, guessKind, usualSide } from "./paper-names.ts";

describe("what a file's name says it is", () => {
  test.each([
    ["营业执照.pdf", "business-licence"],
    ["星河样例-营业执照（副本）.jpg", "business-licence"],
    ["股东名册2026.pdf", "shareholder-register"],
    ["Quotation 2026-07.pdf", "quotation"],
    ["采购合同.pdf", "contract"],
    ["机房租赁合同.pdf", "site-lease-or-title"],
    ["最终用户说明.pdf", "end-user-statement"],
    ["KYC policy.pdf", "kyc-policy"],
    ["远程访问管理制度.pdf", "remote-access-policy"],
    ["机房实体安全方案.pdf", "physical-security-plan"],
    ["报关行归类意见.pdf", "hs-broker-opinion"],
    ["H200 datasheet.pdf", "datasheet"],
    ["国产卡实测报告.pdf", "benchmark-report"],
  ])("%s is a %s", (name, kind) => {
    expect(guessKind(name)).toBe(kind);
  });
  test.each(["扫描件0012.pdf", "IMG_2041.jpg", "新建文件.docx"])("%s says nothing", (name) => {
    expect(guessKind(name)).toBeUndefined();
  });
});

test("a paper that neither set asks for stays inside, and none goes to a set that does not ask for it", () => {
  expect(usualSide("other")).toBe("internal");
  expect(usualSide("tenant-list")).toBe("internal");
  expect(usualSide("kyc-policy")).toBe("us-exporter");
  expect(usualSide("benchmark-report")).toBe("cn-filing");
  for (const kind of evidenceKinds) expect(usualSide(kind)).toBeDefined();
});

test("bytes that are not what the name says are noticed", () => {
  expect(bytesFit("a.pdf", new Uint8Array([0x25, 0x50, 0x44, 0x46]))).toBe(true);
  expect(bytesFit("a.pdf", new Uint8Array([0xff, 0xd8, 0xff]))).toBe(false);
  expect(bytesFit("a.txt", new Uint8Array([1]))).toBeUndefined();
});
