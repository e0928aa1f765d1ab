import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const worker = fileURLToPath(new URL("memory-worker.ts", import.meta.url));

test("an opened workspace holds no passphrase, neither while it is open nor after it was closed", () => {
  const said = execFileSync(process.execPath, [worker], { encoding: "utf8" });
  expect(JSON.parse(said)).toMatchObject({ whileOpen: 0, afterClosing: 0 });
}, 60_000);
