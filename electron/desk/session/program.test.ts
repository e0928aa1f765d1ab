import { expect, test } from "vitest";
import { createGrants } from "./grants.ts";
import { librariesOf, type ProgramPort, programHandlers } from "./program.ts";

const port: ProgramPort = {
  runtime: "Node 24",
  licenceBook: () => Promise.resolve("Libraries\n\nzod 4.6.7\nLicence: MIT\n\nwords\n"),
  diagnostics: () => Promise.resolve("line 1\nline 2\n"),
};
const handlers = (program?: ProgramPort) =>
  programHandlers({
    host: program === undefined ? {} : { program },
    version: "0.1.0",
    grants: createGrants(),
  });

test("each library of the licence book is listed with its licence", () => {
  const book = `Libraries\n\nzod 4.6.7\nLicence: MIT\n\nMIT License …\n\n${"-".repeat(72)}\n\n@a/b 1.0.0\nLicence: OFL-1.1\n\nwords\n`;
  expect(librariesOf(book)).toEqual([
    { name: "zod 4.6.7", licence: "MIT" },
    { name: "@a/b 1.0.0", licence: "OFL-1.1" },
  ]);
});

test("what diagnostics show is byte for byte what is saved", async () => {
  const grants = createGrants();
  const { diagnostics } = programHandlers({
    host: { program: port },
    version: "0.1.0",
    grants,
  });
  const shown = await diagnostics({});
  if (!shown.ok) throw new Error(shown.error.code);
  const saved = await grants.redeem(shown.value.grant)?.bytes();
  expect(saved?.ok === true && Buffer.from(saved.value).toString("utf8")).toBe(shown.value.text);
});

test("the firm's rules are shown by what they say, keys by their names alone", async () => {
  const publicKey = "a".repeat(64);
  const managed = {
    schema: "h200-desk/managed@1",
    workspace: "/srv/desk",
    trustedPackKeys: [{ name: "Legal", publicKey }],
  } as const;
  const about = await handlers({
    ...port,
    managed: { ...managed, trustedPackKeys: [...managed.trustedPackKeys] },
  }).about({});
  expect(about).toMatchObject({
    ok: true,
    value: { managed: { workspace: true, trustedPackKeys: ["Legal"], encryptionRequired: false } },
  });
  expect(JSON.stringify(about)).not.toContain(publicKey);
});

test("a host that runs from its sources has no updates and no book of licences", async () => {
  expect(await handlers().updates({})).toEqual({
    ok: true,
    value: { folders: [], signers: [], picks: false, found: [] },
  });
  expect(await handlers().licences({})).toMatchObject({ error: { code: "no-licence-book" } });
  expect(await handlers().pickUpdate({})).toEqual({ ok: true, value: {} });
});
