import { describe, expect, it } from "vitest";
import { hasMessage } from "#shared/i18n";
import { orderSchema } from "#shared/model";
import { type FieldSpec, type RowsSpec, savable } from "#ui";
import * as spec from "./sections.ts";

const fields: readonly (readonly [string, readonly FieldSpec[]])[] = Object.entries(spec).flatMap(
  ([name, value]) => {
    if (!Array.isArray(value) || name === "sections") return [];
    return [[name === "lineFields" ? "line" : "order", value as readonly FieldSpec[]] as const];
  },
);
const rows: readonly RowsSpec[] = Object.values(spec).filter(
  (value): value is RowsSpec => typeof value === "object" && "fresh" in value,
);

describe("the sections of the editor", () => {
  it("have a label in the catalogue for each field, list and choice", () => {
    const all = [...fields, ...rows.map((row) => [row.of, row.fields] as const)];
    const keys = all.flatMap(([of, specs]) =>
      specs.flatMap((field) => [
        `field.${of}.${field.name}`,
        ...("options" in field ? field.options.map((option) => `${field.words}.${option}`) : []),
      ]),
    );
    const wanted = [
      ...keys,
      ...rows.map((row) => `field.${row.of}`),
      ...spec.sections.flatMap((name) => [`editor.section.${name}`, `editor.about.${name}`]),
    ];
    expect(wanted.filter((key) => !hasMessage(key))).toEqual([]);
  });

  it("together hold every field of an order that a person fills in", () => {
    const shown = new Set(
      [...fields.filter(([of]) => of === "order").flatMap(([, specs]) => specs), ...rows].map(
        ({ name }) => name.split(".")[0],
      ),
    );
    const filledElsewhere = ["id", "lines", "reviews", "screening", "salt", "alternativeTo"];
    const missing = Object.keys(orderSchema.shape).filter(
      (name) => !shown.has(name) && !filledElsewhere.includes(name),
    );
    expect(missing).toEqual([]);
  });

  it("know where a message's address is drawn and what its field is called", () => {
    expect(spec.sectionOf("order.lines.lin_1.schedule.dlv_1.date")).toBe("schedule");
    expect(spec.sectionOf("order.route.endUsers")).toBe("use");
    expect(spec.sectionOf("order.title")).toBe("basics");
    expect(spec.labelKey("order.lines.lin_1.hs.code")).toBe("field.line.hs.code");
    expect(spec.labelKey("order.necessity.claims.clm_1.text")).toBe("field.claim.text");
    expect(spec.labelKey("order.buyer")).toBe("field.order.buyer");
  });

  it("add entries that wait outside the file until they are whole, and never spoil the rest", () => {
    for (const row of rows) {
      const order = { id: "ord_1", title: "t", lines: [] };
      const path = row.name.split(".");
      const list = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), [row.fresh()]);
      const target = row.of === "delivery" ? order : { ...order, ...(list as object) };
      expect(savable(orderSchema, target).value, row.name).toMatchObject({ title: "t" });
    }
  });
});
