import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;

/** Set-up is plain JavaScript for old Nodes; it is asked through a process, as it is used. */
function ask(module: string, expression: string): unknown {
  const code = `import * as m from ${JSON.stringify(`file://${join(folder, module)}`)}; process.stdout.write(JSON.stringify(${expression}));`;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }),
  );
}

test("a Node is new enough from 22.18 on", () => {
  const versions = ["18.20.0", "20.20.2", "22.17.1", "22.18.0", "23.6.0", "24.21.0"];
  const list = JSON.stringify(versions);
  expect(ask("node.mjs", `${list}.map(m.isNewEnough)`)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test("the stamp of the sources is the same twice", () => {
  expect(
    ask(
      "stamp.mjs",
      "[m.sourceStamp('page') === m.sourceStamp('page'), m.sourceStamp('hosts').length]",
    ),
  ).toEqual([true, 64]);
});

test("--host browser is taken at its word", () => {
  const choice = "await m.chooseHost({ asked: 'browser', noOpen: false })";
  expect(ask("electron.mjs", choice)).toMatchObject({ host: "browser" });
});

test("--no-open asks for an address, so the browser host answers", () => {
  expect(ask("electron.mjs", "await m.chooseHost({ noOpen: true })")).toMatchObject({
    host: "browser",
  });
});
