import type { FieldSpec } from "#ui";
import * as sections from "../sections/sections.ts";

/** A field of the order as it is drawn: its description, the path below which it lies, and where its words stand. */
export type Drawn = { readonly spec: FieldSpec; readonly base?: string; readonly of: string };

const ORDER: readonly FieldSpec[] = [
  ...sections.basicFields,
  ...sections.partyFields,
  ...sections.routeFields,
  ...sections.termFields,
  ...sections.customsFields,
  ...sections.endUserFields,
  ...sections.necessityFields,
  ...sections.planFields,
  ...sections.declarationFields,
  ...sections.exporterFields,
  ...sections.licenceFields,
  ...sections.laboratoryFields,
];
const LISTS: Readonly<
  Record<string, { readonly of: string; readonly specs: readonly FieldSpec[] }>
> = {
  lines: { of: "line", specs: sections.lineFields },
  endUses: { of: "use", specs: sections.useRowsSpec.fields },
  tenantMix: { of: "tenant", specs: sections.tenantRows.fields },
  remoteUsers: { of: "remote", specs: sections.remoteRows.fields },
};

/** How the field at an address of the order is drawn; undefined where it is no field of the order's own form. */
export function specOf(address: string): Drawn | undefined {
  const [root, list = "", id = "", ...rest] = address.split(".");
  if (root !== "order") return undefined;
  const known = LISTS[list];
  if (known !== undefined) {
    const spec = known.specs.find(({ name }) => name === rest.join("."));
    return spec === undefined ? undefined : { spec, base: `${list}.${id}`, of: known.of };
  }
  const spec = ORDER.find(({ name }) => `order.${name}` === address);
  return spec === undefined ? undefined : { spec, of: "order" };
}
