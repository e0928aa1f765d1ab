import { expect, test } from "vitest";
import { packFolders, programOf, readPack } from "./support/pack-files.ts";

test.each(packFolders)(
  "%s compiles: every name resolves and every statement is cited",
  (folder) => {
    expect(programOf(readPack(folder)).pack.rules.length).toBeGreaterThan(20);
  },
);
