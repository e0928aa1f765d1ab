import { describe, expect, test } from "vitest";
import { askedOf, fieldOf } from "./asked-of.ts";

const words = {
  why: ({ why }: { why: string }) => why,
  set: (set: string) => set,
  title: ({ en }: { en: string }) => en,
  source: ({ id }: { id: string }) => id,
};
const item = (path: string, why: string, need: "required" | "optional") => ({
  path,
  why,
  need,
  section: "parties",
});

describe("what is asked of a field", () => {
  test("is needed when a paper or a settling question waits for it, with each reason once", () => {
    const asked = askedOf({
      completeness: {
        "cn-filing": {
          complete: false,
          missing: [item("parties.pty_a.military", "party-military", "required")],
          returns: [],
        },
        "us-exporter": {
          complete: false,
          missing: [item("order.route.forwarder", "forwarder", "optional")],
          returns: [],
        },
      },
      questions: [
        {
          path: "parties.pty_a.military",
          settles: true,
          rules: [
            {
              title: { zh: "军事", en: "Military" },
              sources: [{ id: "CN-I-03", authority: "press", date: null }],
            },
          ],
        },
        {
          path: "order.lines.lin_1.cryptoDevice",
          settles: false,
          rules: [{ title: { zh: "密码", en: "Crypto" }, sources: [] }],
        },
      ],
      words,
    });
    expect(asked.get("parties.pty_a.military")).toEqual({
      needed: true,
      reasons: [
        { text: "party-military", from: "cn-filing" },
        { text: "Military", from: "CN-I-03" },
      ],
    });
    expect(asked.get("order.route.forwarder")?.needed).toBe(false);
    expect(asked.get("order.lines.lin_1.cryptoDevice")?.needed).toBe(false);
  });

  test("is told at the very field that an item for a group waits for", () => {
    expect(fieldOf({ path: "parties.pty_a.addresses", why: "party-address-en" })).toBe(
      "parties.pty_a.addresses.en",
    );
    expect(fieldOf({ path: "parties.pty_a.signatory", why: "signatory" })).toBe(
      "parties.pty_a.signatory.name",
    );
  });
});
