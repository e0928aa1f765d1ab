import process from "node:process";
import { expect, test } from "vitest";
import { packFolders } from "../support/pack-files.ts";
import { survivorsOf } from "./survivors.ts";

const isLong = process.env["DESK_LONG"] === "1";

/** At most this part of all changes goes unseen; `survivors.md` names them and says why. */
const MOST = 0.15;

test.skipIf(!isLong).each(packFolders)(
  "a change anywhere in %s makes a case fail, with few exceptions",
  { timeout: 3_600_000 },
  (folder) => {
    const found = [...survivorsOf(folder, 1)];
    const left = found.flatMap(({ survivor }) => (survivor === undefined ? [] : [survivor]));
    expect(found.length).toBeGreaterThan(1000);
    expect(left.length / found.length, left.join("\n")).toBeLessThan(MOST);
  },
);
