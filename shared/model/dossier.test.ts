import { expect, test } from "vitest";
import { hashOf } from "#shared/kernel";
import { DOSSIER_SCHEMA, type Dossier, dossierHash } from "./index.ts";

const dossier: Dossier = {
  schema: DOSSIER_SCHEMA,
  order: {
    id: "ord_1",
    title: "示例 e\u0301",
    lines: [],
    reviews: [
      {
        id: "rvw_1",
        kind: "legal",
        person: "psn_1",
        decision: "ready-to-file",
        date: "2026-08-20",
        dossierSha256: "0".repeat(64),
        publicKey: "0".repeat(64),
        signature: "0".repeat(128),
      },
    ],
  },
  parties: [{ id: "pty_1", kind: "company", names: { zh: "示例公司" } }],
  links: [],
  sites: [],
  products: [],
  evidence: [],
  persons: [],
};

test("the hash of a dossier is that of its canonical JSON without the reviews", () => {
  const { reviews: _reviews, ...order } = dossier.order;
  expect(dossierHash(dossier)).toBe(hashOf({ ...dossier, order }));
  expect(dossierHash({ ...dossier, order })).toBe(dossierHash(dossier));
});
