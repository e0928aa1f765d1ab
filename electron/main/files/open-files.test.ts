import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ok } from "#shared/kernel";
import { type FileCommand, openFile } from "./open-files.ts";

async function opened(name: string, bytes: string | Buffer): Promise<FileCommand | string> {
  const dir = await mkdtemp(join(tmpdir(), "desk-open-files-"));
  try {
    const path = join(dir, name);
    await writeFile(path, bytes);
    const opening = { noteUpdate: () => undefined, grantFor: () => ok("grant") };
    const command = await openFile(opening, path);
    return command.ok ? command.value : command.error.code;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

test("an order that was double-clicked is handed to the page to be shown; nothing here can import it", async () => {
  expect(await opened("a.h200order", "{}")).toEqual({
    kind: "open-text",
    as: "order",
    fileName: "a.h200order",
    text: "{}",
  });
  expect(await opened("a.json", "{}")).toMatchObject({ kind: "open-text", as: "order" });
  expect(await opened("b.h200order", "PK\u0003\u0004")).toMatchObject({ kind: "open-bundle" });
  expect(await opened("c.h200packet", "PK\u0003\u0004")).toMatchObject({ kind: "open-file" });
  expect(await opened("d.h200pack", "{}")).toMatchObject({ kind: "open-text", as: "pack" });
  expect(await opened("e.exe", "MZ")).toBe("file-kind-unknown");
  expect(await opened("f.h200order", Buffer.from([0xff, 0xfe, 0x00]))).toBe("file-not-text");
});
