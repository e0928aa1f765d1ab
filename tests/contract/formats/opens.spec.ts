import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTerminal } from "../../support/freeze/desk-terminal.ts";
import { type HostClient, startHost } from "../../support/freeze/host-client.ts";
import { type Tree, writeTree } from "../../support/freeze/tree.ts";

// What earlier versions wrote, as they wrote it. These files are never edited or made again: a program that no longer
// opens one of them needs a migration, and the next format joins them as the next number.
const here = import.meta.dirname;
const order = "ord_private-start-up-complete";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desk-formats-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function json(...words: readonly string[]) {
  const terminal = createTerminal(process.cwd(), folder);
  const { code, out, err } = await terminal.desk(...words, "--json");
  return { code, err, value: JSON.parse(out === "" ? "null" : out) };
}

/** A fixture of a workspace, written out as the folder that it was. */
function workspaceOf(name: string): string {
  const place = join(folder, name);
  writeTree(place, JSON.parse(readFileSync(join(here, `${name}.json`), "utf8")) as Tree);
  return place;
}

async function inHost<T>(workspace: string, task: (host: HostClient) => Promise<T>): Promise<T> {
  const host = await startHost(workspace);
  try {
    return await task(host);
  } finally {
    await host.close();
  }
}

describe("packets of the format h200-desk/packet@2", () => {
  const packet = (set: string) => join(here, `${set}-packet-2.zip`);

  test("a draft is whole, and its papers come out the same byte for byte", async () => {
    const { code, value } = await json("packet", "verify", packet("cn-filing"));
    expect(value).toMatchObject({
      intact: true,
      consistent: "same",
      vouched: "nobody",
      state: "draft",
      problems: [],
    });
    expect(code).toBe(0);
  });

  test("a draft of the record is whole; its check is the same while its rules are here", async () => {
    const { code, value } = await json("packet", "verify", packet("internal-record"));
    expect(value).toMatchObject({ intact: true, vouched: "nobody", state: "draft" });
    expect(["same", "text-only"]).toContain(value.consistent);
    expect(code).toBe(value.consistent === "same" ? 0 : 1);
  });

  test("a sealed one is somebody's until its key is known, and then accepted", async () => {
    const unknown = await json("packet", "verify", packet("us-exporter"));
    expect(unknown.value).toMatchObject({
      intact: true,
      consistent: "same",
      vouched: "unknown-key",
      signer: { role: null, signedAt: null },
      state: "sealed",
    });
    expect(unknown.code).toBe(1);
    const { fingerprint } = unknown.value.signer;
    const known = await json(
      ...["packet", "verify", packet("us-exporter"), "--known-key", fingerprint],
    );
    expect(known.value).toMatchObject({ vouched: "known-key", problems: [] });
    expect(known.code).toBe(0);
  });
});

describe("a workspace of the format h200-desk/workspace@1", () => {
  test("is known, its journal is whole, and a backup of it is sound", async () => {
    const workspace = workspaceOf("workspace-1");
    const own = ["--workspace", workspace];
    expect(await json("workspace", "info", ...own)).toMatchObject({
      code: 0,
      value: { kind: "workspace", ways: [] },
    });
    expect(await json("journal", "verify", ...own)).toMatchObject({
      code: 0,
      value: { intact: true, breaks: [] },
    });
    expect(await json("workspace", "backup", ...own)).toMatchObject({
      code: 0,
      value: { missing: [], damaged: [] },
    });
  });

  test("opens in the host with its order, signed reviews, older versions and deleted papers, and takes an edit", async () => {
    await inHost(workspaceOf("workspace-1"), async ({ call }) => {
      const got = await call("orders/get", { id: order });
      expect(got).toMatchObject({
        ok: true,
        value: {
          revision: 4,
          value: {
            title: "第二稿（虚构）",
            reviews: [{ kind: "compliance" }, { kind: "legal" }],
          },
        },
      });
      const { value } = got.value as { value: object };
      expect(
        await call("orders/save", { value: { ...value, title: "新稿（虚构）" }, revision: 4 }),
      ).toMatchObject({ ok: true, value: { revision: 5 } });
      expect(await call("history/list", { book: "orders", id: order })).toMatchObject({
        ok: true,
        value: [5, 4, 3, 2, 1].map((revision) => ({ revision })),
      });
      const bin = await call("trash/list", {});
      expect(bin).toMatchObject({ ok: true });
      expect(bin.value).toHaveLength(13);
      expect(await call("workspace/fileIssues", { look: true })).toMatchObject({
        ok: true,
        value: { issues: [], unsaved: [] },
      });
    });
  });

  test("keeps the signing keys of its people", async () => {
    await inHost(workspaceOf("workspace-1"), async ({ call }) => {
      const unlocked = await call("persons/unlock", {
        person: "psn_second",
        passphrase: "an invented passphrase",
      });
      expect(unlocked).toMatchObject({ ok: true });
    });
  });
});

describe("an encrypted workspace of the format h200-desk/workspace@1", () => {
  const secret = ["--passphrase-file", join(here, "passphrase.txt")];

  test("opens with its passphrase: the journal is whole and the order leaves as a bundle", async () => {
    const own = ["--workspace", workspaceOf("encrypted-workspace-1")];
    expect(await json("workspace", "info", ...own)).toMatchObject({
      code: 0,
      value: { kind: "workspace", ways: ["passphrase", "recovery"] },
    });
    expect(await json("journal", "verify", ...own, ...secret)).toMatchObject({
      code: 0,
      value: { intact: true, encrypted: true },
    });
    const terminal = createTerminal(process.cwd(), folder);
    const bundle = join(folder, "order.zip");
    const exported = await terminal.desk(
      "bundle",
      "export",
      order,
      "--out",
      bundle,
      ...own,
      ...secret,
    );
    expect(exported.code).toBe(0);
    expect(readFileSync(bundle).length).toBeGreaterThan(1000);
  });

  test("stays closed to a wrong passphrase", async () => {
    const own = ["--workspace", workspaceOf("encrypted-workspace-1")];
    const wrong = ["--passphrase-file", join(process.cwd(), "LICENSE")];
    const terminal = createTerminal(process.cwd(), folder);
    const shown = await terminal.desk("journal", "show", ...own, ...wrong);
    expect(shown.code).toBe(2);
    expect(shown.out).toBe("");
  });
});

test("an order bundle of the format h200-desk/bundle@1 is taken into a workspace of today, evidence and all", async () => {
  const workspace = join(folder, "new");
  await inHost(workspace, async () => undefined);
  const bundle = join(folder, "order.zip");
  cpSync(join(here, "order-bundle-1.zip"), bundle);
  const own = ["--workspace", workspace];
  expect(await json("bundle", "inspect", bundle, ...own)).toMatchObject({ code: 0 });
  const taken = await json("bundle", "import", bundle, ...own);
  expect(taken).toMatchObject({ code: 0, value: { left: [], evidence: 12 } });
  // One of its 21 documents is a person, whom no bundle brings any more.
  expect(taken.value.saved).toHaveLength(20);
  await inHost(workspace, async ({ call }) => {
    expect(await call("orders/get", { id: order })).toMatchObject({
      ok: true,
      value: { value: { reviews: [{ kind: "compliance" }, { kind: "legal" }] } },
    });
  });
});
