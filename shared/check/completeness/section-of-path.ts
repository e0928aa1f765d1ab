import type { EditorSection } from "./collector.ts";

const sections: readonly (readonly [RegExp, EditorSection])[] = [
  [/^order\.lines\.[^.]+\.schedule/, "schedule"],
  [/^order\.(lines|terms)/, "lines"],
  [/^order\.route/, "route"],
  [/^order\.customs/, "customs"],
  [/^order\.(endUses|sites)|^sites/, "use"],
  [/^order\.(tenantMix|remoteUsers)/, "tenants"],
  [/^order\.(necessity|comparisons)/, "necessity"],
  [/^order\.declarations/, "declarations"],
  [/^order\.exporterFacts/, "exporter"],
  [/^order\.reviews/, "review"],
  [/^evidence/, "evidence"],
  [/^(parties|links)/, "parties"],
  [/^products/, "lines"],
];

/** The section of the editor that a field's path belongs to. */
export function sectionOfPath(path: string): EditorSection {
  return sections.find(([start]) => start.test(path))?.[1] ?? "basics";
}
