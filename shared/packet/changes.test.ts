import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#shared/kernel";
import { type Dossier, dossierSchema } from "#shared/model";
import { dossierChanges, fieldLabel } from "#shared/packet";

const sample = dossierSchema.parse(
  JSON.parse(
    readFileSync(join(process.cwd(), "examples", "private-start-up-complete.json"), "utf8"),
  ),
);
const copy = (): Dossier => structuredClone(sample);

describe("changes between two states of a dossier", () => {
  test("a dossier does not differ from itself, whatever its reviews say", () => {
    const reviewed = copy();
    reviewed.order.salt = "0".repeat(64);
    expect(dossierChanges(sample, reviewed)).toEqual([]);
  });

  test("a changed quantity is one change with both values", () => {
    const after = copy();
    const [line] = after.order.lines;
    if (line === undefined) throw new Error("the sample has a line");
    const before = line.quantity;
    line.quantity = "24";
    expect(dossierChanges(sample, after)).toEqual([
      expect.objectContaining({ path: `order.lines.${line.id}.quantity`, before, after: "24" }),
    ]);
  });

  test("references are told by the name of what they point to", () => {
    const after = copy();
    const other = after.parties.find((party) => party.id !== after.order.buyer);
    if (other === undefined) throw new Error("the sample has parties");
    after.order.buyer = other.id;
    const [change] = dossierChanges(sample, after);
    expect(change?.path).toBe("order.buyer");
    expect(change?.after).toBe(other.names.zh ?? other.names.en);
  });

  test("an entry that came or went is one change with its name", () => {
    const after = copy();
    const gone = after.evidence.pop();
    if (gone === undefined) throw new Error("the sample has evidence");
    const changes = dossierChanges(sample, after).filter(
      ({ path }) => path === `evidence.${gone.id}`,
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]?.after).toBeUndefined();
    expect(changes[0]?.before).toBe(gone.title?.zh ?? gone.fileName);
  });

  test("any change of a text anywhere is found, and nothing else is told", () => {
    const places: string[][] = [];
    const walk = (value: unknown, path: string[]): void => {
      if (typeof value === "string" && path.at(-1) !== "id" && path[0] !== "schema")
        places.push(path);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    walk(sample, []);
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        const after: unknown = copy();
        let at = after as Record<string, unknown>;
        for (const step of place.slice(0, -1)) at = at[step] as Record<string, unknown>;
        at[place.at(-1) ?? ""] = "另一个值";
        const changes = dossierChanges(sample, after as Dossier);
        expect(changes.length).toBe(1);
        expect(canonicalJson(changes)).toContain("另一个值");
      }),
      { numRuns: 150 },
    );
  });

  test("fields are called by their name in either language, or by the nearest name above", () => {
    expect(fieldLabel("zh", "order.lines.lin_1.quantity")).toBe("商品行 · 数量");
    expect(fieldLabel("en", "parties.pty_1.names.zh")).toBe("Party · Name in Chinese");
    expect(fieldLabel("en", "sites.ste_1")).toBe("Site");
    for (const part of ["terms", "lines", "endUses", "customs", "exporterFacts", "declarations"])
      expect(fieldLabel("zh", `order.${part}`)).not.toContain("order");
  });

  test("no field of a whole dossier is called by its address", () => {
    const paths: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (Array.isArray(value))
        for (const item of value as { id?: string }[]) walk(item, `${path}.${item.id ?? 0}`);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
      else if (!path.endsWith(".id") && !path.endsWith(".schema")) paths.push(path.slice(1));
    };
    walk(sample, "");
    const unnamed = paths.filter((path) => fieldLabel("zh", path) === path);
    expect(unnamed).toEqual([]);
  });
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
  "a place called %s has a label like any unknown one",
  (step) => {
    expect(typeof fieldLabel("en", `order.${step}.x`)).toBe("string");
    expect(typeof fieldLabel("zh", step)).toBe("string");
  },
);
